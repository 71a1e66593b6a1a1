import type { AnswerOf } from "../../platform/http/contract.ts";
import type { graph } from "./links/contract.ts";

type Graph = AnswerOf<typeof graph>;

/** Between two rows, by their places; `depth` is how far it reaches out. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly kind: Graph["edges"][number]["kind"];
  readonly depth: number;
}

/** An arc between neighbours reaches out so far, and none further than the room that there is. */
const [NEAR, STEP, FAR] = [36, 10, 140];

/** Those that have to do with another one, the latest first, with an arc for each thing that is said. */
export function arcsOf(nodes: Graph["nodes"], edges: Graph["edges"]): { rows: Graph["nodes"]; arcs: Arc[] } {
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const rows = nodes
    .filter(({ id }) => linked.has(id))
    .toSorted(
      (one, other) =>
        (other.date ?? "9999").localeCompare(one.date ?? "9999") || one.title.localeCompare(other.title),
    );
  const places = new Map(rows.map(({ id }, place) => [id, place]));
  const arcs = edges.flatMap(({ from, to, kind }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (a === undefined || b === undefined) return [];
    return [{ from: a, to: b, kind, depth: Math.min(FAR, NEAR + STEP * Math.abs(a - b)) }];
  });
  return { rows, arcs };
}
