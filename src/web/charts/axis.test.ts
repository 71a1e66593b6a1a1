import { expect, test } from "vitest";
import type { Series } from "../../core/charts/series.ts";
import { axisOf } from "./axis.ts";

const series = (values: number[], chart: Series["chart"] = null): Series => ({
  points: values.map((value, day) => ({ start: `2026-01-${String(day + 1).padStart(2, "0")}`, value, n: 1 })),
  partial: [],
  ...{ chart, redrawn: [] },
});
const chartOf = (scale: "linear" | "log", limits: { centre: number; lower: number; upper: number }) => ({
  ...{ scale, ...limits, signals: [] },
  segments: [{ start: "2026-01-01", until: null, ...limits, why: null }],
});
const DAY = 86_400;

test("the last label of an axis is never below the highest point or limit", () => {
  expect(axisOf(series([0, 0.25]), "ratio").ticks.at(-1)).toBeGreaterThanOrEqual(0.25);
  const chart = chartOf("linear", { centre: 2, lower: 0, upper: 7.4 });
  const { ticks, domain } = axisOf(series([3], chart), "changes");
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(7.4);
  expect(domain).toEqual([0, ticks.at(-1)]);
  const log = chartOf("log", { centre: 2 * DAY, lower: DAY / 4, upper: 5 * DAY });
  expect(axisOf(series([6.1 * DAY], log), "seconds").ticks.at(-1)).toBe(7 * DAY);
});

test("a point on a line needs no line above it", () => {
  expect(axisOf(series([0.3]), "ratio").domain).toEqual([0, 0.3]);
});

test("without any value the axis still has a height", () => {
  expect(axisOf(series([]), "changes").domain).toEqual([0, 1]);
  const chart = chartOf("log", { centre: 0, lower: 0, upper: 0 });
  expect(axisOf(series([], chart), "seconds").domain[1]).toBeGreaterThan(1);
});
