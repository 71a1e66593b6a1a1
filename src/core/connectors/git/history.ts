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

/** A graph with what follows from it: which commits are changes, and when each was merged. */
export interface Trunk {
  readonly graph: Graph;
  readonly find: FindCommit;
  /** The default branch's first parents, oldest first. */
  readonly chain: readonly number[];
  /** The place in the chain of the first commit that contained it, or -1. */
  readonly merged: Int32Array;
  /** 1 for merges, which are no changes. */
  readonly merges: Uint8Array;
  readonly now: number;
}

/** A trunk with the deployments of one rule, and which of them delivers each change. */
export interface History extends Trunk {
  readonly deployments: readonly Deployment[];
  /** The place of the first deployment that reaches it, or -1. */
  readonly delivered: Int32Array;
  readonly known: Deployments;
}

export interface Tips {
  readonly tip: string;
  /** Where a shallow clone was cut off and the commit is a merge that no longer looks like one. */
  readonly cutMerges: readonly string[];
  readonly now: number;
}

export function trunkOf(graph: Graph, { tip, cutMerges, now }: Tips): Trunk {
  const chain = firstParents(graph, numberOf(graph, tip));
  const merges = new Uint8Array(graph.hashes.size).map((_, commit) =>
    parentCount(graph, commit) > 1 ? 1 : 0,
  );
  for (const hash of cutMerges) {
    const commit = graph.hashes.find(hash);
    if (commit !== undefined) merges[commit] = 1;
  }
  return { graph, find: commitFinder(graph), chain, merged: firstReaching(graph, chain), merges, now };
}

export function historyOf(trunk: Trunk, chosen: Chosen): History {
  const { graph, now } = trunk;
  const known = deploymentsOf(graph, chosen, now);
  const tips = known.list.map((one) => one.commit);
  return { ...trunk, deployments: known.list, delivered: firstReaching(graph, tips), known };
}

/** A change's own time in milliseconds; `null` where it cannot be right. */
export const committedAt = ({ graph, now }: Trunk, commit: number): number | null =>
  believable(graph.seconds[commit] as number, now);

/**
 * When the default branch first contained it. Where the date of the merge cannot be right, the change's own date stands
 * for it, as the merge cannot have been earlier.
 */
export function mergedAt(trunk: Trunk, commit: number): number | null {
  const by = trunk.chain[trunk.merged[commit] as number];
  return by === undefined ? null : (committedAt(trunk, by) ?? committedAt(trunk, commit));
}

/** The numbers of all changes, parents first. */
export function* changesOf({ merges }: Trunk): Generator<number> {
  for (let commit = 0; commit < merges.length; commit++) if (merges[commit] === 0) yield commit;
}
