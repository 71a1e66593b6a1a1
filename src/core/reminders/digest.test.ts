import { expect, test } from "vitest";
import type { MeasureAnswer } from "../measures/contract.ts";
import { type Found, keysOf, partsOf, unusualIn } from "./digest.ts";

const line = (title: string, more: Partial<Found["line"]> = {}): Found["line"] => ({
  ...{ kind: "guess", day: "2026-01-05", title, text: "It was.", well: false, mine: false, href: "/loops/1" },
  ...more,
});
const titles = (found: Found[], told: string[] = []) =>
  partsOf(found, new Set(told)).map(({ unit, lines }) => [unit, ...lines.map(({ title }) => title)]);

test("what went well stands first, in each unit and of the units; one's own stands last", () => {
  const found = [
    { unit: null, line: line("mine") },
    { unit: "a", line: line("a late", { day: "2026-01-07" }) },
    { unit: "a", line: line("a early") },
    { unit: "b", line: line("b") },
    { unit: "b", line: line("b well", { well: true, day: "2026-01-09" }) },
  ];
  expect(titles(found)).toEqual([
    ["b", "b well", "b"],
    ["a", "a early", "a late"],
    [null, "mine"],
  ]);
});

test("what lasts is told once; what has a moment is told whenever it is found", () => {
  const found = [
    { unit: "a", key: "due 1", line: line("waits") },
    { unit: "a", line: line("came") },
  ];
  expect(titles(found)).toEqual([["a", "waits", "came"]]);
  expect(titles(found, keysOf(found))).toEqual([["a", "came"]]);
  expect(titles(found.slice(0, 1), ["due 1"])).toEqual([]);
});

const limits = { centre: 5, lower: 1, upper: 9 };
const answer = {
  ...{ measure: "batch-size", title: "Batch size", every: "week", partial: ["2026-01-26"] },
  points: [
    { start: "2026-01-05", value: 12, n: 1 },
    { start: "2026-01-12", value: 0, n: 1 },
    { start: "2026-01-26", value: 40, n: 1 },
  ],
  definition: { unit: "changes" },
  chart: {
    ...{ scale: "linear", ...limits },
    segments: [{ start: "2026-01-05", until: null, ...limits, why: null }],
    signals: [
      { start: "2026-01-05", rule: "outside" },
      { start: "2026-01-12", rule: "outside" },
      { start: "2026-01-12", rule: "run-of-8" },
      { start: "2026-01-26", rule: "outside" },
    ],
  },
} as unknown as MeasureAnswer;
const unusual = (after: string, upTo: string) =>
  unusualIn({
    ...{ unit: "a", question: "Big?", href: "/loops/1", answer, better: "lower", after, upTo },
  }).map(({ line: { text, well } }) => [text, well]);

test("a period is told when it is over, once whatever rules it breaks, with the way that it went", () => {
  expect(unusual("2026-01-01", "2026-02-01")).toEqual([
    ["Batch size in the week of 5 Jan 2026: 12, more than usual.", false],
    ["Batch size in the week of 12 Jan 2026: 0, fewer than usual, for the better.", true],
  ]);
});

test("a period belongs to the days in which it ended, the last of them included", () => {
  expect(unusual("2026-01-11", "2026-01-12")).toHaveLength(1);
  expect(unusual("2026-01-12", "2026-01-18")).toHaveLength(0);
  expect(unusual("2026-01-12", "2026-01-19")).toHaveLength(1);
});
