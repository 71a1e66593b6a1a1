import { expect, test } from "vitest";
import type { MeasureAnswer } from "../../measures/contract.ts";
import { unusualSince } from "./unusual.ts";

const answer = (signals: readonly string[]) =>
  ({
    ...{ measure: "change-lead-time", title: "Change lead time", every: "week", partial: ["2026-02-02"] },
    definition: { unit: "seconds" },
    points: ["2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"].map((start) => ({
      start,
      value: 7_200,
      n: 3,
    })),
    chart: {
      signals: signals.flatMap((start) => [
        { start, rule: "outside" },
        { start, rule: "run-of-8" },
      ]),
    },
  }) as unknown as MeasureAnswer;
const looked = (starts: readonly string[]) => [
  {
    measure: "change-lead-time",
    start: "2026-01-19",
    unusual: starts.map((start) => ({ start, rule: "outside" as const })),
  },
];

test("at a first look only the latest whole week is news, once, whatever rules it follows", () => {
  expect(unusualSince([answer(["2026-01-12", "2026-01-26"])], [])).toEqual([
    "Change lead time, the week of 26 Jan 2026: 2 h",
  ]);
});

test("what was seen at the turn before is no news; what facts that came late made unusual is", () => {
  expect(unusualSince([answer(["2026-01-12"])], looked(["2026-01-12"]))).toEqual([]);
  expect(unusualSince([answer(["2026-01-12", "2026-01-26"])], looked([]))).toHaveLength(2);
});

test("without a chart nothing is called unusual", () => {
  expect(unusualSince([{ ...answer([]), chart: null }], [])).toEqual([]);
});
