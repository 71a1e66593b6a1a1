import type { Event } from "../../events/event.ts";
import { ahead, type Batch, contentIn, growing, readerOf } from "./batches.ts";
import type { Content } from "./contents.ts";
import { leftBehind } from "./counted.ts";
import { believable } from "./dates.ts";
import { changeDelivered, changeMerged, isByHost, type Reading, repositoryRead } from "./facts.ts";
import { changesOfMark, type Mark } from "./marks.ts";
import { remark, short } from "./remarks.ts";
import { liveSince } from "./series.ts";
import type { Tally } from "./tally.ts";
import { isKnown, isNewlyDelivered, isToTell, knownOf, readingOf, type Task, wantedBy } from "./task.ts";
import { tellDeployments } from "./told-deployments.ts";

/** Commits told at once: some twice as many events, which is where storing them costs least for each. */
const TOLD = 3_000;
const MOST_EVENTS = 6_000;

export async function* tell(task: Task, tally: Tally): AsyncGenerator<Event[], void> {
  const wanted = wantedBy(task);
  const reader = readerOf(task);
  const marks: Mark[] = [];
  let done = 0;
  task.progress({ done, total: wanted.length });
  for await (const { commits, ...read } of ahead(growing(wanted), reader.batch)) {
    for (const some of batchesOf(commits, TOLD)) {
      const batch = { ...read, commits: some };
      for (const mark of marksIn(task, batch)) marks.push(mark);
      yield await tellBatch(task, tally, batch);
      done += some.length;
      task.progress({ done, total: wanted.length });
    }
  }
  await reader.paths(namedBy(task, marks));
  yield* batchesOf(tellDeployments(task, tally, marks), MOST_EVENTS);
  if (task.from === null) yield repositoryRead({ ...task, parts: partsOf(task) }, task.trunk.now);
}

const partsOf = ({ series }: Task) =>
  series.flatMap((one) =>
    one.components
      .filter(({ number }) => number > 0)
      .map(({ name }) => ({ component: name, liveSince: liveSince(one) })),
  );

/** The changes told earlier on which it depends what new deployments mend and for which components they count. */
function* namedBy(task: Task, marks: readonly Mark[]): Generator<number> {
  if (task.membership.names.length === 1) return;
  for (const mark of marks) yield* changesOfMark(task.trunk, mark);
  for (const one of task.series) {
    for (let place = knownOf(task, one); place < one.history.deployments.length; place++)
      yield* leftBehind(one.history, place)?.changes ?? [];
  }
}

function marksIn(task: Task, batch: Batch): Mark[] {
  return batch.commits.flatMap((commit) => {
    const { reverts, fixes } = contentIn(task, batch, commit);
    return task.series.some((one) => isNewlyDelivered(task, one, commit)) && reverts.length + fixes.length > 0
      ? [{ commit, reverts, fixes }]
      : [];
  });
}

async function tellBatch(task: Task, tally: Tally, batch: Batch): Promise<Event[]> {
  const { trunk, series } = task;
  const told = batch.commits.filter((commit) => series.some((one) => isToTell(task, one, commit)));
  const authorsOf = await authorsIn(
    task,
    told.map((commit) => contentIn(task, batch, commit)),
  );
  const events: Event[] = told.flatMap((commit) => {
    const content = contentIn(task, batch, commit);
    const read = {
      content,
      authors: authorsOf(content),
      lines: batch.lines.get(content.hash) ?? null,
      reverts: content.reverts.map(({ hash }) => fullHash(task, hash)),
    };
    return [...toldTo(task, tally, commit)].map((of) => changeMerged(of, trunk, { commit, read }));
  });
  for (const commit of batch.commits) events.push(...delivered(task, commit));
  count(task, tally, {
    ...batch,
    commits: told.filter((commit) => !series.some((one) => isKnown(task, one, commit))),
  });
  return events;
}

/** The components to which a change is told, counting it where it is new to them. */
function* toldTo(task: Task, tally: Tally, commit: number): Generator<Reading> {
  for (const one of task.series) {
    if (!isToTell(task, one, commit)) continue;
    for (const component of one.components) {
      if (!task.membership.has(commit, component.number)) continue;
      if (!isKnown(task, one, commit)) tally.of(component).changes += 1;
      yield readingOf(task, component);
    }
  }
}

function delivered(task: Task, commit: number): Event[] {
  if (task.trunk.merges[commit] === 1) return [];
  return task.series
    .filter((one) => isNewlyDelivered(task, one, commit))
    .flatMap((one) =>
      one.components
        .filter(({ number }) => task.membership.has(commit, number))
        .map((component) => changeDelivered(readingOf(task, component), one.history, commit)),
    );
}

const fullHash = ({ trunk }: Task, hash: string): string => {
  const commit = trunk.find(hash);
  return commit === null ? hash : trunk.graph.hashes.at(commit);
};

async function authorsIn(task: Task, contents: readonly Content[]): Promise<(content: Content) => string[]> {
  const identities = [...new Set(contents.flatMap((content) => content.identities))];
  const pseudonyms = identities.length === 0 ? [] : await task.pseudonyms(identities);
  const known = new Map(identities.map((identity, index) => [identity, pseudonyms[index] as string]));
  return (content) => [...new Set(content.identities.map((identity) => known.get(identity) as string))];
}

/** Adds up what is new in a batch. */
function count(task: Task, tally: Tally, batch: Batch): void {
  const { trunk, uncounted } = task;
  const fresh = batch.commits.map((commit) => ({ commit, content: contentIn(task, batch, commit) }));
  tally.changesNew += fresh.length;
  tally.byHost += fresh.filter(({ commit, content }) => isByHost(trunk, commit, content)).length;
  const undated = fresh.filter(({ content }) => believable(content.authored, trunk.now) === null);
  tally.doubted.push(
    ...undated.map(({ content }) => content.authored).filter((seconds) => seconds * 1000 > trunk.now),
  );
  const hashes = (some: typeof fresh): string[] => some.map(({ content }) => short(content.hash));
  const uncountable = (hash: string): boolean =>
    uncounted === "all" || uncounted.has(hash) || batch.lines.has(hash);
  for (const { content } of fresh) {
    const lost = content.reverts.filter(({ hash }) => trunk.find(hash) === null);
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
    ...remark(
      "changes of which this clone does not tell what they touch, so that they count for the repository itself",
      hashes(fresh.filter(({ commit }) => !task.membership.knows(commit))),
    ),
  );
}

function* batchesOf<T>(all: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
