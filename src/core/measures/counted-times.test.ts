import { expect, test } from "vitest";
import { scopeOf } from "../sharing/scope.ts";
import { countedIn, countedTimes, cutIn, daysCounted } from "./counted-times.ts";

const window = (component: string, from: number | null, until: number | null) => ({ component, from, until });
const timesOf = (...windows: ReturnType<typeof window>[]) => countedTimes(scopeOf(windows, "figures"));
const ever = Number.POSITIVE_INFINITY;

test("stretches that meet are one, and what was always there leaves no gap", () => {
  expect(timesOf(window("a", 1, 5), window("b", 5, 9), window("c", 12, null))).toEqual([
    { from: 1, until: 9 },
    { from: 12, until: ever },
  ]);
  expect(timesOf(window("a", 1, 5), window("b", null, null))).toEqual([{ from: -ever, until: ever }]);
  expect(timesOf()).toEqual([]);
});

test("a period in which nothing was the unit's counts for nothing; one in which all went is no whole one", () => {
  const times = timesOf(window("a", null, 15));
  const periods = [0, 10, 20].map((from) => ({ from, until: from + 10 }));
  expect(periods.map((period) => countedIn(times, period))).toEqual([true, true, false]);
  expect(periods.map((period) => cutIn(times, period))).toEqual([false, true, false]);
});

test("a handover from one component to another within a period cuts nothing", () => {
  const times = timesOf(window("a", null, 15), window("b", 15, null));
  expect(cutIn(times, { from: 10, until: 20 })).toBe(false);
});

test("days are counted while something was the unit's, whatever the clocks do", () => {
  const [hour, day] = [3_600_000, 86_400_000];
  const march = { from: 0, until: 31 * day - hour };
  expect(daysCounted(timesOf(window("a", null, null)), march)).toBe(31);
  expect(daysCounted(timesOf(window("a", null, 10 * day), window("b", 20 * day, null)), march)).toBe(21);
  expect(daysCounted([], march)).toBe(0);
});
