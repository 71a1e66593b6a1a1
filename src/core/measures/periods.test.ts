import { expect, test } from "vitest";
import { Failure } from "../../platform/errors.ts";
import { type AskedRange, periodsOf, rangeOf } from "./periods.ts";

const berlin = "Europe/Berlin";
const hours = (milliseconds: number) => milliseconds / 3_600_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

function starts(from: string, to: string, every: AskedRange["every"]): string[] {
  return periodsOf({ from, to, every, timeZone: "UTC" }, noon("2030-01-01")).map(({ start }) => start);
}

test("the day on which clocks go forward has 23 hours, and the one on which they go back 25", () => {
  const lengths = (from: string, to: string) =>
    periodsOf({ from, to, every: "day", timeZone: berlin }, noon("2030-01-01")).map((day) =>
      hours(day.until - day.from),
    );
  expect(lengths("2026-03-28", "2026-03-30")).toEqual([24, 23, 24]);
  expect(lengths("2026-10-24", "2026-10-26")).toEqual([24, 25, 24]);
});

test("a week over a change of the clocks begins and ends at local midnight", () => {
  const [week] = periodsOf(
    { from: "2026-03-23", to: "2026-03-29", every: "week", timeZone: berlin },
    noon("2030-01-01"),
  );
  expect(new Date(week?.from ?? 0).toISOString()).toBe("2026-03-22T23:00:00.000Z");
  expect(new Date(week?.until ?? 0).toISOString()).toBe("2026-03-29T22:00:00.000Z");
});

test("where midnight does not exist, the day begins at one", () => {
  // In Beirut clocks went from 24:00 on 28 March 2026 to 01:00 on the 29th.
  const [day] = periodsOf(
    { from: "2026-03-29", to: "2026-03-29", every: "day", timeZone: "Asia/Beirut" },
    noon("2030-01-01"),
  );
  expect(hours((day?.until ?? 0) - (day?.from ?? 0))).toBe(23);
});

test("2026 has an ISO week 53, from Monday 28 December to Sunday 3 January", () => {
  expect(starts("2026-12-21", "2027-01-10", "week")).toEqual(["2026-12-21", "2026-12-28", "2027-01-04"]);
  expect(starts("2027-01-01", "2027-01-01", "week")).toEqual(["2026-12-28"]);
});

test("months are as long as they are, also in a leap year", () => {
  const lengths = periodsOf(
    { from: "2028-01-01", to: "2028-04-30", every: "month", timeZone: "UTC" },
    noon("2030-01-01"),
  );
  expect(lengths.map((month) => hours(month.until - month.from) / 24)).toEqual([31, 29, 31, 30]);
  expect(starts("2026-01-31", "2026-03-01", "month")).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"]);
});

test("a period that the range cuts keeps its name, loses what is outside, and is not complete", () => {
  const weeks = periodsOf(
    { from: "2026-01-07", to: "2026-01-20", every: "week", timeZone: "UTC" },
    noon("2030-01-01"),
  );
  expect(weeks.map(({ start, complete }) => [start, complete])).toEqual([
    ["2026-01-05", false],
    ["2026-01-12", true],
    ["2026-01-19", false],
  ]);
  expect(weeks[0]?.from).toBe(Date.parse("2026-01-07T00:00:00Z"));
  expect(weeks[2]?.until).toBe(Date.parse("2026-01-21T00:00:00Z"));
});

test("a period that is not over yet is not complete", () => {
  const days = periodsOf(
    { from: "2026-01-05", to: "2026-01-06", every: "day", timeZone: "UTC" },
    noon("2026-01-06"),
  );
  expect(days.map(({ complete }) => complete)).toEqual([true, false]);
});

const known = { now: noon("2026-11-18"), first: null, timeZone: "UTC" };

test("unasked, it is the last 30 days, 26 weeks or 24 months until today", () => {
  expect(rangeOf({ every: "day" }, known)).toMatchObject({ from: "2026-10-20", to: "2026-11-18" });
  expect(rangeOf({ every: "week" }, known)).toMatchObject({ from: "2026-05-25", to: "2026-11-18" });
  expect(rangeOf({ every: "month" }, known)).toMatchObject({ from: "2024-12-01", to: "2026-11-18" });
  expect(periodsOf(rangeOf({ every: "week" }, known), known.now)).toHaveLength(26);
});

test("unasked, it does not begin before the first fact", () => {
  const young = { ...known, first: Date.parse("2026-10-01T23:30:00Z") };
  expect(rangeOf({ every: "week" }, young).from).toBe("2026-10-01");
  expect(rangeOf({ every: "week" }, { ...young, timeZone: berlin }).from).toBe("2026-10-02");
  expect(rangeOf({ every: "week", from: "2026-09-01" }, young).from).toBe("2026-09-01");
  expect(rangeOf({ every: "week", to: "2026-09-01" }, young)).toMatchObject({
    from: "2026-09-01",
    to: "2026-09-01",
  });
});

test("today is a different day in different places", () => {
  const now = Date.parse("2026-11-18T20:00:00Z");
  expect(rangeOf({ every: "day" }, { ...known, now, timeZone: "Pacific/Auckland" }).to).toBe("2026-11-19");
  expect(rangeOf({ every: "day" }, { ...known, now, timeZone: "America/Los_Angeles" }).to).toBe("2026-11-18");
});

function fault(asked: AskedRange): string {
  try {
    rangeOf(asked, known);
  } catch (error) {
    if (error instanceof Failure) return `${error.errors[0]?.pointer} ${error.errors[0]?.detail}`;
  }
  return "none";
}

test("what is no day, a range backwards and one too long are told with what would be right", () => {
  expect(fault({ every: "week", from: "2026-02-30" })).toBe(
    "/from “2026-02-30” is no day. Write it like 2026-01-31.",
  );
  expect(fault({ every: "week", to: "soon" })).toBe("/to “soon” is no day. Write it like 2026-01-31.");
  expect(fault({ every: "week", from: "2026-03-02", to: "2026-03-01" })).toBe(
    "/from from (2026-03-02) is after to (2026-03-01).",
  );
  expect(fault({ every: "week", from: "2026-12-01" })).toBe(
    "/from from (2026-12-01) is after to (2026-11-18, today).",
  );
  expect(fault({ every: "day", from: "2000-01-01", to: "2026-01-01" })).toBe(
    "/from That is 9498 days, more than 5000. Begin at 2012-04-25 or later, or count by week.",
  );
  expect(fault({ every: "month", from: "2000-01-01", to: "2026-01-01" })).toBe("none");
});
