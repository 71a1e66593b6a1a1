import { expect, test } from "vitest";
import { kindsOf, stretches, unsaid } from "./waits.ts";

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

const DAY = 86_400;

test("what the words say already is not said a second time", () => {
  const way = stretches({ beforeCommitted: 7_200, beforeMerged: 0, beforeDeployed: 4 * DAY });
  const rest = (where: string) => unsaid(way, where).map(({ key }) => key);
  expect(rest("waited 4 days for a release")).toEqual(["beforeCommitted", "beforeMerged"]);
  expect(rest("waited 14 days from commit to release")).toEqual([
    "beforeCommitted",
    "beforeMerged",
    "beforeDeployed",
  ]);
});

test("the key names only what some bar has", () => {
  const waits = { beforeCommitted: 5, beforeMerged: 0, beforeDeployed: null };
  expect(kindsOf([{ waits }]).map(({ words }) => words)).toEqual(["written"]);
  expect(kindsOf([{ waits }, { waits: { ...waits, beforeDeployed: 3 } }]).map(({ words }) => words)).toEqual([
    "written",
    "to release",
  ]);
});
