import { expect, test } from "vitest";
import type { Chart } from "./contract.ts";
import type { Measure } from "./measure.ts";
import { type Shown, sentenceOf } from "./sentence.ts";

const hour = 3_600;
const of = { one: "change", many: "changes" };

const waiting = {
  ...({} as Measure),
  unit: "seconds",
  aggregate: "median",
  needs: "deployments",
  of,
  says: (value: string) => `Half of the changes reach users within ${value}`,
} satisfies Measure;

const deploying = {
  ...waiting,
  unit: "deployments",
  aggregate: "count",
  says: (value: string, every: string) => `${value} in an average ${every}`,
} satisfies Measure;

const batches = {
  ...waiting,
  unit: "changes",
  says: (value: string) => `Half of the deployments bring ${value} or fewer`,
} satisfies Measure;

const chart: Chart = { scale: "log", centre: 19 * hour, lower: 11 * hour, upper: 34 * hour, signals: [] };

const shown = (some: Partial<Shown>): string =>
  sentenceOf({
    measure: waiting,
    every: "week",
    known: true,
    summary: { value: 19 * hour, n: 40 },
    points: [],
    chart,
    days: null,
    ...some,
  });

test("a quiet chart says how much, how much usually, and that these are normal ups and downs", () => {
  expect(shown({})).toBe(
    "Half of the changes reach users within 19 h. A week’s figure is usually between 11 and 34 h. Normal ups and downs.",
  );
});

test("what is usual in each period is told with one value where both ends read alike", () => {
  const even = { measure: batches, summary: { value: 1, n: 40 } };
  expect(shown({ ...even, every: "month", chart: { ...chart, lower: 0.98, upper: 1.02 } })).toBe(
    "Half of the deployments bring 1 change or fewer. A month’s figure is usually 1. Normal ups and downs.",
  );
});

test("where half of the rows took no time, it says why and tells nothing of ups and downs", () => {
  const atOnce = "By the rule chosen, changes are live as soon as they are merged.";
  const none = { summary: { value: 0, n: 40 }, chart: null };
  expect(shown({ ...none, measure: { ...waiting, atOnce } })).toBe(atOnce);
  expect(shown(none)).toBe("Half of the changes reach users within 0 s.");
});

test("what is unusual is named with its period and value", () => {
  const points = [{ start: "2026-11-09", value: 77 * hour }];
  const outside = { start: "2026-11-09", rule: "outside" } as const;
  expect(shown({ points, chart: { ...chart, signals: [outside] } })).toContain(
    "Unusual: the week of 9 Nov 2026 (3.2 days).",
  );
});

test("a run is told with its length and its side, whatever else was unusual before", () => {
  const weeks = ["2026-08-31", "2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05"];
  const later = ["2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02"];
  const points = [...weeks, ...later].map((start, week) => ({ start, value: (week === 0 ? 40 : 15) * hour }));
  const signals = [
    { start: "2026-08-31", rule: "outside" },
    { start: "2026-10-26", rule: "run-of-8" },
    { start: "2026-11-02", rule: "run-of-8" },
  ] as const;
  expect(shown({ points, chart: { ...chart, signals: [...signals] } })).toContain(
    "Unusual: 9 weeks in a row below the middle, up to the week of 2 Nov 2026.",
  );
});

test("3 of 4 far from the middle are told with their side", () => {
  const points = [{ start: "2026-11-09", value: 30 * hour }];
  const signals = [{ start: "2026-11-09", rule: "three-of-four" as const }];
  expect(shown({ points, chart: { ...chart, signals } })).toContain("3 of 4 weeks far above the middle");
});

test("without a deployment nothing says what is live, and no number is given", () => {
  expect(shown({ known: false, summary: { value: null, n: 0 }, chart: null })).toBe(
    "Nothing says what is live yet.",
  );
});

test("an empty range says that there is nothing to count", () => {
  expect(shown({ summary: { value: null, n: 0 }, chart: null })).toBe(
    "There is no change to count in these weeks.",
  );
});

test("without a chart it is not enough to say what is usual", () => {
  expect(shown({ chart: null })).toBe(
    "Half of the changes reach users within 19 h. Not enough to say what is usual.",
  );
});

test("a count speaks of an average period and of the days with one", () => {
  const counting = { measure: deploying, chart: null, summary: { value: 9, n: 9 }, days: { n: 5, of: 20 } };
  const points = [
    { start: "2026-11-02", value: 5 },
    { start: "2026-11-09", value: 2 },
  ];
  expect(shown({ ...counting, points })).toBe(
    "3.5 deployments in an average week. There was one on 5 of 20 days. Not enough to say what is usual.",
  );
  expect(shown({ ...counting, points: [] })).toContain("9 deployments so far.");
});
