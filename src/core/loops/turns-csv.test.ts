import { expect, test } from "vitest";
import type { Turn } from "./contract.ts";
import { turnsCsv } from "./turns-csv.ts";

const reading: Turn["readings"][number] = {
  ...{ measure: "change-lead-time", title: "Change lead time", unit: "seconds", every: "week" },
  ...{ start: "2026-02-02", value: 3_600, n: 4, usual: null, unusual: [], sentence: "" },
};

const turn = (more: Partial<Turn>): Turn => ({
  ...{ loop: "00000000-0000-4000-8000-000000000000", due: "2026-02-09", sense: "usual" },
  ...{ note: "", annotation: "", next: "nothing", version: 1, done: null },
  ...{ readings: [], guess: null, mine: null, followUps: [] },
  ...more,
});

test("each reading of a turn is a row, and what is unknown is empty", () => {
  const unknown = { ...reading, title: "Batch size", value: null };
  const rows = turnsCsv({ turns: [turn({ readings: [reading, unknown] })] })
    .trim()
    .split("\n");
  expect(rows).toEqual([
    "due,done,by,measure,period,value,unit,sense,note,next,led to,guessed,sure,came",
    "2026-02-09,,,Change lead time,2026-02-02,3600,seconds,usual,,nothing,,,,",
    "2026-02-09,,,Batch size,2026-02-02,,seconds,usual,,nothing,,,,",
  ]);
});

test("what somebody wrote is text to a table, never a formula, and keeps its lines", () => {
  const [, row] = turnsCsv({ turns: [turn({ note: "=1+2" })] }).split("\n");
  expect(row).toContain("'=1+2");
  expect(turnsCsv({ turns: [turn({ note: 'One, "two"\nthree' })] })).toContain('"One, ""two""\nthree"');
});

test("a guess says what was thought, how sure, and what came", () => {
  const guess: Turn["guess"] = {
    ...{ direction: "lower", sure: 70, lookedUp: "2026-02-16", came: "same", resolved: true, says: "" },
  };
  const [, row] = turnsCsv({ turns: [turn({ readings: [reading], guess })] }).split("\n");
  expect(row?.endsWith("shorter,70,about the same")).toBe(true);
});
