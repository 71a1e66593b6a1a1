import { expect, test } from "vitest";
import { stretches } from "./waits.ts";

test("a change's way is written, to merge, to release, each by its share", () => {
  const way = stretches({ beforeCommitted: 10, beforeMerged: 30, beforeDeployed: 60 });
  expect(way.map(({ words, share }) => [words, share])).toEqual([
    ["written", 0.1],
    ["to merge", 0.3],
    ["to release", 0.6],
  ]);
});

test("what is not known is left out and not drawn as nothing", () => {
  const way = stretches({ beforeCommitted: null, beforeMerged: null, beforeDeployed: 60 });
  expect(way.map(({ words, share }) => [words, share])).toEqual([["to release", 1]]);
});

test("a change that took no time at all divides by nothing", () => {
  expect(
    stretches({ beforeCommitted: 0, beforeMerged: 0, beforeDeployed: 0 }).map(({ share }) => share),
  ).toEqual([0, 0, 0]);
});
