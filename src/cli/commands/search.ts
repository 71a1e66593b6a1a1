import pc from "picocolors";
import { type Found, library } from "../../core/library/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";

export interface SearchOptions {
  readonly words: readonly string[];
  readonly kind?: string | undefined;
  readonly unit?: string | undefined;
}

/** Finds what was written by its words; without words, the newest. */
export async function searchCommand(
  { ask }: Connection,
  { words, kind, unit }: SearchOptions,
  out: Output,
): Promise<void> {
  const answer = await ask(library, {
    q: words.join(" "),
    ...(kind === undefined ? {} : { kind }),
    ...(unit === undefined ? {} : { unit }),
  });
  out.result(answer, () => {
    const names = new Map(answer.kinds.map((each) => [each.kind, each.one]));
    if (answer.results.length === 0) return "Nothing that you may read has all of these words.";
    return [
      ...answer.results.map((found) => linesOf(found, names.get(found.kind) ?? found.kind)),
      pc.dim(countedWords(answer)),
    ].join("\n\n");
  });
}

function linesOf({ title, pieces, titlePieces, unit, day, state, href, why }: Found, name: string): string {
  const about = [
    state === "" ? name : `${name} (${state})`,
    unit?.name ?? "your own",
    day,
    ...(why === "similar" ? ["nearly these words"] : []),
  ];
  return [
    ...(title === "" ? [] : [drawn(titlePieces)]),
    ...(pieces.length === 0 ? [] : [drawn(pieces)]),
    pc.dim(harmless(`${about.join(" · ")}  ${href}`)),
  ].join("\n");
}

/** On one line, with what was looked for in bold. */
const drawn = (pieces: Found["pieces"]): string =>
  pieces
    .map(({ text, hit }) => {
      const plain = harmless(text.replace(/\s+/g, " "));
      return hit ? pc.bold(plain) : plain;
    })
    .join("")
    .trim();

function countedWords({ results, total }: { results: readonly Found[]; total: number | null }): string {
  if (total === null) return `The first ${results.length} of more than 1,000. More words find fewer.`;
  return results.length < total
    ? `The first ${results.length} of ${total}. More words find fewer.`
    : `${total} found`;
}
