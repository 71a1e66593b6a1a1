/** An undirected graph: how much holds each two of its points together, told from both. */
export type Graph = Map<string, Map<string, number>>;

/** Adds to what holds two points together, or takes away from it. A point is never held to itself. */
export function hold(graph: Graph, [one, other]: readonly [string, string], weight: number): void {
  if (one === other) return;
  add(graph, [one, other], weight);
  add(graph, [other, one], weight);
}

function add(graph: Graph, [from, to]: readonly [string, string], weight: number): void {
  const row = graph.get(from) ?? new Map<string, number>();
  graph.set(from, row.set(to, (row.get(to) ?? 0) + weight));
}

/**
 * The least that must be cut to part two points, counted up to `limit`. It is the most that flows from one to the
 * other (Ford & Fulkerson 1956), found by one path after the other, each carrying 1.
 */
export function leastCut(graph: Graph, [from, to]: readonly [string, string], limit: number): number {
  const flows: Graph = new Map();
  for (let flow = 0; flow < limit; flow++) {
    const path = pathBetween({ graph, flows }, [from, to]);
    if (!path) return flow;
    for (const [one, other] of path) {
      add(flows, [one, other], 1);
      add(flows, [other, one], -1);
    }
  }
  return limit;
}

/** The steps of a shortest path along which more can flow. What flows one way leaves more room for the other. */
function pathBetween(
  { graph, flows }: { readonly graph: Graph; readonly flows: Graph },
  [from, to]: readonly [string, string],
): [string, string][] | null {
  const cameFrom = new Map([[from, from]]);
  for (const point of cameFrom.keys()) {
    if (point === to) return stepsTo(to, cameFrom);
    const flowing = flows.get(point);
    for (const [next, weight] of graph.get(point) ?? []) {
      if (weight > (flowing?.get(next) ?? 0) && !cameFrom.has(next)) cameFrom.set(next, point);
    }
  }
  return null;
}

function stepsTo(to: string, cameFrom: ReadonlyMap<string, string>): [string, string][] {
  const steps: [string, string][] = [];
  for (let point = to; ; ) {
    const last = cameFrom.get(point);
    if (last === undefined || last === point) return steps;
    steps.push([last, point]);
    point = last;
  }
}
