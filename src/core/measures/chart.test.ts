import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { type Charted, chartOf } from "./chart.ts";

/** The Monday of a week, counted from 5 Jan 2026 on. */
const week = (n: number) => Temporal.PlainDate.from("2026-01-05").add({ weeks: n }).toString();

const points = (values: readonly number[], n = 10) =>
  values.map((value, place) => ({ start: week(place), value, n }));

const by = (measure: Charted["measure"], redrawn: Charted["redrawn"] = []): Charted => ({
  ...{ measure, every: "week", redrawn },
});

const count = { unit: "changes", scale: "linear", aggregate: "count" } as const;
const duration = { unit: "seconds", scale: "log", aggregate: "median" } as const;
const share = { unit: "ratio", scale: "linear", aggregate: "share" } as const;

/** Up and down around the middle, so that nothing is unusual. */
const zigzag = (low: number, high: number, length = 12) =>
  Array.from({ length }, (_, place) => (place % 2 === 0 ? low : high));

test("eleven points are not enough to say what is usual, twelve are", () => {
  expect(chartOf(points(zigzag(4, 6, 11)), by(count))).toEqual({
    chart: null,
    noChart: "Not enough to say what is usual: 11 complete weeks with a value, 12 are needed.",
  });
  expect(chartOf(points(zigzag(4, 6)), by(count)).chart).toEqual({
    scale: "linear",
    centre: 5,
    lower: 0,
    upper: expect.closeTo(10.32, 10),
    segments: [
      { start: week(0), until: null, centre: 5, lower: 0, upper: expect.closeTo(10.32, 10), why: null },
    ],
    signals: [],
  });
});

test("a count's lower limit is never below 0, but the rules know where it is", () => {
  // Twelve weeks around 5 with ranges of 6 give a lower limit of 5 - 2.66 × 6 = -10.96: nothing is below that.
  const { chart } = chartOf(points(zigzag(2, 8)), by(count));
  expect(chart?.lower).toBe(0);
  expect(chart?.signals).toEqual([]);
});

test("a share's limits stay between 0 and 1", () => {
  const { chart } = chartOf(points(zigzag(0.3, 0.7)), by(share));
  expect([chart?.lower, chart?.upper]).toEqual([0, 1]);
});

test("durations have limits on their logarithm, at equal ratios from the centre", () => {
  const { chart } = chartOf(points(zigzag(3_600, 14_400)), by(duration));
  // The centre is the geometric mean, 2 h; a step is a factor of 4, so the limits are 4^2.66 away.
  expect(chart?.centre).toBe(7_200);
  expect(chart?.upper).toBeCloseTo(7_200 * 4 ** 2.66, 3);
  expect(chart?.lower).toBeCloseTo(7_200 / 4 ** 2.66, 3);
});

test("what took no time counts as a second on a log scale", () => {
  const { chart } = chartOf(points(zigzag(0, 1)), by(duration));
  expect([chart?.centre, chart?.lower, chart?.upper]).toEqual([1, 1, 1]);
});

test("a share that stands on fewer than five items a point has no chart but the advice to widen the period", () => {
  const few = chartOf(points(zigzag(0.2, 0.4), 4), by(share));
  expect(few.chart).toBeNull();
  expect(few.noChart).toBe(
    "Not enough to say what is usual: a week stands on 4.0 on average, 5 are needed. Look at it by month.",
  );
  expect(chartOf(points(zigzag(0.2, 0.4), 5), by(share)).chart).not.toBeNull();
  expect(chartOf(points(zigzag(2, 4), 1), by(count)).chart).not.toBeNull();
});

test("a signal names the period that it is on", () => {
  const { chart } = chartOf(points([...zigzag(4, 6, 14), 40]), by(count));
  expect(chart?.signals.filter(({ rule }) => rule === "outside")).toEqual([
    { start: week(14), rule: "outside" },
  ]);
});

const queue = (day: string) => ({ day, reason: "We merge through a queue" });

test("points from the period of a redrawn day on have limits of their own", () => {
  const two = points([...zigzag(4, 6), ...zigzag(10, 14)]);
  // A Thursday: the week that it is in is the first of the new ones.
  const { chart } = chartOf(two, by(count, [queue("2026-04-02")]));
  expect(week(12)).toBe("2026-03-30");
  expect(chart?.segments).toEqual([
    { start: week(0), until: week(12), centre: 5, lower: 0, upper: expect.closeTo(10.32, 10), why: null },
    {
      ...{ start: week(12), until: null, centre: 12 },
      ...{ lower: expect.closeTo(1.36, 10), upper: expect.closeTo(22.64, 10), why: null },
    },
  ]);
  expect([chart?.centre, chart?.lower]).toEqual([12, chart?.segments[1]?.lower]);
});

