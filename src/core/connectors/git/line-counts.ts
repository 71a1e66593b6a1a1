import { lines } from "./graph.ts";
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

/** So often a batch is halved to find the commits whose contents are missing; a clone that lacks more is left uncounted. */
const MOST_TRIES = 100;

export function lineCounter(git: Git): LineCounter {
  let failed = 0;
  const count = async (hashes: readonly string[]): Promise<Map<string, LineCount>> => {
    if (hashes.length === 0 || failed > MOST_TRIES) return new Map();
    try {
      return await countAll(git, hashes);
    } catch (error) {
      if (!lacksObject(error) || lacksTree(error)) throw error;
      failed += 1;
      if (hashes.length === 1) return new Map();
      const half = hashes.length >> 1;
      return new Map([...(await count(hashes.slice(0, half))), ...(await count(hashes.slice(half)))]);
    }
  };
  return { count };
}

async function countAll(git: Git, hashes: readonly string[]): Promise<Map<string, LineCount>> {
  const counts = new Map<string, LineCount>();
  let hash = "";
  for await (const fields of git.fields(ARGS, { input: lines(hashes) })) {
    for (const field of fields) {
      const [added = "", removed] = field.split("\t", 2);
      if (removed === undefined) hash = field.trim();
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
