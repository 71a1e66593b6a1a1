import type { Brief } from "../org/tree.ts";
import type { SearchableKind } from "./searchable.ts";

/** A near one, as far as it is counted. */
export interface Near {
  readonly kind: string;
  readonly unit: Pick<Brief, "slug" | "kind"> | null;
}

const NUMBERS = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

/** "Three teams decided on this. One team tried this." Several of one team count once; what is nobody's counts for nobody. */
export function saysOf(near: readonly Near[], kinds: readonly SearchableKind[]): string | null {
  const sentences = kinds.flatMap(({ kind, did }) => {
    const units = new Map(
      near.flatMap((one) => (one.kind === kind && one.unit ? [[one.unit.slug, one.unit]] : [])),
    );
    return did === undefined || units.size === 0 ? [] : [`${whoever([...units.values()])} ${did}.`];
  });
  return sentences.length === 0 ? null : sentences.join(" ");
}

function whoever(units: readonly Pick<Brief, "kind">[]): string {
  const n = NUMBERS[units.length] ?? String(units.length);
  const one = units.length === 1;
  if (units.every(({ kind }) => kind === "team")) return `${n} ${one ? "team" : "teams"}`;
  if (units.every(({ kind }) => kind === "group")) return `${n} ${one ? "group" : "groups"}`;
  return one ? "The organisation" : `${n} teams and groups`;
}
