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

const limits = { centre: 19 * hour, lower: 11 * hour, upper: 34 * hour };
const segment = { start: "2026-01-05", until: null, ...limits, why: null };
const chart: Chart = { scale: "log", ...limits, segments: [segment], signals: [] };

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
  expect(
    shown({
      ...even,
      every: "month",
      chart: { ...chart, segments: [{ ...segment, lower: 0.98, upper: 1.02 }] },
    }),
  ).toBe(
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

const before = { ...segment, until: "2026-10-05" };
const since = { ...segment, start: "2026-10-05", centre: 6 * hour, lower: 4 * hour, upper: 9 * hour };

test("where limits were drawn anew, what is usual is told of the time since", () => {
  expect(shown({ chart: { ...chart, segments: [before, since] } })).toBe(
    "Half of the changes reach users within 19 h. Since the week of 5 Oct 2026 a week’s figure is usually between 4 and 9 h. Normal ups and downs.",
  );
});

test("too little since then: the old range is not told of the new weeks, and neither are normal ups and downs", () => {
  const none = {
    ...since,
    centre: null,
    lower: null,
    upper: null,
    why: "Not enough to say what is usual since …",
  };
  expect(shown({ chart: { ...chart, segments: [before, none] } })).toBe(
    "Half of the changes reach users within 19 h. Not enough to say what is usual since the week of 5 Oct 2026.",
  );
});

test("what was unusual before limits were drawn anew is not told any more", () => {
  const points = [{ start: "2026-08-31", value: 77 * hour }];
  const signals = [{ start: "2026-08-31", rule: "outside" as const }];
  expect(shown({ points, chart: { ...chart, segments: [before, since], signals } })).toContain(
    "Normal ups and downs.",
  );
});

test("a run is counted, and has its side, by the limits that hold now", () => {
  const weeks = ["2026-09-21", "2026-09-28", "2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"];
  const later = ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"];
  // 8 h is below the old middle and above the new one.
  const points = [...weeks, ...later].map((start) => ({ start, value: 8 * hour }));
  const signals = [{ start: "2026-11-23", rule: "run-of-8" as const }];
  expect(shown({ points, chart: { ...chart, segments: [before, since], signals } })).toContain(
    "Unusual: 8 weeks in a row above the middle, up to the week of 23 Nov 2026.",
  );
});
