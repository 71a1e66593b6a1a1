import { expect, test } from "vitest";
import type { Series } from "./series.ts";
import { edgesOf, reachesOf, splitsOf, splitWords } from "./splits.ts";

const weeks = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"];
const points = weeks.map((start) => ({ start, value: 5, n: 1 }));
const span = { from: "2026-03-02", to: "2026-03-23" };
const limits = { centre: 5, lower: 1, upper: 9 };

const series = (days: readonly string[], segments: NonNullable<Series["chart"]>["segments"]): Series => ({
  ...{ points, partial: [], redrawn: days.map((day) => ({ day, reason: `why on ${day}` })) },
  chart: { scale: "linear", ...limits, segments, signals: [] },
});
const whole = { start: "2026-03-02", until: null, ...limits, why: null };

test("limits are split half way between the week of the day and the one before", () => {
  expect(splitsOf(series(["2026-03-18"], []))).toEqual([
    { start: "2026-03-16", time: new Date("2026-03-12T12:00Z"), reason: "why on 2026-03-18" },
  ]);
});

test("two days in one week are one split with both reasons; a day in the first week splits nothing", () => {
  expect(splitsOf(series(["2026-03-02", "2026-03-16", "2026-03-18"], []))).toMatchObject([
    { start: "2026-03-16", reason: "why on 2026-03-16; why on 2026-03-18" },
  ]);
});

test("without a split limits reach over all of the chart", () => {
  expect(reachesOf(series([], [whole]), span)).toEqual([
    { ...limits, from: new Date(span.from), to: new Date(span.to) },
  ]);
});

test("limits reach from split to split, and a segment without any has none", () => {
  const segments = [
    { ...whole, until: "2026-03-09" },
    { ...whole, start: "2026-03-09", until: "2026-03-23", centre: 7 },
    { start: "2026-03-23", until: null, centre: null, lower: null, upper: null, why: "Not enough." },
  ];
  const reaches = reachesOf(series(["2026-03-09", "2026-03-23"], segments), span);
  const [first, second] = [new Date("2026-03-05T12:00Z"), new Date("2026-03-19T12:00Z")];
  expect(reaches.map(({ from, to, centre }) => [from, to, centre])).toEqual([
    [new Date(span.from), first, 5],
    [first, second, 7],
  ]);
});

test("limits of the first whole week do not reach back over a split before it", () => {
  const reaches = reachesOf(series(["2026-03-09"], [{ ...whole, start: "2026-03-09" }]), span);
  expect(reaches[0]?.from).toEqual(new Date("2026-03-05T12:00Z"));
});

test("a lower limit at zero is no line", () => {
  const reaches = reachesOf(series([], [{ ...whole, lower: 0 }]), span);
  expect(edgesOf(reaches).map(({ value }) => value)).toEqual([9]);
});

test("a long reason is cut on the chart, and has a short form for where that has no room", () => {
  const long = {
    start: "2026-03-16",
    time: new Date(0),
    reason: "We release whenever the queue is empty, by hand",
  };
  const [word] = splitWords([long], (time) => time + 3, 20);
  expect(word).toMatchObject({ x: 3, y: 20, short: "limits drawn anew" });
  expect(word?.text).toBe("We release whenever the queue is empty,…");
});
