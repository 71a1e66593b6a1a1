import { diff3Merge } from "node-diff3";

/** The work grows faster than with the square of lines that are alike: 4,000 blank lines would keep everybody waiting for minutes. */
const MOST_PAIRS = 250_000;

/**
 * What two people made of one text, put together by lines as version control does it (diff3); null where both changed the same
 * ones in different ways, or where so many lines are alike that nobody can tell which is which.
 */
export function merged(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const [a, o, b] = [mine, base, theirs].map((text) => text.split("\n")) as [string[], string[], string[]];
  if (pairsOf(o, a) > MOST_PAIRS || pairsOf(o, b) > MOST_PAIRS) return null;
  const blocks = diff3Merge(a, o, b);
  return blocks.some(({ conflict }) => conflict !== undefined)
    ? null
    : blocks.flatMap(({ ok = [] }) => ok).join("\n");
}

/** How many pairs of equal lines there are between two texts. */
function pairsOf(one: readonly string[], other: readonly string[]): number {
  const counts = Map.groupBy(one, (line) => line);
  return other.reduce((sum, line) => sum + (counts.get(line)?.length ?? 0), 0);
}
