import { expect, test } from "vitest";
import { chartOf } from "./chart.ts";

const points = (values: readonly number[], n = 10) =>
  values.map((value, week) => ({ start: `week ${week}`, value, n }));

const count = { unit: "changes", scale: "linear", aggregate: "count" } as const;
const duration = { unit: "seconds", scale: "log", aggregate: "median" } as const;
const share = { unit: "ratio", scale: "linear", aggregate: "share" } as const;

/** Up and down around the middle, so that nothing is unusual. */
const zigzag = (low: number, high: number, length = 12) =>
  Array.from({ length }, (_, place) => (place % 2 === 0 ? low : high));

test("eleven points are not enough to say what is usual, twelve are", () => {
  expect(chartOf(points(zigzag(4, 6, 11)), count, "week")).toEqual({
    chart: null,
    noChart: "Not enough to say what is usual: 11 complete weeks with a value, 12 are needed.",
  });
  expect(chartOf(points(zigzag(4, 6)), count, "week").chart).toEqual({
    scale: "linear",
    centre: 5,
    lower: 0,
    upper: expect.closeTo(10.32, 10),
    signals: [],
  });
});

test("a count's lower limit is never below 0, but the rules know where it is", () => {
  // Twelve weeks around 5 with ranges of 6 give a lower limit of 5 - 2.66 × 6 = -10.96: nothing is below that.
  const { chart } = chartOf(points(zigzag(2, 8)), count, "week");
  expect(chart?.lower).toBe(0);
  expect(chart?.signals).toEqual([]);
});

test("a share's limits stay between 0 and 1", () => {
  const { chart } = chartOf(points(zigzag(0.3, 0.7)), share, "week");
  expect([chart?.lower, chart?.upper]).toEqual([0, 1]);
});

test("durations have limits on their logarithm, at equal ratios from the centre", () => {
  const { chart } = chartOf(points(zigzag(3_600, 14_400)), duration, "week");
  // The centre is the geometric mean, 2 h; a step is a factor of 4, so the limits are 4^2.66 away.
  expect(chart?.centre).toBe(7_200);
  expect(chart?.upper).toBeCloseTo(7_200 * 4 ** 2.66, 3);
  expect(chart?.lower).toBeCloseTo(7_200 / 4 ** 2.66, 3);
});

test("what took no time counts as a second on a log scale", () => {
  const { chart } = chartOf(points(zigzag(0, 1)), duration, "week");
  expect([chart?.centre, chart?.lower, chart?.upper]).toEqual([1, 1, 1]);
});

test("a share that stands on fewer than five items a point has no chart but the advice to widen the period", () => {
  const few = chartOf(points(zigzag(0.2, 0.4), 4), share, "week");
  expect(few.chart).toBeNull();
  expect(few.noChart).toBe(
    "Not enough to say what is usual: a week stands on 4.0 on average, 5 are needed. Look at it by month.",
  );
  expect(chartOf(points(zigzag(0.2, 0.4), 5), share, "week").chart).not.toBeNull();
  expect(chartOf(points(zigzag(2, 4), 1), count, "week").chart).not.toBeNull();
});

test("a signal names the period that it is on", () => {
  const { chart } = chartOf(points([...zigzag(4, 6, 14), 40]), count, "week");
  expect(chart?.signals.filter(({ rule }) => rule === "outside")).toEqual([
    { start: "week 14", rule: "outside" },
  ]);
});
