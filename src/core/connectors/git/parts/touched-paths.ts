import { lines } from "../graph.ts";
import { halving } from "../halving.ts";
import type { Touched } from "../line-counts.ts";
import type { Git } from "../program/git.ts";
import { lacksObject } from "../trouble.ts";

/** Tells of raw differences, as a name alone could be taken for a hash; no file's contents are needed for them. */
const ARGS = ["diff-tree", "--stdin", "--root", "-r", "-z", "--raw", "--always", "--no-renames"];

/** Reads the paths that these commits touch; gives those commits of which they are there. */
export type PathReader = (hashes: readonly string[]) => Promise<Map<string, true>>;

/** A partial clone may lack folders too; in a whole one that is damage. */
export const pathReader = (
  git: Git,
  { partial, touched }: { partial: boolean; touched: Touched },
): PathReader =>
  halving(
    (hashes) => readAll(git, hashes, touched),
    (error) => partial && lacksObject(error),
  );

async function readAll(git: Git, hashes: readonly string[], touched: Touched): Promise<Map<string, true>> {
  const read = new Map<string, true>();
  let [hash, pathNext] = ["", false];
  for await (const fields of git.fields(ARGS, { input: lines(hashes) })) {
    for (const field of fields) {
      const isChange = !pathNext && field.startsWith(":");
      if (pathNext) touched(hash, field);
      else if (!isChange) {
        hash = field.trim();
        read.set(hash, true);
      }
      pathNext = isChange;
    }
  }
  return read;
}
