import { changesOf } from "./history.ts";
import type { Membership } from "./parts/membership.ts";
import type { Series } from "./series.ts";

/** How many changes of one set a deployment delivers. */
export interface Delivery {
  readonly set: number;
  readonly changes: number;
}

/**
 * What each deployment from `first` on delivers; ask in the order of their places. One number a change is kept for it, as
 * there may be as many deployments as changes.
 */
export function deliveriesOf(
  { history }: Series,
  membership: Membership,
  first: number,
): (place: number) => Delivery[] {
  const sets = membership.sets.length;
  const keys = new Float64Array(history.graph.hashes.size);
  let size = 0;
  for (const commit of changesOf(history)) {
    const place = history.delivered[commit] as number;
    if (place >= first) keys[size++] = place * sets + membership.setOf(commit);
  }
  const sorted = keys.subarray(0, size).sort();
  let at = 0;
  return (place) => {
    const found: { set: number; changes: number }[] = [];
    for (; at < size && (sorted[at] as number) < (place + 1) * sets; at++) {
      const set = (sorted[at] as number) - place * sets;
      const last = found.at(-1);
      if (last?.set === set) last.changes += 1;
      else found.push({ set, changes: 1 });
    }
    return found;
  };
}
