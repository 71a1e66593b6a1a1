import { expect, test } from "vitest";
import type { Chart } from "../measures/contract.ts";
import {
  domainOf,
  firstOfRuns,
  lineOf,
  markedPoints,
  type Series,
  unusualText,
  withWords,
} from "./series.ts";

const limits = { centre: 5, lower: 1, upper: 9 };
const segment = { start: "2026-01-01", until: null, ...limits, why: null };
const chart: Chart = { scale: "linear", ...limits, segments: [segment], signals: [] };
const series = (values: (number | null)[], more: Partial<Series> = {}): Series => ({
  points: values.map((value, day) => ({ start: `2026-01-${String(day + 1).padStart(2, "0")}`, value, n: 1 })),
  partial: [],
  chart: null,
  redrawn: [],
  ...more,
});

test("an unknown value is a gap in the line and no point", () => {
  const gap = series([1, null, 3]);
  expect(lineOf(gap).map(({ value }) => value)).toEqual([1, Number.NaN, 3]);
  expect(markedPoints(gap).map(({ value }) => value)).toEqual([1, 3]);
});

test("a week that is not over is drawn, but the line does not lead there", () => {
  const running = series([1, 2], { partial: ["2026-01-02"] });
  expect(lineOf(running)).toHaveLength(1);
  expect(markedPoints(running).map(({ whole }) => whole)).toEqual([true, false]);
});

test("only the first of eight in a row says so", () => {
  const signals = [3, 4, 5].map((day) => ({ start: `2026-01-0${day}`, rule: "run-of-8" as const }));
  const run = series([1, 2, 3, 4, 5], { chart: { ...chart, signals } });
  expect(withWords(markedPoints(run)).map(({ start }) => start)).toEqual(["2026-01-03"]);
});

test("a run speaks once, and again where it crosses the middle or stops between", () => {
  const unusual = series([8, 8, 2, 2, 6, 2], { chart });
  const marked = markedPoints(unusual).filter(({ value }) => value !== 6);
  expect(firstOfRuns(marked, unusual).map(({ start }) => start)).toEqual([
    "2026-01-01",
    "2026-01-03",
    "2026-01-06",
  ]);
});

test("a run speaks again where limits are drawn anew, and its side is that of the new middle", () => {
  const segments = [
    { ...segment, until: "2026-01-03" },
    { ...segment, start: "2026-01-03", centre: 20 },
  ];
  const unusual = series([8, 8, 8, 8], { chart: { ...chart, segments } });
  expect(firstOfRuns(markedPoints(unusual), unusual).map(({ start }) => start)).toEqual([
    "2026-01-01",
    "2026-01-03",
  ]);
});

test("two rules at one point are said together", () => {
  const signals = (["outside", "run-of-8"] as const).map((rule) => ({ start: "2026-01-01", rule }));
  expect(unusualText("2026-01-01", { ...chart, signals })).toBe(
    "outside the usual range, 8 in a row on one side",
  );
});

test("limits outside the points are still on the chart", () => {
  const [low, high] = domainOf(series([4, 5], { chart }));
  expect([low, high > 9]).toEqual([0, true]);
});

test("limits of every segment are on the chart", () => {
  const segments = [
    { ...segment, until: "2026-01-02", upper: 40 },
    { ...segment, start: "2026-01-02" },
  ];
  expect(domainOf(series([4, 5], { chart: { ...chart, segments } }))[1]).toBeGreaterThan(40);
});

test("a chart without any value still has a height", () => {
  expect(domainOf(series([]))).toEqual([0, 1]);
  expect(
    domainOf(
      series([], { chart: { ...chart, scale: "log", segments: [{ ...segment, lower: 0, upper: 0 }] } }),
    ),
  ).toEqual([1, 10]);
});
