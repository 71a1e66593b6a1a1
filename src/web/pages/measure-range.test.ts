import { expect, test } from "vitest";
import { periodStart, rangeOf } from "./measure-range.ts";

test("a week begins on Monday, also when asked on a Sunday", () => {
  expect(["2026-11-22", "2026-11-23", "2026-11-29"].map((day) => periodStart(day, "week"))).toEqual([
    "2026-11-16",
    "2026-11-23",
    "2026-11-23",
  ]);
});

test("26 weeks are the running one and the 25 before it, and begin with a whole week", () => {
  expect(rangeOf({}, "2026-11-22", null)).toEqual({ every: "week", from: "2026-05-25", to: undefined });
});

test("by month a range begins on the first", () => {
  expect(rangeOf({ every: "month", range: "1y" }, "2026-11-22", null).from).toBe("2025-11-01");
});

test("all begins where the history begins", () => {
  expect(rangeOf({ range: "all" }, "2026-11-22", "2019-03-06").from).toBe("2019-03-04");
});

test("dates that someone chose are taken as they are", () => {
  expect(rangeOf({ from: "2026-01-07", range: "5y" }, "2026-11-22", null)).toEqual({
    every: "week",
    from: "2026-01-07",
    to: undefined,
  });
});
