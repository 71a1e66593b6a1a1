import { lines } from "./graph.ts";
import { halving } from "./halving.ts";
import type { Git } from "./program/git.ts";
import { lacksObject, lacksTree } from "./trouble.ts";

export interface LineCount {
  readonly added: number;
  readonly removed: number;
}

export interface LineCounter {
  /** Lines added and removed by each of these commits; one whose contents are not all there is missing in it. */
  count(hashes: readonly string[]): Promise<Map<string, LineCount>>;
}

/** Hears of each path that a commit touches, as UTF-8, before its lines are counted; perhaps more than once. */
export type Touched = (hash: string, path: string) => void;

const ARGS = [
  "diff-tree",
  "--stdin",
  "--root",
  "-r",
  "-z",
  "--numstat",
  "--always",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
];

export const lineCounter = (git: Git, touched: Touched | null): LineCounter => ({
  count: halving(
    (hashes) => countAll(git, hashes, touched),
    (error) => lacksObject(error) && !lacksTree(error),
  ),
});

async function countAll(
  git: Git,
  hashes: readonly string[],
  touched: Touched | null,
): Promise<Map<string, LineCount>> {
  const counts = new Map<string, LineCount>();
  let hash = "";
  for await (const fields of git.fields(ARGS, { input: lines(hashes) })) {
    for (const field of fields) {
      const [added = "", removed] = field.split("\t", 2);
      if (removed === undefined) hash = field.trim();
      else touched?.(hash, field.slice(added.length + removed.length + 2));
      const { added: a, removed: r } = counts.get(hash) ?? { added: 0, removed: 0 };
      counts.set(
        hash,
        removed === undefined
          ? { added: a, removed: r }
          : { added: a + number(added), removed: r + number(removed) },
      );
    }
  }
  return counts;
}

/** Of a binary file git says "-". */
const number = (text: string): number => (text === "-" ? 0 : Number(text));
