import { expect, test } from "vitest";
import { dayAfter, lastDay } from "./last-day.ts";

test("a token that ends at midnight was good for the whole day before", () => {
  expect(lastDay("2027-01-01T00:00:00.000Z")).toBe("2026-12-31");
});

test("ninety days after a day in November it is February", () => {
  expect(dayAfter(Date.parse("2026-11-25T23:59:00Z"), 90)).toBe("2027-02-23");
});
