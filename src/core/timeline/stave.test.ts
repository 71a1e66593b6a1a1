import { expect, test } from "vitest";
import type { MeasureAnswer } from "../measures/contract.ts";
import type { Area } from "./area.ts";
import { staveOf } from "./stave.ts";

const area: Area = { id: "delivery", title: "Delivery", question: "How long does a finished idea wait?" };
const hour = 3_600;
const chart = { scale: "log", centre: 19 * hour, lower: 11 * hour, upper: 34 * hour, signals: [] };

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
    partial: ["2026-11-16"],
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

test("without any value there is no reading", () => {
  expect(latest([null, null])).toBeNull();
});
