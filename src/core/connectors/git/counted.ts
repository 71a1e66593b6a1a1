import type { Delivery } from "./deliveries.ts";
import { type Graph, parentsOf } from "./graph.ts";
import type { History } from "./history.ts";
import type { Membership } from "./parts/membership.ts";
import type { Component, Series } from "./series.ts";

/** The deployments of a series that count for one component. */
export interface Counted {
  has(place: number): boolean;
  add(place: number): void;
  /** The last one that counts before a place, or -1. */
  before(place: number): number;
  readonly size: number;
  /** A bit each, in base64, for {@link countedOf}; `null` where all count. */
  readonly kept: string | null;
}

/** As it was kept, or from the beginning. */
export function countedOf({ every }: Component, { history }: Series, kept: string | null): Counted {
  const { length } = history.deployments;
  if (every)
    return { has: () => true, add: () => undefined, before: (place) => place - 1, size: length, kept: null };
  const bits = new Uint8Array((length + 7) >> 3);
  bits.set(Buffer.from(kept ?? "", "base64"));
  const has = (place: number): boolean => (((bits[place >> 3] as number) >> (place & 7)) & 1) === 1;
  return {
    has,
    add: (place) => {
      bits[place >> 3] = (bits[place >> 3] as number) | (1 << (place & 7));
    },
    before: (place) => {
      let at = place - 1;
      while (at >= 0 && !has(at)) at -= 1;
      return at;
    },
    get size() {
      let n = 0;
      for (let place = 0; place < length; place++) if (has(place)) n += 1;
      return n;
    },
    get kept() {
      return Buffer.from(bits).toString("base64");
    },
  };
}

/**
 * The components for which a deployment counts: those to which it delivers a change or from which it takes one back, and
 * the repository itself also where it does so for none of them.
 */
export function componentsAt(
  { history, components }: Series,
  membership: Membership,
  {
    place,
    delivered,
    counted,
  }: { place: number; delivered: readonly Delivery[]; counted: (one: Component) => Counted },
): Component[] {
  const left = components.every(({ every }) => every) ? null : leftBehind(history, place);
  const concerns = (one: Component): boolean =>
    one.every ||
    delivered.some(({ set }) => membership.sets[set]?.includes(one.number)) ||
    (left !== null && takesBack(one, { ...left, last: counted(one).before(place) }, membership));
  const found = components.filter(concerns);
  return found.length > 0 ? found : components.filter(({ number }) => number === 0);
}

/** What a rollback goes back to: the deployment that had delivered its commit first, and what that one had delivered besides. */
export interface Left {
  readonly first: number;
  readonly changes: readonly number[];
}

function takesBack(
  { number }: Component,
  { first, changes, last }: Left & { readonly last: number },
  membership: Membership,
): boolean {
  return last > first || (last === first && changes.some((change) => membership.has(change, number)));
}

/** Of a rollback to the middle of an earlier deployment, the changes of that one that it leaves out; `null` for no rollback. */
export function leftBehind({ graph, merges, deployments, delivered }: History, place: number): Left | null {
  const commit = deployments[place]?.commit as number;
  const first = delivered[commit] as number;
  if (first >= place) return null;
  if (deployments[first]?.commit === commit) return { first, changes: [] };
  const kept = within(graph, commit, (one) => delivered[one] === first);
  const changes: number[] = [];
  for (let one = 0; one < merges.length; one++)
    if (delivered[one] === first && merges[one] === 0 && !kept.has(one)) changes.push(one);
  return { first, changes };
}

/** A commit and those before it, on ways that never leave what belongs. */
function within(graph: Graph, tip: number, belongs: (commit: number) => boolean): Set<number> {
  const found = new Set<number>();
  const stack = [tip];
  for (let commit = stack.pop(); commit !== undefined; commit = stack.pop()) {
    if (found.has(commit) || !belongs(commit)) continue;
    found.add(commit);
    stack.push(...parentsOf(graph, commit));
  }
  return found;
}
