import { expect, test } from "vitest";
import { type Effect, effectOf } from "../stats/effect.ts";
import { sayEffect, sayOdds, sayTooLittle } from "./effect-words.ts";

const hour = 3_600;
const certain = { chance: 0.03, nothing: 0.222 };

const wait = (some: Partial<Effect>): Effect => ({
  scale: "log",
  before: 27 * hour,
  after: 19 * hour,
  estimate: 0.7,
  sure: { lower: 0.58, upper: 0.85, ...certain },
  ...some,
});

const weeks = { unit: "seconds", every: "week" } as const;

test("a wait that became shorter says by how much, how sure that is, and what it is and was", () => {
  expect(sayEffect(wait({}), weeks)).toBe("Shorter by 30 % (15 to 42 %): 19 h, it was 27 h.");
});

test("one that became longer says so, and more than twice as long is more than 100 %", () => {
  const longer = { after: 60 * hour, estimate: 2.2, sure: { lower: 1.4, upper: 3.5, ...certain } };
  expect(sayEffect(wait(longer), weeks)).toBe("Longer by 120 % (40 to 250 %): 2.5 days, it was 27 h.");
});

test("where the interval reaches nothing there is no difference to be seen, and it says what may be hidden", () => {
  const unsure = { after: 24 * hour, estimate: 0.9, sure: { lower: 0.7, upper: 1.15, ...certain } };
  expect(sayEffect(wait(unsure), weeks)).toBe(
    "No difference to be seen: 24 h, it was 27 h. Anything from 30 % shorter to 15 % longer would fit.",
  );
});

test("counts are fewer or more, by so many", () => {
  const fewer: Effect = {
    scale: "linear",
    ...{ before: 6.2, after: 4, estimate: -2.2 },
    sure: { lower: -3.4, upper: -1, ...certain },
  };
  expect(sayEffect(fewer, { unit: "deployments", every: "week" })).toBe(
    "Fewer by 2.2 (1 to 3.4): 4 deployments, it was 6.2.",
  );
  const more = {
    ...fewer,
    before: 1,
    after: 3.2,
    estimate: 2.2,
    sure: { lower: -0.1, upper: 4.5, ...certain },
  };
  expect(sayEffect(more, { unit: "changes", every: "week" })).toBe(
    "No difference to be seen: 3.2 changes, it was 1. Anything from 0.1 fewer to 4.5 more would fit.",
  );
});

test("shares are lower or higher by percentage points, not by percent", () => {
  const share = (sure: { lower: number; upper: number }): Effect => ({
    scale: "linear",
    ...{ before: 0.32, after: 0.2, estimate: -0.12 },
    sure: { ...sure, ...certain },
  });
  const months = { unit: "ratio", every: "month" } as const;
  expect(sayEffect(share({ lower: -0.19, upper: -0.05 }), months)).toBe(
    "Lower by 12 percentage points (5 to 19 percentage points): 20 %, it was 32 %.",
  );
  expect(sayEffect(share({ lower: -0.25, upper: 0.01 }), months)).toBe(
    "No difference to be seen: 20 %, it was 32 %. Anything from 25 percentage points lower to 1 percentage point higher would fit.",
  );
});

test("where nothing varies it says so, and claims no interval", () => {
  const always = (before: number, after: number) =>
    effectOf({ before: Array(6).fill(before), after: Array(6).fill(after), scale: "linear" }) as Effect;
  const counts = { unit: "changes", every: "week" } as const;
  expect(sayEffect(always(5, 5), counts)).toBe("The same in every week, before and since: 5 changes.");
  expect(sayEffect(always(5, 7), counts)).toBe(
    "7 changes in every week since, 5 in every week before. As no week differs from another, nothing says how much of that is luck.",
  );
  expect(sayOdds(always(5, 7))).toBeNull();
});

const odds = (chance: number, nothing: number) =>
  sayOdds(wait({ sure: { lower: 0.58, upper: 0.85, chance, nothing } }));

test("odds are said as how often luck does as much, and never smaller than they may be", () => {
  const often = "If nothing had changed, a difference like this would come about in";
  const even =
    "such comparisons; so if the odds were even before, the odds that this is nothing are at least";
  expect(odds(0.03, 0.222)).toBe(`${often} 3 of 100 ${even} 1 in 5.`);
  expect(odds(0.05, 0.289)).toBe(`${often} 5 of 100 ${even} 1 in 4.`);
  expect(odds(0.2, 0.467)).toBe(`${often} 20 of 100 ${even} 2 in 5.`);
  expect(odds(0.004, 0.0566)).toBe(`${often} 4 of 1,000 ${even} 1 in 18.`);
  expect(odds(0.00001, 0.0003)).toBe(`${often} fewer than 1 of 1,000 such comparisons.`);
  const neither = "such comparisons: that speaks neither for a change nor against one.";
  expect(odds(0.4, 0.5)).toBe(`${often} 40 of 100 ${neither}`);
  expect(odds(1, 0.5)).toBe(`${often} more than 99 of 100 ${neither}`);
});

test("too little on either side says how much is there and what is needed", () => {
  expect(sayTooLittle({ before: 9, after: 3 }, "week")).toBe(
    "Not enough to say yet: 3 weeks with a value since, 6 are needed.",
  );
  expect(sayTooLittle({ before: 1, after: 0 }, "month")).toBe(
    "Not enough to say yet: 1 month with a value before, 6 are needed; 0 months with a value since, 6 are needed.",
  );
  expect(sayTooLittle({ before: 6, after: 6 }, "week")).toBeNull();
});
