import { compare } from "./deployments.ts";
import { type Graph, parentCount, parentsOf } from "./graph.ts";
import type { Trunk } from "./history.ts";
import type { Mention } from "./messages.ts";
import type { Membership } from "./parts/membership.ts";

/** What a delivered commit says about earlier ones. */
export interface Mark {
  readonly commit: number;
  readonly reverts: readonly Mention[];
  readonly fixes: readonly string[];
}

/** The components that a commit concerns: those for which it counts, or for a merge all that it brought in. */
export function concernedBy(trunk: Trunk, membership: Membership, commit: number): ReadonlySet<number> {
  if (membership.names.length === 1) return ITSELF;
  const changes = trunk.merges[commit] === 1 ? broughtIn(trunk, commit, null) : [commit];
  const sets = new Set(changes.map((change) => membership.setOf(change)));
  const found = new Set([...sets].flatMap((set) => membership.sets[set] ?? []));
  return found.size > 0 ? found : ITSELF;
}

const ITSELF: ReadonlySet<number> = new Set([0]);

/** The changes whose components have to be known to say what a mark shows. */
export function* changesOfMark(trunk: Trunk, { commit, reverts, fixes }: Mark): Generator<number> {
  if (trunk.merges[commit] === 0) for (const mention of reverts) yield* revertedBy(trunk, mention);
  else if (fixes.length > 0) yield* broughtIn(trunk, commit, null);
}

/** What is reverted: a change, or all that a merge brought in. */
export function revertedBy(trunk: Trunk, { hash, relativeTo }: Mention): number[] {
  const commit = trunk.find(hash);
  if (commit === null) return [];
  if (trunk.merges[commit] === 0) return [commit];
  return broughtIn(trunk, commit, relativeTo === null ? null : trunk.find(relativeTo));
}

/** Where several commits show the same, the earliest is named. */
export const inTime = ({ graph }: Trunk, marks: readonly Mark[]): Mark[] =>
  marks.toSorted(
    (a, b) =>
      (graph.seconds[a.commit] || 0) - (graph.seconds[b.commit] || 0) ||
      compare(graph.hashes.at(a.commit), graph.hashes.at(b.commit)),
  );

/** The changes that can be reached from a merge, but not from what it was merged into (its first parent, where it does not say). */
function broughtIn({ graph, merges }: Trunk, merge: number, into: number | null): number[] {
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
