import { expect, test } from "vitest";
import { changeGroups, placeWords } from "./change-words.ts";

test("what goes away is told first, each kind with its number, and with how many are not listed", () => {
  const changes = [
    { kind: "unit_archived", what: "Shop is archived" },
    { kind: "person_added", what: "Ann is new" },
  ] as const;
  const groups = changeGroups({
    changes: [...changes].reverse(),
    counts: { unit_archived: 1, person_added: 1_200 },
  });
  expect(groups.map(({ title, listed, more }) => [title, listed, more])).toEqual([
    ["1 team or group is archived", ["Shop is archived"], 0],
    ["1,200 people are new", ["Ann is new"], 1_199],
  ]);
});

test("a place is a line of a file, or the whole file", () => {
  expect([placeWords({ file: "a.yaml", line: 3 }), placeWords({ file: "sign-in", line: 0 })]).toEqual([
    "a.yaml:3",
    "sign-in",
  ]);
});
