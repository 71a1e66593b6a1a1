import { expect, test } from "vitest";
import { comesBackOn, lastLooked } from "./half-year.ts";

const at = (moment: string) => Date.parse(moment);

test("a purpose comes back 26 weeks later, on the same weekday, also over a change of the clocks", () => {
  expect(comesBackOn(at("2026-01-05T10:00:00Z"), "Europe/Berlin")).toBe("2026-07-06");
  expect(comesBackOn(at("2026-09-07T10:00:00Z"), "Europe/Berlin")).toBe("2027-03-08");
});

test("the day is that of the team, wherever it is", () => {
  expect(comesBackOn(at("2026-01-05T23:30:00Z"), "Asia/Tokyo")).toBe("2026-07-07");
  expect(comesBackOn(at("2026-01-05T23:30:00Z"), "America/Lima")).toBe("2026-07-06");
});

test("what counts is when it was last thought about", () => {
  const writtenAt = new Date("2026-01-05T10:00:00Z");
  expect(lastLooked({ writtenAt, reviewedAt: null })).toBe(writtenAt.getTime());
  const reviewedAt = new Date("2026-07-08T10:00:00Z");
  expect(lastLooked({ writtenAt, reviewedAt })).toBe(reviewedAt.getTime());
});
