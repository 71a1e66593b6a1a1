import type { Event } from "../../events/event.ts";
import type { Before, Continuation, LostRevert } from "./before.ts";
import { causesOf, type Mark } from "./causes.ts";
import { type Content, readContents } from "./contents.ts";
import { believable } from "./dates.ts";
import { changeDelivered, changeMerged, isByHost, repositoryRead, serviceDeployed } from "./facts.ts";
import { changesOf, type History } from "./history.ts";
import { type LineCount, type LineCounter, lineCounter } from "./line-counts.ts";
import type { Git } from "./program/git.ts";
import { type Remark, remark, short } from "./remarks.ts";

/** All that is needed to tell what is new. */
export interface Task {
  readonly git: Git;
  readonly component: string;
  readonly reading: number;
  readonly history: History;
  /** From where this goes on; `null` for a whole reading. */
  readonly from: Continuation | null;
  readonly tip: string;
  /** The commits whose lines cannot be counted. */
  readonly uncounted: "all" | ReadonlySet<string>;
  pseudonyms(identities: readonly string[]): Promise<string[]>;
  progress(progress: { done: number; total: number | null }): void;
}

/** What adds up from one reading to the next. */
export interface Tally {
  changesNew: number;
  byHost: number;
  readonly failed: Set<string>;
  readonly lost: LostRevert[];
  readonly remarks: Remark[];
  /** Author times in seconds that may become believable. */
  readonly doubted: number[];
}

export const newTally = (before: Before | null): Tally => ({
  changesNew: 0,
  byHost: before?.byHost ?? 0,
  failed: new Set(before?.failed),
  lost: [...(before?.lost ?? [])],
  remarks: [...(before?.remarks ?? [])],
  doubted: before?.again == null ? [] : [before.again / 1000 + 86_400],
});

/**
 * Commits read by one process: few at first, so that there is soon something to store and to show, then as many as can be held.
 * Starting a process stands still for some 40 ms in a server of a gigabyte, as all its pages are marked for the copy.
 */
const FIRST_BATCH = 1_500;
const BATCH = 3_000;
/** Batches under way at a time. */
const AT_ONCE = 2;
/** Commits told at once: some twice as many events, which is where storing them costs least for each. */
const TOLD = 3_000;
const MOST_EVENTS = 6_000;

export async function* tell(task: Task, tally: Tally): AsyncGenerator<Event[], void> {
  const wanted = wantedBy(task);
  const counter = lineCounter(task.git);
  const marks: Mark[] = [];
  let done = 0;
  task.progress({ done, total: wanted.length });
  const batches = ahead(growing(wanted), (commits) => readBatch(task, counter, commits));
  for await (const { commits, ...read } of batches) {
    for (const some of batchesOf(commits, TOLD)) {
      const batch = { ...read, commits: some };
      for (const mark of marksIn(task, batch)) marks.push(mark);
      yield await tellBatch(task, tally, batch);
      done += some.length;
      task.progress({ done, total: wanted.length });
    }
  }
  for (const some of batchesOf(tellDeployments(task, tally, marks), MOST_EVENTS)) yield some;
  if (task.from === null) yield [repositoryRead(task, { tip: task.tip, now: task.history.now })];
}

/** Whether an earlier reading told of a commit: the default branch or a deployment had it. */
function isKnown({ history, from }: Task, commit: number): boolean {
  if (from === null) return false;
  const [merged, delivered] = [history.merged[commit] as number, history.delivered[commit] as number];
  return (merged >= 0 && merged <= from.place) || (delivered >= 0 && delivered < from.deployments);
}

/** A change that is new, or that only a deployment had so far and the default branch has now. */
function isToTell(task: Task, commit: number): boolean {
  if (task.history.merges[commit] === 1) return false;
  return (
    !isKnown(task, commit) ||
    (task.from !== null && (task.history.merged[commit] as number) > task.from.place)
  );
}

const isNewlyDelivered = ({ history, from }: Task, commit: number): boolean =>
  (history.delivered[commit] as number) >= (from?.deployments ?? 0);

/** The commits to read, parents first: changes to tell, and all that is delivered, as merges too can say what they fix. */
const wantedBy = (task: Task): number[] =>
  Array.from(task.history.merges.keys()).filter(
    (commit) => isToTell(task, commit) || isNewlyDelivered(task, commit),
  );

interface Batch {
  readonly commits: readonly number[];
  readonly contents: ReadonlyMap<string, Content>;
  readonly lines: ReadonlyMap<string, LineCount>;
}

async function readBatch(task: Task, counter: LineCounter, commits: readonly number[]): Promise<Batch> {
  const hashOf = (commit: number): string => task.history.graph.hashes.at(commit);
  const { uncounted } = task;
  const counted =
    uncounted === "all"
      ? []
      : commits
          .filter((commit) => isToTell(task, commit))
          .map(hashOf)
          .filter((hash) => !uncounted.has(hash));
  const [contents, lines] = await Promise.all([
    readContents(task.git, commits.map(hashOf)),
    counter.count(counted),
  ]);
  return { commits, contents, lines };
}

