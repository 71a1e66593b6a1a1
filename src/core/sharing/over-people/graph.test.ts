import fc from "fast-check";
import { expect, test } from "vitest";
import { type Graph, hold, leastCut } from "./graph.ts";

const points = ["a", "b", "c", "d", "e", "f"];

test("the least cut is that of trying all ways to part the points", () => {
  const held = fc.tuple(fc.constantFrom(...points), fc.constantFrom(...points), fc.nat(3));
  fc.assert(
    fc.property(fc.array(held, { maxLength: 12 }), (all) => {
      const graph: Graph = new Map();
      for (const [one, other, weight] of all) hold(graph, [one, other], weight);
      const cuts = Array.from({ length: 2 ** 4 }, (_, chosen) => {
        const side = new Set(["a", ...points.slice(2).filter((_, index) => (chosen >> index) & 1)]);
        return all.reduce(
          (sum, [one, other, weight]) => (side.has(one) === side.has(other) ? sum : sum + weight),
          0,
        );
      });
      expect(leastCut(graph, ["a", "b"], 99)).toBe(Math.min(...cuts));
      expect(leastCut(graph, ["a", "b"], 2)).toBe(Math.min(...cuts, 2));
    }),
    { numRuns: 500 },
  );
});

test("what took the shortest way is led another way where that lets more through", () => {
  const graph: Graph = new Map();
  for (const step of ["ac", "cd", "db"]) hold(graph, [step[0]!, step[1]!], 1);
  for (const step of ["ae", "ef", "fd", "cg", "gh", "hb"]) hold(graph, [step[0]!, step[1]!], 2);
  expect(leastCut(graph, ["a", "b"], 99)).toBe(3);
});
