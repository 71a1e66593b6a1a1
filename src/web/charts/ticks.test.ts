import { expect, test } from "vitest";
import { linearTicks, logTicks } from "./ticks.ts";

const HOUR = 3_600;
const DAY = 86_400;

test("a logarithmic axis of durations has its lines at hours and days, not at powers of ten", () => {
  expect(logTicks("seconds", [6 * HOUR, 6 * DAY])).toEqual([
    8 * HOUR,
    16 * HOUR,
    DAY,
    2 * DAY,
    4 * DAY,
    7 * DAY,
  ]);
});

test("however wide the range, there are never more than six lines", () => {
  expect(logTicks("seconds", [1, 4000 * DAY]).length).toBeLessThanOrEqual(6);
  expect(logTicks("changes", [1, 1e9]).length).toBeLessThanOrEqual(6);
});

test("however wide the range, the last line is not below its end", () => {
  expect(logTicks("seconds", [1, 4 * DAY + 1]).at(-1)).toBe(7 * DAY);
  expect(logTicks("changes", [1, 30]).at(-1)).toBe(50);
});

test("there is no line at half a change", () => {
  expect(linearTicks("changes", [0, 2])).toEqual([0, 1, 2]);
});

test("a share has lines at round percentages", () => {
  expect(linearTicks("ratio", [0, 0.4])).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
});

test("a large count has few and round lines", () => {
  expect(linearTicks("changes", [0, 1_234_567])).toEqual([0, 500_000, 1_000_000, 1_500_000]);
});
