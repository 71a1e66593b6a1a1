import { expect, test } from "vitest";
import { daysBetween, sayAge, sayFor } from "./ages.ts";

test("an age is said in the unit in which people would say it, and is never rounded up", () => {
  const said = [0, 1, 13, 14, 20, 21, 60, 61, 92, 729, 731].map(sayAge);
  expect(said).toEqual([
    ...["today", "1 day", "13 days", "2 weeks", "2 weeks", "3 weeks"],
    ...["8 weeks", "2 months", "3 months", "23 months", "2 years"],
  ]);
  expect([sayFor(0), sayFor(22)]).toEqual(["since today", "for 3 weeks"]);
});

test("days are counted by the calendar, over months and leap days", () => {
  expect(daysBetween("2024-02-27", "2024-03-02")).toBe(4);
  expect(daysBetween("2026-06-01", "2026-06-01")).toBe(0);
});
