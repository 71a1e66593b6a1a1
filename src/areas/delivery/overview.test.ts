import { expect, test } from "vitest";
import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { notableOf, readingOf } from "./overview.ts";

const said = (
  measure: string,
  n: number,
  { unusualAt, seconds, since = "2025-06-02" }: { unusualAt?: string; seconds?: number; since?: string } = {},
) =>
  ({
    measure,
    title: measure,
    sentence: `About ${measure}.`,
    definition: { unit: "seconds" },
    summary: { value: n === 0 ? null : (seconds ?? n), n },
    chart: unusualAt
      ? { signals: [{ start: unusualAt, rule: "outside" }], segments: [{ start: since }] }
      : null,
  }) as unknown as MeasureAnswer;

test("what was unusual last is most notable", () => {
  const answers = [
    said("change-lead-time", 9, { unusualAt: "2026-01-05" }),
    said("batch-size", 9, { unusualAt: "2026-02-02" }),
  ];
  expect(notableOf(answers)).toEqual({
    measure: "batch-size",
    title: "batch-size",
    sentence: "About batch-size.",
  });
});

test("what was unusual before limits were drawn anew is no more notable than anything else", () => {
  const answers = [
    said("change-lead-time", 9),
    said("batch-size", 9, { unusualAt: "2026-02-02", since: "2026-03-02" }),
  ];
  expect(notableOf(answers).measure).toBe("change-lead-time");
});

test("without anything unusual it is the first measure with anything to say", () => {
  expect(notableOf([said("change-lead-time", 0), said("deployment-frequency", 9)]).measure).toBe(
    "deployment-frequency",
  );
});

test("where nothing was counted it says what is known of changes", () => {
  expect(notableOf([said("change-lead-time", 0), said("changes-merged", 0)]).sentence).toBe(
    "About changes-merged.",
  );
  expect(notableOf([])).toEqual({ measure: null, title: null, sentence: "No change is known yet." });
});

test("what took no time is notable only where nothing else says more", () => {
  const atOnce = said("change-lead-time", 9, { seconds: 0 });
  expect(notableOf([atOnce, said("deployment-frequency", 9)]).measure).toBe("deployment-frequency");
  expect(notableOf([atOnce]).measure).toBe("change-lead-time");
});

const deployments = { one: "deployment", many: "deployments" };
const reading = (unit: string, some: object) => {
  const answer = {
    ...{ measure: "m", title: "M", every: "week", points: [], partial: [], days: null, ...some },
    definition: { unit, of: deployments },
  };
  const { reading: short, from } = readingOf(answer as unknown as MeasureAnswer);
  return [short, from];
};

test("a count reads as that of an average whole week, and says its sum and its days", () => {
  const points = [
    { start: "2026-11-02", value: 5, n: 5 },
    { start: "2026-11-09", value: 2, n: 2 },
    { start: "2026-11-16", value: 1, n: 1 },
  ];
  const counted = { points, partial: ["2026-11-16"], summary: { value: 8, n: 8 } };
  expect(reading("deployments", { ...counted, days: { n: 5, of: 17 } })).toEqual([
    "3.5 a week",
    "8 deployments, on 5 of 17 days",
  ]);
});

test("before a first week is whole, a count reads as what there is so far", () => {
  const young = { points: [{ start: "2026-11-16", value: 1, n: 1 }], partial: ["2026-11-16"] };
  const counted = { ...young, summary: { value: 1, n: 1 }, days: { n: 1, of: 2 } };
  expect(reading("deployments", counted)).toEqual(["1 so far", "1 deployment, on 1 of 2 days"]);
});

test("medians and shares say what they are of, and what is unknown is never 0", () => {
  expect(reading("changes", { summary: { value: 3, n: 12 } })).toEqual(["3 changes", "12 deployments"]);
  expect(reading("seconds", { summary: { value: 7_200, n: 12 } })).toEqual([
    "half within 2 h",
    "12 deployments",
  ]);
  expect(reading("seconds", { summary: { value: 0, n: 12 } })).toEqual(["at once", "12 deployments"]);
  expect(reading("ratio", { summary: { value: 0.25, n: 12 } })).toEqual(["25 %", "of 12 deployments"]);
  expect(reading("seconds", { summary: { value: null, n: 0 } })).toEqual(["unknown", "nothing to count"]);
  expect(reading("deployments", { summary: { value: null, n: 0 } })).toEqual(["unknown", "nothing to count"]);
});
