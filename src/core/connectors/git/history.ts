import { believable } from "./dates.ts";
import { type Deployment, type Deployments, deploymentsOf } from "./deployments.ts";
import {
  commitFinder,
  type FindCommit,
  firstParents,
  firstReaching,
  type Graph,
  numberOf,
  parentCount,
} from "./graph.ts";
import type { Chosen } from "./rule.ts";

/** A graph with what follows from it: which commits are changes, when each was merged, and which deployment delivers it. */
export interface History {
  readonly graph: Graph;
  readonly find: FindCommit;
  /** The default branch's first parents, oldest first. */
  readonly chain: readonly number[];
  /** The place in the chain of the first commit that contained it, or -1. */
  readonly merged: Int32Array;
  readonly deployments: readonly Deployment[];
  /** The place of the first deployment that reaches it, or -1. */
  readonly delivered: Int32Array;
  readonly known: Deployments;
  /** 1 for merges, which are no changes. */
  readonly merges: Uint8Array;
  readonly now: number;
}

export interface Tips {
  readonly tip: string;
  readonly chosen: Chosen;
  /** Where a shallow clone was cut off and the commit is a merge that no longer looks like one. */
  readonly cutMerges: readonly string[];
  readonly now: number;
}

export function historyOf(graph: Graph, { tip, chosen, cutMerges, now }: Tips): History {
  const chain = firstParents(graph, numberOf(graph, tip));
  const known = deploymentsOf(graph, chosen, now);
  const merges = new Uint8Array(graph.hashes.size).map((_, commit) =>
    parentCount(graph, commit) > 1 ? 1 : 0,
  );
  for (const hash of cutMerges) {
    const commit = graph.hashes.find(hash);
    if (commit !== undefined) merges[commit] = 1;
  }
  return {
    graph,
    find: commitFinder(graph),
    chain,
    merged: firstReaching(graph, chain),
    deployments: known.list,
    delivered: firstReaching(
      graph,
      known.list.map((one) => one.commit),
    ),
    known,
    merges,
    now,
  };
}

/** A change's own time in milliseconds; `null` where it cannot be right. */
export const committedAt = ({ graph, now }: History, commit: number): number | null =>
  believable(graph.seconds[commit] as number, now);

/**
 * When the default branch first contained it. Where the date of the merge cannot be right, the change's own date stands
 * for it, as the merge cannot have been earlier.
 */
export function mergedAt(history: History, commit: number): number | null {
  const by = history.chain[history.merged[commit] as number];
  return by === undefined ? null : (committedAt(history, by) ?? committedAt(history, commit));
}

/** The numbers of all changes, parents first. */
export function* changesOf({ merges }: History): Generator<number> {
  for (let commit = 0; commit < merges.length; commit++) if (merges[commit] === 0) yield commit;
}
