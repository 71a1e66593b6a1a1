import { secondsOf } from "./dates.ts";
import { type Hashes, newHashes } from "./hashes.ts";
import type { Git } from "./program/git.ts";

/**
 * The commits of a history, numbered so that parents come before their children: only numbers, a few bytes each, as
 * histories have hundreds of thousands of them.
 */
export interface Graph {
  readonly hashes: Hashes;
  /** The parents of commit n are `parents[from[n]]` up to, not including, `parents[from[n + 1]]`. */
  readonly parents: Int32Array;
  readonly from: Int32Array;
  /** Committer time in seconds, `NaN` where it cannot be read. */
  readonly seconds: Float64Array;
}

/**
 * Reads everything that can be reached from the tips: hashes, parents and times, nothing else. It does so too when only a few
 * commits are new, and their contents alone are read then: `git rev-list new --not old` trusts the commits' clocks and is
 * wrong where these are, while on the whole graph what is new, merged and delivered is exact, for a second per 200,000 commits.
 */
export async function readGraph(git: Git, tips: readonly string[]): Promise<Graph> {
  const hashes = newHashes();
  const parents: number[] = [];
  const from: number[] = [0];
  const seconds: number[] = [];
  const args = ["log", "-z", "--topo-order", "--reverse", "--no-notes", "--format=%H %ct %P", "--stdin"];
  for await (const records of git.fields(args, { input: lines(tips) })) {
    for (const record of records) {
      const [hash = "", time = "", ...before] = record.split(" ");
      hashes.add(hash);
      seconds.push(secondsOf(time));
      for (const parent of before) {
        const number = hashes.find(parent);
        if (number !== undefined) parents.push(number);
      }
      from.push(parents.length);
    }
  }
  return {
    hashes,
    parents: Int32Array.from(parents),
    from: Int32Array.from(from),
    seconds: Float64Array.from(seconds),
  };
}

export const lines = (hashes: readonly string[]): string => hashes.map((hash) => `${hash}\n`).join("");

export const parentsOf = (graph: Graph, commit: number): Int32Array =>
  graph.parents.subarray(graph.from[commit], graph.from[commit + 1]);

export const parentCount = (graph: Graph, commit: number): number =>
  (graph.from[commit + 1] ?? 0) - (graph.from[commit] ?? 0);

export function numberOf(graph: Graph, hash: string): number {
  const number = graph.hashes.find(hash);
  if (number === undefined) throw new Error(`the commit ${hash} is not in the graph`);
  return number;
}

/** The first parents from the very first commit up to this one, oldest first. */
export function firstParents(graph: Graph, tip: number): number[] {
  const chain = [tip];
  for (let at = tip; parentCount(graph, at) > 0; ) {
    at = graph.parents[graph.from[at] ?? 0] as number;
    chain.push(at);
  }
  return chain.reverse();
}

/**
 * Gives each commit the place of the first one in `heads` from which it can be reached, or -1. Each commit is visited
 * once, however many heads there are.
 */
export function firstReaching(graph: Graph, heads: readonly number[]): Int32Array {
  const places = new Int32Array(graph.hashes.size).fill(-1);
  const stack: number[] = [];
  const visit = (commit: number, place: number): void => {
    if (places[commit] !== -1) return;
    places[commit] = place;
    stack.push(commit);
  };
  heads.forEach((head, place) => {
    visit(head, place);
    for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
      for (let at = graph.from[commit] as number; at < (graph.from[commit + 1] as number); at++) {
        visit(graph.parents[at] as number, place);
      }
    }
  });
  return places;
}

/** The longest way down to a commit without parents: less for an ancestor than for its descendants, in every clone alike. */
export function depths(graph: Graph): Int32Array {
  const depth = new Int32Array(graph.hashes.size);
  for (let commit = 0; commit < depth.length; commit++) {
    let deepest = -1;
    for (const parent of parentsOf(graph, commit)) deepest = Math.max(deepest, depth[parent] as number);
    depth[commit] = deepest + 1;
  }
  return depth;
}

/** The number of the one commit with this hash, or with a hash that begins so; `null` where there is none or several. */
export type FindCommit = (hash: string) => number | null;

export function commitFinder({ hashes }: Graph): FindCommit {
  const shortened = new Map<string, number | null>();
  return (hash) => {
    const found = hashes.find(hash) ?? shortened.get(hash);
    if (found !== undefined) return found;
    const searched = hashes.findShortened(hash) ?? null;
    shortened.set(hash, searched);
    return searched;
  };
}
