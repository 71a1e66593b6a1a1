import { believable, believableFrom } from "./dates.ts";
import { depths, firstParents, type Graph, numberOf } from "./graph.ts";
import { type Remark, remark, short } from "./remarks.ts";
import type { Chosen, Tag } from "./rule.ts";

/** A deployment, in its place among the others. */
export interface Deployment {
  /** The commit's number and hash; the hash is the deployment's id, as two tags on one commit are one deployment. */
  readonly commit: number;
  readonly id: string;
  /** In milliseconds. */
  readonly at: number;
  readonly names: readonly string[];
}

export interface Deployments {
  /** In the order of time; of those of one moment, an ancestor comes first. On a branch, in the branch's order. */
  readonly list: readonly Deployment[];
  readonly remarks: readonly Remark[];
  /** Times in seconds that could not be believed. */
  readonly doubted: readonly number[];
}

export function deploymentsOf(graph: Graph, chosen: Chosen, now: number): Deployments {
  if (chosen.kind === "branch") return ofBranch(graph, numberOf(graph, chosen.branch.tip), now);
  return chosen.kind === "tags" ? ofTags(graph, chosen.tags, now) : { list: [], remarks: [], doubted: [] };
}

function ofBranch(graph: Graph, tip: number, now: number): Deployments {
  const chain = firstParents(graph, tip).map((commit) => ({
    commit,
    at: believable(secondsAt(graph, commit), now),
  }));
  const list = chain.flatMap(({ commit, at }) => {
    const id = graph.hashes.at(commit);
    return at === null ? [] : [{ commit, id, at, names: [short(id)] }];
  });
  const doubtful = chain.filter(({ at }) => at === null).map(({ commit }) => commit);
  return {
    list,
    remarks: remark(
      "deployments left out, as the date of their commit cannot be right",
      doubtful.map((commit) => short(graph.hashes.at(commit))),
    ),
    doubted: doubtful.map((commit) => secondsAt(graph, commit)),
  };
}

function ofTags(graph: Graph, tags: readonly Tag[], now: number): Deployments {
  const dated = tags.map((tag) => {
    const commit = numberOf(graph, tag.commit);
    const seconds = tag.tagged ?? secondsAt(graph, commit);
    return { name: tag.name, commit, id: tag.commit, seconds, at: believable(seconds, now) };
  });
  const doubtful = dated.filter((tag) => tag.at === null);
  const believed = dated.filter(isDated).sort((a, b) => a.at - b.at || compare(a.name, b.name));
  const byCommit = Map.groupBy(believed, (tag) => tag.commit);
  const list = [...byCommit.values()].map((same) => ({
    commit: same[0]?.commit as number,
    id: same[0]?.id as string,
    at: same[0]?.at as number,
    names: same.map((tag) => tag.name),
  }));
  const ordered = inOrder(graph, list);
  return {
    list: ordered,
    remarks: [
      ...remark(
        "deployments left out, as the date of their tag cannot be right",
        doubtful.map((tag) => tag.name),
      ),
      ...remark(
        "tags put on a commit that was deployed before, after other deployments: each counts as that earlier one, so a rollback by such a tag is not seen",
        cameBack(ordered, byCommit),
      ),
    ],
    doubted: doubtful.map((tag) => tag.seconds),
  };
}

/** Of tags on one commit, those that were made when another deployment had come since the first. */
function cameBack(
  list: readonly Deployment[],
  byCommit: ReadonlyMap<number, readonly { readonly name: string; readonly at: number }[]>,
): string[] {
  return list.flatMap(({ commit, names }, place) => {
    const next = list[place + 1]?.at ?? Number.POSITIVE_INFINITY;
    const later = (byCommit.get(commit) ?? []).filter((tag) => tag.at > next);
    return later.map(({ name }) => `${name} (on the commit of ${names[0]})`);
  });
}

function inOrder(graph: Graph, list: readonly Deployment[]): Deployment[] {
  const depth = depths(graph);
  const deep = (one: Deployment): number => depth[one.commit] as number;
  return list.toSorted((a, b) => a.at - b.at || deep(a) - deep(b) || compare(a.id, b.id));
}

const isDated = <T extends { at: number | null }>(tag: T): tag is T & { at: number } => tag.at !== null;

const secondsAt = (graph: Graph, commit: number): number => graph.seconds[commit] as number;

/** By code units: the same on every machine, whatever its language. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** When the first of these times will have come near enough to be believed; `null` where none ever will. */
export function nextBelievable(doubted: readonly number[], now: number): number | null {
  const times = doubted.flatMap((seconds) => believableFrom(seconds) ?? []).filter((time) => time > now);
  return times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b));
}
