import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { file } from "../record/testing.ts";
import { faultOf } from "./paths.ts";
import { planFor } from "./plan.ts";
import { putTogether } from "./put-together.ts";
import { readFolder } from "./reading.ts";
import { sayCounts } from "./told.ts";

test("our own decisions are read, each with its state, and nothing is odd about them", () => {
  const folder = new URL("../../../../decisions/", import.meta.url);
  const files = readdirSync(folder).map((path) => ({
    path,
    bytes: new Uint8Array(readFileSync(new URL(path, folder))),
  }));
  const { records, problems } = readFolder(files);
  expect(records.length).toBeGreaterThan(10);
  expect(records.flatMap((one) => one.problems)).toEqual([]);
  expect(problems).toEqual([]);
  expect(new Set(records.map(({ values }) => values.status))).not.toContain(null);
});

test.each([
  ["docs/0001 täglich – 决定.md", null],
  ["../x.md", "leads out"],
  ["a/../x.md", "leads out"],
  ["/x.md", "place of its own"],
  ["C:/x.md", "place of its own"],
  ["a\\x.md", "backslash"],
  ["a\0.md", "control"],
  ["a//x.md", "empty part"],
  ["./x.md", "empty part"],
  ["a/.GIT/x.md", "Git's own"],
  ["\ud800.md", "no UTF-8"],
  ["", "no name"],
  ["x".repeat(1_001), "longer"],
])("the path %j", (path, says) => {
  if (says === null) expect(faultOf(path)).toBeNull();
  else expect(faultOf(path)).toContain(says);
});

const printed = (path: string, print: string) => {
  const [one] = readFolder([
    file(path, "# A", "", "## Status", "", "Accepted", "", "## Context", "", "x"),
  ]).records;
  if (!one) throw new Error("no record");
  return { ...one, print };
};
const known = (id: string, path: string, print: string) => ({
  id,
  path,
  print,
  printThere: null,
  gone: false,
});

test("two files of the same bytes are told apart by their paths, and one that moves is one that is gone from its place", () => {
  const before = [known("a", "1-a.md", "same"), known("b", "2-b.md", "same"), known("c", "3-c.md", "other")];
  const files = [printed("1-a.md", "same"), printed("9-b.md", "same"), printed("8-new.md", "same")];
  const plan = planFor(before, files, new Set(files.map(({ path }) => path)));
  expect(plan.unchanged.map(({ known: { id } }) => id)).toEqual(["a"]);
  expect(plan.moved.map(({ known: { id }, file: { path } }) => [id, path])).toEqual([["b", "9-b.md"]]);
  expect(plan.added.map(({ path }) => path)).toEqual(["8-new.md"]);
  expect(plan.gone.map(({ id }) => id)).toEqual(["c"]);
  // What is there and cannot be read is not gone.
  expect(planFor(before, [], new Set(["3-c.md"])).gone.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("what both sides made the same of is no clash; what they made different things of stays as it is here", () => {
  const { values: base } = printed("1-a.md", "");
  const same = putTogether(base, { ...base, title: "B" }, { ...base, title: "B" });
  expect(same).toEqual({ values: { ...base, title: "B" }, clashes: [] });
  const { values, clashes } = putTogether(
    base,
    { ...base, title: "B", deciders: ["Ann"] },
    { ...base, title: "C", reviewBy: "2027-01-01" },
  );
  expect(values).toMatchObject({ title: "B", deciders: ["Ann"], reviewBy: "2027-01-01" });
  expect(clashes).toEqual(["the title"]);
});

test("counts are said in words", () => {
  const none = {
    added: 0,
    changed: 0,
    merged: 0,
    clashed: 0,
    moved: 0,
    back: 0,
    gone: 0,
    unchanged: 0,
    leftOut: 0,
  };
  expect(sayCounts(none)).toBe("No record was found.");
  expect(sayCounts({ ...none, added: 1, leftOut: 1 })).toBe("1 record is new. 1 file was left out.");
  expect(sayCounts({ ...none, changed: 2, gone: 1 })).toBe(
    "2 records have changed there, 1 is gone there and stays here.",
  );
});