test("a lasting change that is a signal by the old limits is none by its own", () => {
  const two = points([...zigzag(4, 6), ...zigzag(10, 14)]);
  expect(chartOf(two, by(count)).chart?.signals.length).toBeGreaterThan(0);
  expect(chartOf(two, by(count, [queue(week(12))])).chart?.signals).toEqual([]);
});

test("what is unusual is found by the limits of its own segment", () => {
  // 9 is beyond the limits of weeks of 4 and 5, and in the middle of those of 6 and 12.
  const values = [...zigzag(4, 5), 9, ...zigzag(6, 12), 9];
  const { chart } = chartOf(points(values), by(count, [queue(week(13))]));
  expect(chart?.signals).toEqual([{ start: week(12), rule: "outside" }]);
});

test("a run does not go on across a redrawn day", () => {
  // Seven in a row below the middle, and then one more.
  const values = [...zigzag(5, 9, 8), ...Array(7).fill(6), ...zigzag(5, 9)];
  const runs = (redrawn: Charted["redrawn"]) =>
    chartOf(points(values), by(count, redrawn)).chart?.signals.filter(({ rule }) => rule === "run-of-8");
  expect(runs([])).toEqual([{ start: week(15), rule: "run-of-8" }]);
  expect(runs([queue(week(15))])).toEqual([]);
});

test("fewer than twelve points since have no limits and no signals, and say since when that is", () => {
  const { chart } = chartOf(points([...zigzag(4, 6), 40, 40, 40, 40, 40]), by(count, [queue(week(12))]));
  expect(chart?.segments[1]).toEqual({
    ...{ start: week(12), until: null, centre: null, lower: null, upper: null },
    why: "Not enough to say what is usual since the week of 30 Mar 2026: 5 complete weeks with a value, 12 are needed.",
  });
  expect(chart?.signals).toEqual([]);
  expect(chart?.centre).toBe(5);
});

test("fewer than twelve points before have none either, and those between two days say so", () => {
  const { chart } = chartOf(
    points([1, 2, 3, 4, ...zigzag(4, 6)]),
    by(count, [queue(week(4)), queue(week(2))]),
  );
  expect(chart?.segments.map(({ why }) => why)).toEqual([
    "Not enough to say what is usual before the week of 19 Jan 2026: 2 complete weeks with a value, 12 are needed.",
    "Not enough to say what is usual from the week of 19 Jan 2026 until the week of 2 Feb 2026: 2 complete weeks with a value, 12 are needed.",
    null,
  ]);
});

test("where no segment has enough there is no chart, and the newest says why", () => {
  const { chart, noChart } = chartOf(points(zigzag(4, 6, 20)), by(count, [queue(week(11))]));
  expect(chart).toBeNull();
  expect(noChart).toBe(
    "Not enough to say what is usual since the week of 23 Mar 2026: 9 complete weeks with a value, 12 are needed.",
  );
});

test("a day after the last complete week begins a segment without any point yet", () => {
  const { chart } = chartOf(points(zigzag(4, 6)), by(count, [queue(week(13))]));
  expect(chart?.segments[1]).toMatchObject({ start: week(13), until: null, centre: null });
  expect(chart?.segments[1]?.why).toContain("0 complete weeks with a value");
});

test("a day before the first point, and a second day in one week, split nothing", () => {
  const one = [queue("2026-01-07")];
  expect(chartOf(points(zigzag(4, 6)), by(count, one))).toEqual(chartOf(points(zigzag(4, 6)), by(count)));
  const twice = [queue(week(12)), queue("2026-04-05")];
  const two = points([...zigzag(4, 6), ...zigzag(10, 14)]);
  expect(chartOf(two, by(count, twice)).chart?.segments).toHaveLength(2);
  expect(chartOf([], by(count, one)).noChart).toBe(
    "Not enough to say what is usual: 0 complete weeks with a value, 12 are needed.",
  );
});

test("a share needs five items a point in each segment", () => {
  const thin = [...points(zigzag(0.2, 0.4)), ...points(zigzag(0.2, 0.4, 24), 4).slice(12)];
  expect(chartOf(thin, by(share, [queue(week(12))])).chart?.segments[1]?.why).toBe(
    "Not enough to say what is usual since the week of 30 Mar 2026: a week stands on 4.0 on average, 5 are needed. Look at it by month.",
  );
});
