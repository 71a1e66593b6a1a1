import { expect, test } from "vitest";
import { mean, variance } from "./moments.ts";

test("mean and variance of Student's first column of sleep", () => {
  // Student (1908): mean 0.75, standard deviation 1.79 by n - 1 (1.70 by n, as Student gives it).
  const slept = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
  expect(mean(slept)).toBeCloseTo(0.75, 12);
  expect(Math.sqrt(variance(slept))).toBeCloseTo(1.789, 3);
});

test("equal values do not vary, although their mean is rounded", () => {
  expect(mean(Array(6).fill(0.1))).not.toBe(0.1);
  expect(variance(Array(6).fill(0.1))).toBe(0);
});
