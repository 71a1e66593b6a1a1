/**
 * Cuts every circle in a map from each thing to the one above it, at the smallest of its keys, so that the same circle is
 * cut at the same place whatever the order. Gives what was cut: the thing, and what had stood above it.
 */
export function cutCircles(above: Map<string, string>): Map<string, string> {
  const cut = new Map<string, string>();
  const done = new Set<string>();
  for (const start of above.keys()) {
    const circle = circleFrom(start, above, done);
    if (circle.length === 0) continue;
    const smallest = circle.toSorted()[0] as string;
    cut.set(smallest, above.get(smallest) as string);
    above.delete(smallest);
  }
  return cut;
}

/** The circle that the way up from here runs into, if it does. What is on the way is done. */
function circleFrom(start: string, above: ReadonlyMap<string, string>, done: Set<string>): string[] {
  const way: string[] = [];
  const on = new Set<string>();
  for (let at: string | undefined = start; at !== undefined && !done.has(at); at = above.get(at)) {
    if (on.has(at)) {
      for (const one of way) done.add(one);
      return way.slice(way.indexOf(at));
    }
    way.push(at);
    on.add(at);
  }
  for (const one of way) done.add(one);
  return [];
}
