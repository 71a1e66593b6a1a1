import { expect, test } from "vitest";
import { apart, linear, logarithmic } from "./scales.ts";

test("on a logarithmic scale a doubling is the same length everywhere", () => {
  const y = logarithmic([1, 16], [0, 400]);
  expect([1, 2, 4, 16].map((value) => Math.round(y(value)))).toEqual([0, 100, 200, 400]);
});

test("a single moment has a place too", () => {
  expect(linear([5, 5], [10, 90])(5)).toBe(10);
});

test("of labels that would touch, the first one stays", () => {
  expect(apart([19, 18, 40], linear([0, 100], [0, 300]), 18)).toEqual([19, 40]);
});
