import type { Git } from "../program/git.ts";
import type { PartPreview } from "./contract.ts";
import { pathMatcher } from "./part.ts";
import { pathReader } from "./touched-paths.ts";

const DAYS = 180;
const DAY_SECONDS = 86_400;
/** Nobody waits for more; a slip of the pen shows in far fewer. */
const MOST_CHANGES = 20_000;

/** How many of the newest changes of a branch each glob would have; `now` in milliseconds. */
export async function previewOf(
  git: Git,
  { globs, tip, now }: { globs: readonly string[]; tip: string; now: number },
): Promise<PartPreview> {
  const since = `--since=${Math.floor(now / 1000) - DAYS * DAY_SECONDS}`;
  const args = ["rev-list", "--no-merges", `--max-count=${MOST_CHANGES}`, since, "--stdin"];
  const hashes = ((await git.answer(args, { input: `${tip}\n` })) ?? "")
    .split("\n")
    .filter((hash) => hash !== "");
  const matchers = globs.map((glob) => ({
    path: glob,
    matches: pathMatcher([glob]),
    changes: new Set<string>(),
  }));
  const read = pathReader(git, {
    partial: true,
    touched: (hash, path) => {
      for (const { matches, changes } of matchers) if (matches(path)) changes.add(hash);
    },
  });
  await read(hashes);
  const part = new Set(matchers.flatMap(({ changes }) => [...changes]));
  const paths = matchers.map(({ path, changes }) => ({ path, changes: changes.size }));
  return { days: DAYS, changes: hashes.length, part: part.size, paths };
}
