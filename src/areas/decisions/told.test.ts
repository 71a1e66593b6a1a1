import { expect, test } from "vitest";
import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { canTell, toldBy } from "./told.ts";

const answer = (
  values: readonly (readonly [start: string, value: number | null])[],
  more: Partial<MeasureAnswer> = {},
) =>
  ({
    ...{ measure: "m", title: "M", every: "week", sentence: "", chart: null, partial: [] },
    definition: { unit: "seconds" },
    points: values.map(([start, value]) => ({ start, value, n: 1 })),
    ...more,
  }) as unknown as MeasureAnswer;
const expected = { bound: "at-most", value: 10, since: "2026-06-03", resolveBy: "2026-06-24" } as const;

test("the last whole period tells that began after it was expected and was over by its day", () => {
  const weeks = answer([
    ["2026-06-01", 99],
    ["2026-06-08", 12],
    ["2026-06-15", 9],
    ["2026-06-22", 50],
  ]);
  // The week of 22 June is not over on the 24th.
  expect(toldBy(weeks, expected)).toMatchObject({ came: "yes", reading: { start: "2026-06-15", value: 9 } });
  expect(toldBy(weeks, { ...expected, resolveBy: "2026-06-20" })).toMatchObject({ came: "no" });
  // A week ends on its Sunday: on that day it is over.
  expect(toldBy(weeks, { ...expected, resolveBy: "2026-06-28" })?.reading.start).toBe("2026-06-22");
  expect(toldBy(weeks, { ...expected, bound: "at-least" })?.came).toBe("no");
});

test("where no period fits, or its value is unknown or not whole, people tell it", () => {
  expect(toldBy(answer([["2026-06-01", 1]]), expected)).toBeNull();
  expect(toldBy(answer([["2026-06-08", null]]), expected)).toBeNull();
  expect(toldBy(answer([["2026-06-08", 1]], { partial: ["2026-06-08"] }), expected)).toBeNull();
  // An unknown last week is not replaced by an earlier one.
  expect(
    toldBy(
      answer([
        ["2026-06-08", 1],
        ["2026-06-15", null],
      ]),
      expected,
    ),
  ).toBeNull();
});

test("exactly the bound is within it", () => {
  const week = answer([["2026-06-08", 10]]);
  expect(toldBy(week, expected)?.came).toBe("yes");
  expect(toldBy(week, { ...expected, bound: "at-least" })?.came).toBe("yes");
});

test("a period must fit between the two days", () => {
  expect(canTell("month", { since: "2026-06-03", resolveBy: "2026-07-30" })).toBe(false);
  expect(canTell("month", { since: "2026-06-03", resolveBy: "2026-07-31" })).toBe(true);
  expect(canTell("month", { since: "2026-06-01", resolveBy: "2026-06-30" })).toBe(true);
  expect(canTell("week", { since: "2026-06-03", resolveBy: "2026-06-14" })).toBe(true);
  expect(canTell("week", { since: "2026-06-03", resolveBy: "2026-06-13" })).toBe(false);
  expect(canTell("day", { since: "2026-06-03", resolveBy: "2026-06-04" })).toBe(true);
});
