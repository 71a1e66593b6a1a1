import type { Stave } from "../timeline/contract.ts";
import type { Line, Section } from "./digest-contract.ts";

export const titleOf = ({ unit }: Pick<Section, "unit">): string => unit?.name ?? "Yours alone";

export interface Group {
  /** Empty where there is only one. */
  readonly title: string;
  readonly lines: readonly Line[];
}

/** What went well stands first; alone, it needs no heading to tell it from the rest. */
export function groupsOf({ lines }: Pick<Section, "lines">): Group[] {
  const [well, rest] = [lines.filter((line) => line.well), lines.filter((line) => !line.well)];
  return [
    { title: "What went well", lines: well },
    { title: well.length === 0 ? "" : "What else came", lines: rest },
  ].filter((group) => group.lines.length > 0);
}

/** What a picture shows, in words: "Change lead time: 38 h, last whole week; usually 25 to 60 h". */
export const sayStave = ({ title, latest }: Pick<Stave, "title" | "latest">): string =>
  latest === null ? `${title}: no reading yet` : `${title}: ${latest.reading}, ${latest.usual}`;
