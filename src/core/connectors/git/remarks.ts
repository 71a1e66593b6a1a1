import type { Found } from "./contract.ts";
import { plain } from "./plain.ts";

/** Something that was left out or cannot be known, in words, how often, and the first few of it. */
export type Remark = Found["remarks"][number];

const EXAMPLES = 5;

/** Some examples are a name of a branch or two within a sentence. */
const LONGEST_EXAMPLE = 500;

/** One remark about all of these, followed by their number wherever it is shown; none where there are none. */
export const remark = (what: string, examples: readonly string[], n = examples.length): Remark[] =>
  n === 0
    ? []
    : [{ what, n, examples: examples.slice(0, EXAMPLES).map((one) => plain(one, LONGEST_EXAMPLE)) }];

/** Puts remarks that say the same together. */
export function together(remarks: readonly Remark[]): Remark[] {
  const byWhat = new Map<string, Remark>();
  for (const { what, n, examples } of remarks) {
    const before = byWhat.get(what) ?? { what, n: 0, examples: [] };
    byWhat.set(what, {
      what,
      n: before.n + n,
      examples: [...before.examples, ...examples].slice(0, EXAMPLES),
    });
  }
  return [...byWhat.values()];
}

/** A hash as people write it. */
export const short = (hash: string): string => hash.slice(0, 7);
