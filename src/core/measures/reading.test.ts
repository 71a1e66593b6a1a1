import { expect, test } from "vitest";
import { formatReading, sayBetween, sayFromTo, sayReading } from "./reading.ts";

const hour = 3_600;
const day = 24 * hour;

test.each([
  [0, "0 s"],
  [45, "45 s"],
  [89, "89 s"],
  [34 * 60, "34 min"],
  [1.5 * hour, "1.5 h"],
  [19 * hour, "19 h"],
  [47 * hour, "47 h"],
  [2.4 * day, "2.4 days"],
  [9.96 * day, "10 days"],
  [41 * day, "41 days"],
  [730 * day, "2 years"],
])("%d seconds read as %s", (seconds, said) => {
  expect(formatReading(seconds, "seconds")).toBe(said);
});

test.each([
  [0, "0 %"],
  [0.0071, "0.7 %"],
  [0.125, "13 %"],
  [1, "100 %"],
])("the ratio %d reads as %s", (ratio, said) => {
  expect(formatReading(ratio, "ratio")).toBe(said);
});

test("what is unknown reads so, and never as 0", () => {
  expect(formatReading(null, "seconds")).toBe("unknown");
});

test("counts are bare in tables and named in sentences", () => {
  expect(formatReading(3.5, "changes")).toBe("3.5");
  expect(sayReading(1, "deployments")).toBe("1 deployment");
  expect(sayReading(12_345, "changes")).toBe("12,345 changes");
});

test("two values share their unit where they can", () => {
  expect(sayBetween(11 * hour, 34 * hour, "seconds")).toBe("11 and 34 h");
  expect(sayBetween(45 * 60, 2.1 * hour, "seconds")).toBe("45 min and 2.1 h");
  expect(sayBetween(0, 0.12, "ratio")).toBe("0 and 12 %");
  expect(sayBetween(12, 40, "changes")).toBe("12 and 40");
});

test("a range from one to the other is one value where both read alike", () => {
  expect(sayFromTo(3.6 * hour, 4.6 * day, "seconds")).toBe("3.6 h to 4.6 days");
  expect(sayFromTo(11 * hour, 34 * hour, "seconds")).toBe("11 to 34 h");
  expect(sayFromTo(0.98, 1.02, "changes")).toBe("1");
});
