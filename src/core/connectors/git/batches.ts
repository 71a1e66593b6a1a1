import { type Content, readContents } from "./contents.ts";
import { type LineCount, type LineCounter, lineCounter, type Touched } from "./line-counts.ts";
import { type PathReader, pathReader } from "./parts/touched-paths.ts";
import { isToTell, type Task } from "./task.ts";

/** Commits with all that is read of each. */
export interface Batch {
  readonly commits: readonly number[];
  readonly contents: ReadonlyMap<string, Content>;
  readonly lines: ReadonlyMap<string, LineCount>;
}

export interface Reader {
  batch(commits: readonly number[]): Promise<Batch>;
  /** Reads of these changes what they touch, as far as it is not known and can be. */
  paths(commits: Iterable<number>): Promise<void>;
}

export function readerOf(task: Task): Reader {
  const { git, membership, uncounted } = task;
  const { hashes } = task.trunk.graph;
  const touched: Touched = (hash, path) => membership.touch(hashes.find(hash) as number, path);
  const counter = lineCounter(git, membership.names.length > 1 ? touched : null);
  const paths = pathReader(git, { partial: uncounted === "all", touched });
  return {
    batch: (commits) => readBatch(task, { counter, paths }, commits),
    paths: (commits) =>
      readPaths(
        task,
        paths,
        [...new Set(commits)].filter((commit) => !membership.knows(commit)),
      ),
  };
}

async function readBatch(
  task: Task,
  { counter, paths }: { counter: LineCounter; paths: PathReader },
  commits: readonly number[],
): Promise<Batch> {
  const { uncounted, membership, trunk } = task;
  const hashOf = (commit: number): string => trunk.graph.hashes.at(commit);
  const counted =
    uncounted === "all"
      ? []
      : commits
          .filter((commit) => task.series.some((one) => isToTell(task, one, commit)))
          .map(hashOf)
          .filter((hash) => !uncounted.has(hash));
  const [contents, lines] = await Promise.all([
    readContents(task.git, commits.map(hashOf)),
    counter.count(counted),
  ]);
  if (membership.names.length > 1) {
    const uncountedChanges = commits.filter(
      (commit) => trunk.merges[commit] === 0 && !lines.has(hashOf(commit)),
    );
    for (const hash of lines.keys()) membership.read(trunk.graph.hashes.find(hash) as number);
    await readPaths(task, paths, uncountedChanges);
  }
  return { commits, contents, lines };
}

async function readPaths(
  { membership, trunk, cut }: Task,
  paths: PathReader,
  commits: readonly number[],
): Promise<void> {
  const hashes = commits.map((commit) => trunk.graph.hashes.at(commit)).filter((hash) => !cut.has(hash));
  for (const hash of (await paths(hashes)).keys()) membership.read(trunk.graph.hashes.find(hash) as number);
}

export const contentIn = ({ trunk }: Task, { contents }: Batch, commit: number): Content => {
  const hash = trunk.graph.hashes.at(commit);
  const content = contents.get(hash);
  if (!content) throw new Error(`git did not tell the content of ${hash}`);
  return content;
};

/**
 * Commits read by one process: few at first, so that there is soon something to store and to show, then as many as can be held.
 * Starting a process stands still for some 40 ms in a server of a gigabyte, as all its pages are marked for the copy.
 */
const FIRST_BATCH = 1_500;
const BATCH = 3_000;
/** Batches under way at a time. */
const AT_ONCE = 2;

/** Each batch is twice the one before it, up to the largest. */
export function* growing<T>(all: readonly T[]): Generator<T[]> {
  let size = FIRST_BATCH;
  for (let at = 0; at < all.length; at += size, size = Math.min(BATCH, 2 * size))
    yield all.slice(at, at + size);
}

/** Works on a few things at once, and gives the results in their order. */
export async function* ahead<T, R>(
  things: Iterable<T>,
  work: (thing: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const begun: Promise<R>[] = [];
  for (const thing of things) {
    const one = work(thing);
    // Its failure is thrown in its turn.
    one.catch(() => undefined);
    begun.push(one);
    if (begun.length >= AT_ONCE) yield (await begun.shift()) as R;
  }
  for (const one of begun) yield await one;
}
