import { expect, test } from "vitest";
import { timeTicks } from "./time-ticks.ts";

const span = (from: string, to: string) => [Date.parse(from), Date.parse(to)] as const;
const days = (from: string, to: string, width = 700) =>
  timeTicks(span(from, to), width).map(({ time }) => time.toISOString().slice(0, 10));

test("half a year says its months, from the first that begins in it", () => {
  expect(days("2026-06-15", "2026-11-16")).toEqual([
    "2026-07-01",
    "2026-08-01",
    "2026-09-01",
    "2026-10-01",
    "2026-11-01",
  ]);
});

test("a few weeks say their first days", () => {
  expect(days("2026-11-02", "2026-11-16")).toEqual(["2026-11-02", "2026-11-09", "2026-11-16"]);
});

test("five years say years, and on a phone no more than fit", () => {
  const ticks = timeTicks(span("2021-11-22", "2026-11-16"), 240);
  expect(ticks.map(({ text }) => text)).toEqual(["2022", "2024", "2026"]);
});
