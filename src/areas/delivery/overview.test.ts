import { expect, test } from "vitest";
import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { notableOf } from "./overview.ts";

const said = (measure: string, n: number, unusualAt?: string) =>
  ({
    measure,
    title: measure,
    sentence: `About ${measure}.`,
    summary: { value: n, n },
    chart: unusualAt ? { signals: [{ start: unusualAt, rule: "outside" }] } : null,
  }) as unknown as MeasureAnswer;

test("what was unusual last is most notable", () => {
  const answers = [said("change-lead-time", 9, "2026-01-05"), said("batch-size", 9, "2026-02-02")];
  expect(notableOf(answers)).toEqual({
    measure: "batch-size",
    title: "batch-size",
    sentence: "About batch-size.",
  });
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
