import type { Event } from "../../events/event.ts";
import { type Before, type Continuation, continuationOf, isDue } from "./before.ts";
import type { Found } from "./contract.ts";
import { nextBelievable } from "./deployments.ts";
import { deploymentsBy, foundOf, lostReverts, remarksOn, spanOf } from "./found.ts";
import { readGraph } from "./graph.ts";
import { type Trunk, trunkOf } from "./history.ts";
import { partsBefore } from "./parts/before.ts";
import { membershipOf } from "./parts/membership.ts";
import type { Part } from "./parts/part.ts";
import { printOfDeployments } from "./print.ts";
import type { OpenedRepository } from "./program/repository.ts";
import { together } from "./remarks.ts";
import { ofRepository, type Series, seriesOf } from "./series.ts";
import { mergesAmong, type Survey, survey, tipsOf } from "./survey.ts";
import { newTally, type Tally } from "./tally.ts";
import type { Task } from "./task.ts";
import { tell } from "./telling.ts";

export type { Before } from "./before.ts";

export interface ReadRequest {
  readonly opened: OpenedRepository;
  /** What the component is called; else as the repository is. */
  readonly component?: string;
  /** `auto`, `tags:GLOB`, `branch:NAME` or `none`. */
  readonly rule: string;
  /** What of it is a component of its own. */
  readonly parts?: readonly Part[];
  /** The time, in milliseconds: dates more than a day after it cannot be right. */
  readonly now: number;
  /** What the last finished reading gave; `null` for the first. */
  readonly before: Before | null;
  /** The number of a reading that was begun and never finished: what it told may not hold, so a whole one with a higher number follows. */
  readonly unfinished?: number | null;
  /** Gives the identities their pseudonyms, in the same order. */
  pseudonyms(identities: readonly string[]): Promise<string[]>;
  /** Commits read so far and in all; `null` until counted. */
  progress?(progress: { done: number; total: number | null }): void;
}

export interface ReadResult {
  readonly component: string;
  readonly reading: number;
  /** To be kept as JSON, and given next time. */
  readonly before: Before;
  readonly found: Found;
}

export interface RepositoryReading {
  /** Some thousand at a time; reading goes on only when they were taken. */
  readonly events: AsyncIterable<Event[]>;
  /** Settles once the events came to their end; if these are left early, never. */
  readonly result: Promise<ReadResult>;
}

/**
 * Reads a repository, or what is new in it since `before`, and tells it as events. Where what was told before no longer
 * holds, all is read again under the next number, and the last event says so.
 */
export function readRepository(request: ReadRequest): RepositoryReading {
  const { promise, resolve, reject } = Promise.withResolvers<ReadResult>();
  // Whoever takes the events hears of the failure there.
  promise.catch(() => undefined);
  async function* events(): AsyncGenerator<Event[], void> {
    try {
      resolve(yield* reading(request));
    } catch (error) {
      reject(error);
      throw error;
    }
  }
  return { events: events(), result: promise };
}

async function* reading(request: ReadRequest): AsyncGenerator<Event[], ReadResult> {
  const { opened, rule, now, parts = [] } = request;
  const component = request.component ?? opened.component;
  const before = request.before?.version === 1 && request.unfinished == null ? request.before : null;
  request.progress?.({ done: 0, total: null });
  const seen = await survey(opened, { rule, parts });
  if (before && isUnchanged(before, seen, { component, now })) {
    return {
      component,
      reading: before.reading,
      before,
      found: foundOf(before, { changesNew: 0, readAgain: false }, isShallow(opened)),
    };
  }
  const trunk = await trunkIn(seen, opened, now);
  const series = seriesOf(trunk, seen, { repository: component, parts });
  const { kind } = seen.chosen;
  const from = continuationOf(before, { component, rule, kind, cut: seen.cut, parts, trunk, series });
  const task = taskOf(request, { seen, trunk, series, from, component });
  const tally = newTally(from ? before : null, series);
  yield* tell(task, tally);
  const last = lastOf(request, { seen, tally, task });
  const readAgain = from === null && request.before !== null;
  return {
    component,
    reading: task.reading,
    before: last,
    found: foundOf(last, { changesNew: tally.changesNew, readAgain }, isShallow(opened)),
  };
}

async function trunkIn(seen: Survey, opened: OpenedRepository, now: number): Promise<Trunk> {
  const graph = await readGraph(seen.git, tipsOf(seen));
  const cutMerges = await mergesAmong(
    seen.git,
    opened.shallow.filter((hash) => graph.hashes.find(hash) !== undefined),
  );
  return trunkOf(graph, { tip: seen.branch.tip, cutMerges, now });
}

const isShallow = (opened: OpenedRepository): boolean => opened.shallow.length > 0;

const isUnchanged = (
  before: Before,
  seen: Survey,
  { component, now }: { component: string; now: number },
): boolean => before.print === seen.print && before.component === component && !isDue(before, now);

interface Sides {
  readonly seen: Survey;
  readonly trunk: Trunk;
  readonly series: readonly Series[];
  readonly from: Continuation | null;
  readonly component: string;
}

function taskOf(
  { opened, before, unfinished, pseudonyms, progress, parts = [] }: ReadRequest,
  { seen, trunk, series, from, component }: Sides,
): Task {
  const highest = Math.max(before?.reading ?? 0, unfinished ?? 0);
  return {
    git: seen.git,
    component,
    reading: from ? highest : highest + 1,
    trunk,
    series,
    membership: membershipOf(trunk.graph.hashes.size, { repository: component, parts }),
    from,
    tip: seen.branch.tip,
    uncounted: opened.partial ? "all" : new Set(opened.shallow),
    cut: new Set(opened.shallow),
    pseudonyms,
    progress: progress ?? (() => undefined),
  };
}

interface End {
  readonly seen: Survey;
  readonly tally: Tally;
  readonly task: Task;
}

/** A message may name any number of commits that are not there; no more of them are waited for. */
const MOST_LOST = 1_000;

function lastOf({ opened, rule, now, parts = [] }: ReadRequest, { seen, tally, task }: End): Before {
  const remarks = together(tally.remarks);
  const { deployments } = ofRepository(task.series).history;
  return {
    version: 1,
    reading: task.reading,
    component: task.component,
    rule,
    kind: seen.chosen.kind,
    print: seen.print,
    cut: seen.cut,
    tip: seen.branch.tip,
    deployments: { n: deployments.length, print: printOfDeployments(deployments) },
    again: nextBelievable([...doubtedTimes(task), ...tally.doubted], now),
    byHost: tally.byHost,
    lost: tally.lost.slice(0, MOST_LOST),
    failed: [
      ...new Set(ofRepository(task.series).components.flatMap((one) => [...tally.of(one).failed])),
    ].sort(),
    ...spanOf(task.trunk),
    deploymentsBy: deploymentsBy(seen.chosen),
    ...(parts.length === 0 ? {} : { parts: partsBefore(parts, seen, { task, tally }) }),
    remarks,
    said: [...remarksOn(task, seen, opened), ...remarks, ...lostReverts(tally.lost)],
  };
}

function* doubtedTimes({ trunk, series }: Task): Generator<number> {
  for (const time of trunk.graph.seconds) if (time * 1000 > trunk.now) yield time;
  for (const { history } of series) yield* history.known.doubted;
}
