import { expect, test } from "vitest";
import { wilson } from "./proportion.ts";

// R. G. Newcombe (1998), "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, table I, method 3.
test.each([
  { successes: 81, n: 263, lower: 0.2553, upper: 0.3662 },
  { successes: 15, n: 148, lower: 0.0624, upper: 0.1605 },
  { successes: 0, n: 20, lower: 0, upper: 0.1611 },
  { successes: 1, n: 29, lower: 0.0061, upper: 0.1718 },
])(
  "$successes of $n lie between $lower and $upper, as Newcombe gives it",
  ({ successes, n, ...interval }) => {
    const found = wilson(successes, n);
    expect(found?.share).toBe(successes / n);
    expect(found?.lower).toBeCloseTo(interval.lower, 4);
    expect(found?.upper).toBeCloseTo(interval.upper, 4);
  },
);

test("how little 7 of 10 says, and that 28 of 40 say more", () => {
  const rounded = (successes: number, n: number) => {
    const { lower, upper } = wilson(successes, n) ?? { lower: 0, upper: 0 };
    return [lower.toFixed(2), upper.toFixed(2)];
  };
  expect(rounded(7, 10)).toEqual(["0.40", "0.89"]);
  expect(rounded(14, 20)).toEqual(["0.48", "0.85"]);
  expect(rounded(28, 40)).toEqual(["0.55", "0.82"]);
});

test("of none nothing is known, and all of a few are not yet always", () => {
  expect(wilson(0, 0)).toBeNull();
  expect(wilson(0, 3)?.lower).toBe(0);
  expect(wilson(3, 3)?.upper).toBe(1);
  // z² / (n + z²) is what is left of 1.
  expect(wilson(3, 3)?.lower).toBeCloseTo(3 / (3 + 3.8415), 4);
});
