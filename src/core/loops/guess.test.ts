import { expect, test } from "vitest";
import type { MeasureAnswer } from "../measures/contract.ts";
import { limitsOf } from "../stats/xmr.ts";
import type { Reading } from "./contract.ts";
import { baseOf, cameOf, type GuessBase } from "./guess.ts";

const base = (more: Partial<GuessBase> = {}): GuessBase => ({
  ...{ measure: "batch-size", unit: "changes", start: "2026-01-05", value: 10, scale: "linear", near: 2 },
  ...more,
});
const reading = (value: number | null, start = "2026-01-12") => ({ start, value }) as Reading;

test("up to the distance that counts as about the same, on either side, it is the same", () => {
  expect([8, 12, 7.9, 12.1].map((value) => cameOf(base(), reading(value)))).toEqual([
    "same",
    "same",
    "lower",
    "higher",
  ]);
});

test("on a log scale the distance is a ratio", () => {
  const log = base({ scale: "log", value: 100, near: Math.log(1.5) });
  expect([67, 149, 66, 151].map((value) => cameOf(log, reading(value)))).toEqual([
    "same",
    "same",
    "lower",
    "higher",
  ]);
});

test("an unknown reading tells nothing, nor does one of no later period", () => {
  expect(cameOf(base(), null)).toBeNull();
  expect(cameOf(base(), reading(null))).toBeNull();
  expect(cameOf(base(), reading(3, "2026-01-05"))).toBeNull();
});

const answer = (value: number | null, chart: MeasureAnswer["chart"]) =>
  ({
    ...{
      measure: "batch-size",
      title: "Batch size",
      every: "week",
      partial: ["2026-01-12"],
      sentence: "",
      chart,
    },
    definition: { unit: "changes" },
    points: [
      { start: "2026-01-05", value, n: 3 },
      { start: "2026-01-12", value: 99, n: 1 },
    ],
  }) as unknown as MeasureAnswer;

test("a guess starts from the latest whole period, and from none where that is unknown", () => {
  expect(baseOf(answer(10, null), "linear")).toMatchObject({ start: "2026-01-05", value: 10, near: 1 });
  expect(baseOf(answer(null, null), "linear")).toBeNull();
});

test("of a stable process lower, about the same and higher are about as likely, so that nobody is right by saying one of them", () => {
  let state = 12_345;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const came = { lower: 0, same: 0, higher: 0 };
  for (let team = 0; team < 4_000; team++) {
    const values = Array.from({ length: 27 }, () => 50 + 5 * normal());
    const [last, next] = values.slice(-2) as [number, number];
    const { centre, lower, upper } = limitsOf(values.slice(0, 26));
    const chart = { scale: "linear", centre, lower, upper, signals: [], segments: [] } as const;
    const start = baseOf(answer(last, chart as unknown as MeasureAnswer["chart"]), "linear") as GuessBase;
    const way = cameOf(start, reading(next));
    if (way !== null) came[way]++;
  }
  // By arithmetic 31 % are about the same: half of the mean moving range is 0.564 σ, and the difference has √2 σ.
  expect(came.same / 4_000).toBeGreaterThan(0.28);
  expect(came.same / 4_000).toBeLessThan(0.34);
  expect(Math.abs(came.lower - came.higher) / 4_000).toBeLessThan(0.04);
});
