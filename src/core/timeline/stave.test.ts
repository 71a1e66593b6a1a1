import { expect, test } from "vitest";
import type { Area } from "../area.ts";
import type { MeasureAnswer } from "../measures/contract.ts";
import { staveOf } from "./stave.ts";

const area: Area = {
  id: "delivery",
  title: "Delivery",
  question: "How long does a finished idea wait?",
  starters: [],
};
const hour = 3_600;
const limits = { centre: 19 * hour, lower: 11 * hour, upper: 34 * hour };
const segment = { start: "2026-01-05", until: null, ...limits, why: null };
const chart = { scale: "log", ...limits, segments: [segment], signals: [] };

/** A week's value in hours each, oldest first, of which the last is under way. */
const latest = (hours: readonly (number | null)[], some: object = { chart, noChart: null }) => {
  const starts = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"].slice(-hours.length);
  const answer = {
    ...{
      measure: "change-lead-time",
      title: "Change lead time",
      every: "week",
      definition: { unit: "seconds" },
    },
    points: hours.map((value, week) => ({ start: starts[week], value: value && value * hour, n: 1 })),
    ...{ partial: ["2026-11-16"], redrawn: [] },
    ...some,
  };
  return staveOf(area, answer as unknown as MeasureAnswer).latest;
};

test("the reading is that of the last whole week, and says so", () => {
  expect(latest([20, 30, 5])).toEqual({ reading: "30 h", usual: "last whole week; usually 11 to 34 h" });
});

test("where the last whole week is unknown, the reading names the week that it is of", () => {
  expect(latest([20, null, null])).toEqual({
    reading: "20 h",
    usual: "the week of 2 Nov 2026; usually 11 to 34 h",
  });
});

test("where no week is whole yet, the reading says that it is of a part of one", () => {
  const why = { chart: null, noChart: "Not enough to say what is usual." };
  expect(latest([5], why)).toEqual({
    reading: "5 h",
    usual: "a part of the week of 16 Nov 2026. Not enough to say what is usual.",
  });
});

test("the usual range is that of the reading's own time, where limits were drawn anew", () => {
  const why =
    "Not enough to say what is usual since the week of 9 Nov 2026: 1 complete week with a value, 12 are needed.";
  const before = { ...segment, until: "2026-11-09" };
  const since = { ...segment, start: "2026-11-09" };
  const of = (segments: readonly object[]) => ({ chart: { ...chart, segments }, noChart: null });
  const changed = { ...since, centre: 5 * hour, lower: 4 * hour, upper: 7 * hour };
  expect(latest([20, 6, 5], of([before, changed]))?.usual).toBe("last whole week; usually 4 to 7 h");
  const none = { ...since, centre: null, lower: null, upper: null, why };
  expect(latest([20, 6, 5], of([before, none]))?.usual).toBe(`last whole week. ${why}`);
  // The last week with a value was before the change.
  expect(latest([20, null, null], of([before, none]))?.usual).toBe(
    "the week of 2 Nov 2026; usually 11 to 34 h",
  );
});

test("without any value there is no reading", () => {
  expect(latest([null, null])).toBeNull();
});
