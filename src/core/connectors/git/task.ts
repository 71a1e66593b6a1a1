import type { Continuation } from "./before.ts";
import type { Reading } from "./facts.ts";
import type { Trunk } from "./history.ts";
import type { Membership } from "./parts/membership.ts";
import type { Git } from "./program/git.ts";
import type { Component, Series } from "./series.ts";

/** All that is needed to tell what is new. */
export interface Task {
  readonly git: Git;
  /** The repository's own name. */
  readonly component: string;
  readonly reading: number;
  readonly trunk: Trunk;
  /** The repository's own first. */
  readonly series: readonly Series[];
  readonly membership: Membership;
  /** From where this goes on; `null` for a whole reading. */
  readonly from: Continuation | null;
  readonly tip: string;
  /** The commits whose lines cannot be counted. */
  readonly uncounted: "all" | ReadonlySet<string>;
  /** The commits at which a shallow clone was cut off: they seem to touch everything. */
  readonly cut: ReadonlySet<string>;
  pseudonyms(identities: readonly string[]): Promise<string[]>;
  progress(progress: { done: number; total: number | null }): void;
}

/** How many of a series' deployments an earlier reading told of. */
export const knownOf = ({ from, series }: Task, one: Series): number =>
  from?.deployments[series.indexOf(one)] ?? 0;

/** Whether an earlier reading told of a commit: the default branch or a deployment had it. */
export function isKnown(task: Task, one: Series, commit: number): boolean {
  if (task.from === null) return false;
  const merged = task.trunk.merged[commit] as number;
  const delivered = one.history.delivered[commit] as number;
  return (merged >= 0 && merged <= task.from.place) || (delivered >= 0 && delivered < knownOf(task, one));
}

/** A change that is new to a series, or that only a deployment had so far and the default branch has now. */
export function isToTell(task: Task, one: Series, commit: number): boolean {
  if (task.trunk.merges[commit] === 1 || (one.reached?.[commit] ?? 0) < 0) return false;
  return (
    !isKnown(task, one, commit) ||
    (task.from !== null && (task.trunk.merged[commit] as number) > task.from.place)
  );
}

export const isNewlyDelivered = (task: Task, one: Series, commit: number): boolean =>
  (one.history.delivered[commit] as number) >= knownOf(task, one);

/** The commits to read, parents first: changes to tell, and all that is delivered, as merges too can say what they fix. */
export const wantedBy = (task: Task): number[] =>
  Array.from(task.trunk.merges.keys()).filter((commit) =>
    task.series.some((one) => isToTell(task, one, commit) || isNewlyDelivered(task, one, commit)),
  );

export const readingOf = ({ component, reading }: Task, { number, name }: Component): Reading => ({
  component: name,
  reading,
  repository: number === 0 ? null : component,
});
