import { expect, test } from "vitest";
import { rightnessOf } from "./rightness.ts";

const guess = (came: "lower" | "same" | "higher" | null, sure: number | null = null) =>
  ({ direction: "lower", came, sure }) as const;

test("what could not be told counts neither as right nor as wrong", () => {
  const found = rightnessOf([guess("lower"), guess("same"), guess(null)], "team");
  expect(found).toMatchObject({
    right: 1,
    of: 2,
    brier: null,
    says: "In 1 of 2 turns it went as we thought.",
  });
});

test("nothing guessed is nothing to say, not zero of zero", () => {
  expect(rightnessOf([], "you")).toEqual({
    ...{ right: 0, of: 0, interval: null, brier: null },
    says: "Nothing that you guessed has come back yet.",
  });
});

test("25 of 32, as on the sketch, with its interval after Wilson", () => {
  // By hand: centre (0.78125 + 0.06003) / 1.12005, reach 1.96 √(0.00534 + 0.00094) / 1.12005.
  const { interval, says } = rightnessOf(
    [...Array(25).fill(guess("lower")), ...Array(7).fill(guess("same"))],
    "team",
  );
  expect(says).toBe("In 25 of 32 turns it went as we thought.");
  expect([interval?.lower.toFixed(4), interval?.upper.toFixed(4)]).toEqual(["0.6125", "0.8898"]);
});

test("Brier's score is of those who said how sure: 0.7 and it came, 0.7 and it did not", () => {
  const { brier } = rightnessOf([guess("lower", 70), guess("higher", 70), guess("lower")], "you");
  expect(brier).toEqual({ score: expect.closeTo((0.09 + 0.49) / 2, 10), of: 2 });
});