const contentIn = ({ history }: Task, { contents }: Batch, commit: number): Content => {
  const hash = history.graph.hashes.at(commit);
  const content = contents.get(hash);
  if (!content) throw new Error(`git did not tell the content of ${hash}`);
  return content;
};

function marksIn(task: Task, batch: Batch): Mark[] {
  return batch.commits.flatMap((commit) => {
    const { reverts, fixes } = contentIn(task, batch, commit);
    return isNewlyDelivered(task, commit) && reverts.length + fixes.length > 0
      ? [{ commit, reverts, fixes }]
      : [];
  });
}

async function tellBatch(task: Task, tally: Tally, batch: Batch): Promise<Event[]> {
  const { history } = task;
  const told = batch.commits.filter((commit) => isToTell(task, commit));
  const authorsOf = await authorsIn(
    task,
    told.map((commit) => contentIn(task, batch, commit)),
  );
  const events: Event[] = told.map((commit) => {
    const content = contentIn(task, batch, commit);
    const reverts = content.reverts.map(({ hash }) => fullHash(task, hash));
    const read = {
      content,
      authors: authorsOf(content),
      lines: batch.lines.get(content.hash) ?? null,
      reverts,
    };
    return changeMerged(task, history, { commit, read });
  });
  const delivered = batch.commits.filter(
    (commit) => history.merges[commit] === 0 && isNewlyDelivered(task, commit),
  );
  events.push(...delivered.map((commit) => changeDelivered(task, history, commit)));
  count(task, tally, { ...batch, commits: told.filter((commit) => !isKnown(task, commit)) });
  return events;
}

const fullHash = ({ history }: Task, hash: string): string => {
  const commit = history.find(hash);
  return commit === null ? hash : history.graph.hashes.at(commit);
};

async function authorsIn(task: Task, contents: readonly Content[]): Promise<(content: Content) => string[]> {
  const identities = [...new Set(contents.flatMap((content) => content.identities))];
  const pseudonyms = identities.length === 0 ? [] : await task.pseudonyms(identities);
  const known = new Map(identities.map((identity, index) => [identity, pseudonyms[index] as string]));
  return (content) => [...new Set(content.identities.map((identity) => known.get(identity) as string))];
}

/** Adds up what is new in a batch. */
function count(task: Task, tally: Tally, batch: Batch): void {
  const { history, uncounted } = task;
  const fresh = batch.commits.map((commit) => ({ commit, content: contentIn(task, batch, commit) }));
  tally.changesNew += fresh.length;
  tally.byHost += fresh.filter(({ commit, content }) => isByHost(history, commit, content)).length;
  const undated = fresh.filter(({ content }) => believable(content.authored, history.now) === null);
  tally.doubted.push(
    ...undated.map(({ content }) => content.authored).filter((seconds) => seconds * 1000 > history.now),
  );
  const hashes = (some: typeof fresh): string[] => some.map(({ content }) => short(content.hash));
  const uncountable = (hash: string): boolean =>
    uncounted === "all" || uncounted.has(hash) || batch.lines.has(hash);
  for (const { content } of fresh) {
    const lost = content.reverts.filter(({ hash }) => task.history.find(hash) === null);
    tally.lost.push(...lost.map(({ hash }) => ({ by: content.hash, hash })));
  }
  tally.remarks.push(
    ...remark(
      "changes whose author date cannot be right, so that the time before their commit is not known",
      hashes(undated),
    ),
    ...remark(
      "changes whose contents are not all here, so that their lines are not counted",
      hashes(fresh.filter(({ content }) => !uncountable(content.hash))),
    ),
  );
}

function tellDeployments(task: Task, tally: Tally, marks: readonly Mark[]): Event[] {
  const { history, from } = task;
  const changes = new Int32Array(history.deployments.length);
  for (const commit of changesOf(history)) {
    const place = history.delivered[commit] as number;
    if (place >= 0) changes[place] = (changes[place] as number) + 1;
  }
  const causes = causesOf(history, marks);
  tally.remarks.push(
    ...remark("lines Fixes-Deployment in commit messages that name no earlier deployment", causes.astray),
  );
  return history.deployments.flatMap((_, place) => {
    if (place < (from?.deployments ?? 0)) return [];
    const told = { place, changes: changes[place] as number, ...causes.of(place) };
    for (const { deployment } of told.mends) tally.failed.add(deployment);
    return [serviceDeployed(task, history, told)];
  });
}

function* batchesOf<T>(all: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Each batch is twice the one before it, up to the largest. */
function* growing<T>(all: readonly T[]): Generator<T[]> {
  let size = FIRST_BATCH;
  for (let at = 0; at < all.length; at += size, size = Math.min(BATCH, 2 * size))
    yield all.slice(at, at + size);
}

/** Works on a few things at once, and gives the results in their order. */
async function* ahead<T, R>(things: Iterable<T>, work: (thing: T) => Promise<R>): AsyncGenerator<R, void> {
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
