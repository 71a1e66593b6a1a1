import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { MeasureAnswer } from "../../measures/contract.ts";
import { aroundDay, cameBack, daysAround, showsOf, whenEnough, whenMore } from "./result.ts";

const monday = Temporal.PlainDate.from("2026-01-05");
const weekOf = (week: number) => monday.add({ weeks: week }).toString();

function answer(values: readonly (number | null)[], more: Partial<MeasureAnswer> = {}): MeasureAnswer {
  return {
    ...{ every: "week", partial: [], redrawn: [], definition: { unit: "seconds" } },
    points: values.map((value, week) => ({ start: weekOf(week), value, n: 5 })),
    ...more,
  } as unknown as MeasureAnswer;
}
const hours = (values: readonly number[]) => values.map((value) => value * 3_600);
/** Ups and downs of a stable team, in hours around a middle. */
const around = (middle: number, weeks: number) =>
  hours(Array.from({ length: weeks }, (_, week) => middle * [1, 1.2, 0.85, 1.1, 0.9, 1.15, 0.8][week % 7]!));

describe("what lies before and since a change", () => {
  test("the week in which it began is on neither side, unless it began with it", () => {
    const twenty = answer(Array.from({ length: 20 }, (_, week) => week + 1));
    const sides = (begins: string) => {
      const { before, after } = aroundDay(twenty, begins);
      return [before.length, after.length];
    };
    expect(sides(weekOf(10))).toEqual([10, 10]);
    expect(sides("2026-03-18")).toEqual([10, 9]);
  });

  test("what is unknown or not over yet counts on no side, and gaps make no zero", () => {
    const values = [1, 2, null, 4, 5, 6, null, 8];
    const { before, after } = aroundDay(answer(values, { partial: [weekOf(7)] }), weekOf(4));
    expect([before, after].map((side) => side.map(({ value }) => value))).toEqual([
      [1, 2, 4],
      [5, 6],
    ]);
  });

  test("what the team says was another process is no part of what was before", () => {
    const redrawn = [{ day: weekOf(4), reason: "We moved" }];
    const { before } = aroundDay(answer(Array(20).fill(1), { redrawn }), weekOf(10));
    expect(before[0]?.start).toBe(weekOf(4));
    expect(before).toHaveLength(6);
  });
});

describe("what a measure shows of it", () => {
  const scale = "log" as const;

  test("a change that is there is found, with how much, how sure, and by the chart's rules", () => {
    const shows = showsOf(answer([...around(30, 16), ...around(20, 10)]), { begins: weekOf(16), scale });
    expect(shows).toMatchObject({ came: "lower", known: { before: 16, since: 10 } });
    expect(shows.effect?.estimate).toBeCloseTo(2 / 3, 1);
    expect(shows.rule).toBe(
      "By the limits from before, this is unusual: 8 weeks in a row lie on one side of the middle.",
    );
    expect(shows.says[0]).toMatch(/^Shorter by 3\d % \(/);
    expect(shows.says.at(-1)).toMatch(/^If nothing had changed/);
  });

  test("where nothing changed no difference is to be seen, and it says what would fit as well", () => {
    const shows = showsOf(answer(around(30, 28)), { begins: weekOf(14), scale });
    expect(shows.came).toBe("same");
    expect(shows.says[0]).toMatch(
      /^No difference to be seen: .* Anything from .* shorter to .* longer would fit\.$/,
    );
    expect(shows.rule).toBe("By the limits from before, these are normal ups and downs.");
  });

  test("too little is said to be too little, on either side, and nothing is claimed", () => {
    const shows = showsOf(answer(around(30, 9)), { begins: weekOf(5), scale });
    expect([shows.effect, shows.came, shows.rule]).toEqual([null, null, null]);
    expect(shows.says).toEqual([
      "Not enough to say yet: 5 weeks with a value before, 6 are needed; 4 weeks with a value since, 6 are needed.",
    ]);
  });

  test("nothing at all is known of a measure without a single value", () => {
    const shows = showsOf(answer(Array(20).fill(null)), { begins: weekOf(10), scale });
    expect([shows.effect, shows.known]).toEqual([null, { before: 0, since: 0 }]);
  });
});

describe("when it comes back", () => {
  const back = (today: string, more: object = {}) =>
    cameBack({ lookAgain: "2026-03-30", measured: true, since: 6, ...more }, today);

  test("on its day, where there is enough to say", () => {
    expect([back("2026-03-29"), back("2026-03-30")]).toEqual([false, true]);
  });

  test("where there is too little it waits, and after four weeks it comes all the same and says so", () => {
    expect([
      back("2026-03-30", { since: 5 }),
      back("2026-04-26", { since: 5 }),
      back("2026-04-27", { since: 0 }),
    ]).toEqual([false, false, true]);
  });

  test("what nothing measures comes on its day", () => {
    expect(back("2026-03-30", { measured: false, since: 0 })).toBe(true);
  });

  test("a day is proposed when there will be enough, over the turn of a year and a leap day", () => {
    expect(whenEnough("2026-12-14", "week")).toBe("2027-02-08");
    expect(whenEnough("2028-02-29", "month")).toBe("2028-10-29");
    expect(whenEnough("2028-02-20", "day")).toBe("2028-03-05");
    expect(whenMore("2026-12-28", "week")).toBe("2027-01-25");
  });

  test("it is looked at from half a year before, and never into the future", () => {
    expect(daysAround("2026-06-01", "week", "2026-07-01")).toEqual({ from: "2025-11-24", to: "2026-07-01" });
    expect(daysAround("2024-02-29", "month", "2026-07-01")).toEqual({ from: "2023-01-29", to: "2025-03-29" });
  });
});
