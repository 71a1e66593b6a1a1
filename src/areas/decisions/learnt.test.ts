import { expect, test } from "vitest";
import { type Known, learntOf } from "./learnt.ts";
import { isStuck, usualOf } from "./stand.ts";

const one: Known = {
  ...{ id: "", title: "", status: "accepted", proposedOn: null, decidedOn: "2026-01-01", reviewBy: null },
  ...{ outcomes: [], level: null, how: null, expects: [] },
};
const team = (decisions: readonly Partial<Known>[]) =>
  learntOf(
    decisions.map((more) => ({ ...one, ...more })),
    { whose: "team", today: "2026-03-01" },
  );
const looked = (on: string, due: string | null, more: object = {}) =>
  ({ on, due, turnedOut: "well", next: "stands", ...more }) as Known["outcomes"][number];

test("how often what was expected came, with Wilson's interval and Brier's score", () => {
  const expects = [...Array<"yes">(8).fill("yes"), "no", "no", "void", null] as const;
  const { rightness } = team([{ expects: expects.map((came) => ({ sure: 80, mine: null, came })) }]);
  expect(rightness).toMatchObject({ right: 8, of: 10 });
  // Of 8 in 10, as prop.test(8, 10, correct = FALSE) of R gives it.
  expect(rightness.interval?.lower).toBeCloseTo(0.4902, 4);
  expect(rightness.interval?.upper).toBeCloseTo(0.9433, 4);
  // (8 × 0.2² + 2 × 0.8²) / 10
  expect(rightness.brier?.score).toBeCloseTo(0.16, 12);
  expect(rightness.says).toBe("8 of 10 came as we expected; we had been 80 % sure in the mean.");
});

test("how sure one was is held against those alone that say so", () => {
  const { rightness } = team([
    {
      expects: [
        { sure: 90, mine: null, came: "no" },
        { sure: 50, mine: null, came: "no" },
        ...Array.from({ length: 8 }, () => ({ sure: null, mine: null, came: "yes" as const })),
      ],
    },
  ]);
  expect(rightness).toMatchObject({ right: 8, of: 10, brier: { of: 2 } });
  expect(rightness.brier?.score).toBeCloseTo((0.9 ** 2 + 0.5 ** 2) / 2, 12);
  expect(rightness.says).toBe(
    "8 of 10 came as we expected; of the 2 for which we said how sure, 0 came, and we had been 70 % sure in the mean.",
  );
});

test("usual days are quantiles as R's quantile() gives them, of at least five; longer than 85 of 100 is stuck", () => {
  expect(usualOf([1, 2, 4, 8])).toBeNull();
  // quantile(c(1, 2, 4, 8, 16), c(0.5, 0.85)): 4 and 11.2.
  const usual = usualOf([16, 1, 8, 2, 4]);
  expect(usual).toMatchObject({ median: 4, n: 5 });
  expect(usual?.p85).toBeCloseTo(11.2, 12);
  const standing = {
    status: "proposed",
    rawStatus: null,
    decidedOn: null,
    reviewBy: null,
    lookedOn: null,
  } as const;
  const stuck = (since: string, some: typeof usual) => isStuck({ ...standing, since }, some, "2026-03-31");
  expect([stuck("2026-03-20", usual), stuck("2026-03-19", usual)]).toEqual([false, true]);
  expect([stuck("2026-03-01", null), stuck("2026-02-28", null)]).toEqual([false, true]);
});

test("looked at in time is what was looked at within the days that are named; what waits longer is not", () => {
  const { reviewed, says } = team([
    { outcomes: [looked("2026-02-09", "2026-02-01")] },
    { outcomes: [looked("2026-02-10", "2026-02-01")] },
    // Before its day, and on no day: neither.
    { outcomes: [looked("2026-01-20", "2026-02-01"), looked("2026-01-21", null)] },
    { reviewBy: "2026-02-21" },
    { reviewBy: "2026-02-20" },
    { reviewBy: "2026-02-01", status: "superseded" },
  ]);
  expect(reviewed).toMatchObject({ onTime: 1, of: 3 });
  expect(says).toContain("We looked at 1 of 3 again when their day had come, or within 8 days.");
});

test("luck stands apart from care, and the last clear word on how it turned out counts", () => {
  const badly = { turnedOut: "badly" } as const;
  const { table, reversals } = team([
    { how: 50, outcomes: [looked("2026-01-05", null)] },
    { how: 49, outcomes: [looked("2026-01-05", null)] },
    { how: 90, outcomes: [looked("2026-01-05", null), looked("2026-01-09", null, badly)] },
    {
      how: 10,
      outcomes: [looked("2026-01-05", null, badly), looked("2026-01-09", null, { turnedOut: "unclear" })],
    },
    { how: 10, outcomes: [looked("2026-01-05", null, { turnedOut: "mixed" })] },
    { how: null, outcomes: [looked("2026-01-11", null, { next: "reversed" })], status: "deprecated" },
    { status: "rejected" },
  ]);
  expect(table).toEqual({ goodWell: 1, goodBadly: 1, poorWell: 1, poorBadly: 1 });
  expect(reversals).toEqual({ n: 1, of: 6, days: 10 });
});
