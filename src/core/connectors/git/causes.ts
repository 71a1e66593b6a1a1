import type { Cause } from "../../events/event.ts";
import { compare, type Deployment } from "./deployments.ts";
import { type Graph, parentCount, parentsOf } from "./graph.ts";
import type { History } from "./history.ts";
import type { Mention } from "./messages.ts";
import { short } from "./remarks.ts";

/** What a delivered commit says about earlier ones. */
export interface Mark {
  readonly commit: number;
  readonly reverts: readonly Mention[];
  readonly fixes: readonly string[];
}

export interface Reason {
  readonly cause: Cause;
  /** The earlier deployments that failed, as this one shows, and how it shows. */
  readonly mends: readonly { readonly deployment: string; readonly because: string }[];
}

export interface Causes {
  /** Why the deployment at a place happened. */
  of(place: number): Reason;
  /** Trailers that name no earlier deployment, as `hash: TAG`. */
  readonly astray: readonly string[];
}

/**
 * A deployment that delivers the revert of a change which an earlier one delivered, or a commit with `Fixes-Deployment: TAG`, is a fix of
 * that earlier one. A deployment of a commit that an earlier one had delivered is a rollback, and mends the one before it.
 */
export function causesOf(history: History, marks: readonly Mark[]): Causes {
  const mends = new Map<number, Map<number, string>>();
  const astray: string[] = [];
  const add = (place: number, mended: number, because: string): void => {
    if (mended < 0 || mended >= place) return;
    const those = mends.get(place) ?? new Map<number, string>();
    mends.set(place, those.has(mended) ? those : those.set(mended, because));
  };
  const named = deploymentFinder(history.deployments);
  for (const { commit, reverts, fixes } of inTime(history, marks)) {
    const place = history.delivered[commit] as number;
    const hash = short(history.graph.hashes.at(commit));
    for (const mention of history.merges[commit] === 1 ? [] : reverts) {
      const because = `${hash} reverts ${short(mention.hash)}`;
      for (const mended of revertedBy(history, mention)) add(place, mended, because);
    }
    for (const name of fixes) {
      const mended = named(name, place);
      if (mended === null) astray.push(`${hash}: ${name}`);
      else add(place, mended, `${hash} says Fixes-Deployment: ${name}`);
    }
  }
  return { of: (place) => reasonOf(history, place, mends.get(place)), astray };
}

function reasonOf(
  { deployments, delivered }: History,
  place: number,
  mended: Map<number, string> | undefined,
): Reason {
  const { commit, id } = deployments[place] as Deployment;
  const first = delivered[commit] as number;
  const previous = deployments[place - 1];
  if (first < place && previous) {
    const because = `went back to ${short(id)}, which ${deployments[first]?.names[0]} had delivered`;
    return { cause: "rollback", mends: [{ deployment: previous.id, because }] };
  }
  if (!mended) return { cause: "planned", mends: [] };
  const mends = [...mended].sort(([a], [b]) => a - b);
  return {
    cause: "fix",
    mends: mends.map(([at, because]) => ({ deployment: deployments[at]?.id as string, because })),
  };
}

/** The deployments that delivered what is reverted: a change, or all that a merge brought in. */
function revertedBy(history: History, { hash, relativeTo }: Mention): Set<number> {
  const commit = history.find(hash);
  if (commit === null) return new Set();
  const changes =
    history.merges[commit] === 0
      ? [commit]
      : broughtIn(history, commit, relativeTo === null ? null : history.find(relativeTo));
  return new Set(changes.map((change) => history.delivered[change] as number));
}

/** The changes that can be reached from a merge, but not from what it was merged into (its first parent, where it does not say). */
function broughtIn({ graph, merges }: History, merge: number, into: number | null): number[] {
  if (parentCount(graph, merge) === 0) return [];
  // A mark for each commit, not a set: a message may name many merges, each with most of the history before it.
  const seen = new Uint8Array(graph.hashes.size);
  ancestry(graph, into ?? (parentsOf(graph, merge)[0] as number), seen);
  return ancestry(graph, merge, seen).filter((commit) => merges[commit] === 0);
}

/** A commit and all before it that was not seen yet; they are marked as seen. */
function ancestry(graph: Graph, tip: number, seen: Uint8Array): number[] {
  const found: number[] = [];
  const stack = [tip];
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    if (seen[commit] === 1) continue;
    seen[commit] = 1;
    found.push(commit);
    stack.push(...parentsOf(graph, commit));
  }
  return found;
}

/** Where several commits show the same, the earliest is named. */
const inTime = ({ graph }: History, marks: readonly Mark[]): Mark[] =>
  marks.toSorted(
    (a, b) =>
      (graph.seconds[a.commit] || 0) - (graph.seconds[b.commit] || 0) ||
      compare(graph.hashes.at(a.commit), graph.hashes.at(b.commit)),
  );

/** Finds an earlier deployment by one of its names, or by seven or more letters of its commit's hash. */
function deploymentFinder(
  deployments: readonly Deployment[],
): (name: string, place: number) => number | null {
  const byName = new Map(
    deployments.flatMap(({ names }, place) => names.map((name) => [name, place] as const)),
  );
  return (written, place) => {
    const name = written.replace(/^refs\/tags\//, "");
    const hash = /^[0-9a-f]{7,64}$/i.test(name) ? name.toLowerCase() : null;
    const found =
      byName.get(name) ?? (hash === null ? -1 : deployments.findIndex(({ id }) => id.startsWith(hash)));
    return found >= 0 && found < place ? found : null;
  };
}
