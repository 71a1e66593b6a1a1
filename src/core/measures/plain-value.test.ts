import { expect, test } from "vitest";
import { plainValue } from "./plain-value.ts";

test("a duration has no noise of binary fractions, and an exact one stays as it is", () => {
  expect(plainValue(109_359.9999999995, "seconds")).toBe(109_360);
  expect(plainValue(0.001, "seconds")).toBe(0.001);
  expect(plainValue(86_400.5, "seconds")).toBe(86_400.5);
});

test("a ratio and a count are not rounded", () => {
  expect(plainValue(1 / 7, "ratio")).toBe(1 / 7);
  expect(plainValue(2.5, "changes")).toBe(2.5);
});
