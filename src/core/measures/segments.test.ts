import { expect, test } from "vitest";
import type { Chart } from "./contract.ts";
import { latestSignals, sayEachUsual, segmentAt, usualIn } from "./segments.ts";

const hour = 3_600;
const limits = { centre: 19 * hour, lower: 11 * hour, upper: 34 * hour };
const none = { centre: null, lower: null, upper: null, why: "Not enough to say what is usual since May." };

const chart: Chart = {
  ...{ scale: "log", ...limits },
  segments: [
    { start: "2026-01-05", until: "2026-03-02", ...limits, why: null },
    { start: "2026-03-02", until: "2026-05-04", ...limits, lower: 2 * hour, why: null },
    { start: "2026-05-04", until: null, ...none },
  ],
  signals: [
    { start: "2026-02-02", rule: "outside" },
    { start: "2026-05-04", rule: "outside" },
  ],
};

test("a week belongs to the segment that had begun by then, and one before the first point to the first", () => {
  const starts = ["2025-12-29", "2026-02-23", "2026-03-02", "2026-07-06"];
  expect(starts.map((start) => segmentAt(chart, start).start)).toEqual([
    ...["2026-01-05", "2026-01-05", "2026-03-02", "2026-05-04"],
  ]);
});

test("limits come all three or not at all", () => {
  expect(chart.segments.map(usualIn)).toEqual([limits, { ...limits, lower: 2 * hour }, null]);
});

test("only what is unusual by the newest limits counts now, those of the first week among it", () => {
  expect(latestSignals(chart)).toEqual([{ start: "2026-05-04", rule: "outside" }]);
});

test("each segment says what was usual in it, or why that is not known", () => {
  expect(sayEachUsual(chart, { unit: "seconds", every: "week" })).toEqual([
    "Usually 11 to 34 h before the week of 2 Mar 2026.",
    "Usually 2 to 34 h from the week of 2 Mar 2026 until the week of 4 May 2026.",
    "Not enough to say what is usual since May.",
  ]);
  const one = { ...chart, segments: chart.segments.slice(0, 1) };
  expect(sayEachUsual(one, { unit: "seconds", every: "week" })).toEqual([]);
});
