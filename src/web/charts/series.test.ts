import { expect, test } from "vitest";
import {
  domainOf,
  firstOfRuns,
  lineOf,
  markedPoints,
  type Series,
  unusualText,
  withWords,
} from "./series.ts";

const chart = { scale: "linear", centre: 5, lower: 1, upper: 9, signals: [] } as const;
const series = (values: (number | null)[], more: Partial<Series> = {}): Series => ({
  points: values.map((value, day) => ({ start: `2026-01-${String(day + 1).padStart(2, "0")}`, value, n: 1 })),
  partial: [],
  chart: null,
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
  const unusual = series([8, 8, 2, 2, 6, 2], { chart: { ...chart, signals: [] } });
  const marked = markedPoints(unusual).filter(({ value }) => value !== 6);
  expect(firstOfRuns(marked, unusual).map(({ start }) => start)).toEqual([
    "2026-01-01",
    "2026-01-03",
    "2026-01-06",
  ]);
});

test("two rules at one point are said together", () => {
  const signals = (["outside", "run-of-8"] as const).map((rule) => ({ start: "2026-01-01", rule }));
  expect(unusualText("2026-01-01", { ...chart, signals })).toBe(
    "outside the usual range, 8 in a row on one side",
  );
});

test("limits outside the points are still on the chart", () => {
  const [low, high] = domainOf(series([4, 5], { chart: { ...chart, signals: [] } }));
  expect([low, high > 9]).toEqual([0, true]);
});

test("a chart without any value still has a height", () => {
  expect(domainOf(series([]))).toEqual([0, 1]);
  expect(
    domainOf(series([], { chart: { ...chart, scale: "log", signals: [], lower: 0, upper: 0 } })),
  ).toEqual([1, 10]);
});
