import { diff3Merge } from "node-diff3";

/**
 * What two people made of one text, put together by lines as version control does it (diff3); null where both changed the same
 * ones in different ways.
 */
export function merged(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  const [a, o, b] = [mine, base, theirs].map((text) => text.split("\n")) as [string[], string[], string[]];
  const blocks = diff3Merge(a, o, b);
  return blocks.some(({ conflict }) => conflict !== undefined)
    ? null
    : blocks.flatMap(({ ok = [] }) => ok).join("\n");
}
