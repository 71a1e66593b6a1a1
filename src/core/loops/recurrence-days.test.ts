import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { recurrenceOf } from "./recurrence.ts";
import { daysOfRule } from "./recurrence-days.ts";

const shifted = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

function daysOf(rule: string, starts: string) {
  const said = recurrenceOf(rule);
  if ("problem" in said) throw new Error(said.problem);
  return daysOfRule(said, starts);
}

function first(rule: string, starts: string, count: number): string[] {
  const days: string[] = [];
  const all = daysOf(rule, starts);
  for (
    let day = all.onOrAfter(starts);
    day !== null && days.length < count;
    day = all.onOrAfter(shifted(day, 1))
  )
    days.push(day);
  return days;
}

// Each with the days that RFC 5545 itself gives for it, in 3.8.5.3.
test.each([
  ["FREQ=WEEKLY;INTERVAL=2;WKST=SU", "1997-09-02", "09-02 09-16 09-30 10-14 10-28 11-11 11-25"],
  [
    "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH",
    "1997-09-02",
    "09-02 09-04 09-09 09-11 09-16 09-18 09-23 09-25 09-30 10-02",
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    "1997-09-02",
    "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16",
  ],
  ["FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", "09-05 10-03 11-07 12-05"],
  ["FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07", "09-07 09-28 11-02 11-30"],
  ["FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", "09-22 10-20 11-17 12-22"],
  ["FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "09-28 10-29 11-28 12-29"],
  ["FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30", "09-30 10-01 10-31 11-01 11-30 12-01 12-31"],
  ["FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "1997-09-13", "09-13 10-11 11-08 12-13"],
  ["FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "09-04 10-07 11-06"],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", "09-29 10-30 11-27 12-30"],
])("%s has the days that the standard gives", (rule, starts, expected) => {
  const days = expected.split(" ").map((day) => `1997-${day}`);
  expect(first(rule, starts, days.length)).toEqual(days);
});

test.each([
  ["FREQ=YEARLY;BYDAY=20MO", "1997-05-19", ["1997-05-19", "1998-05-18", "1999-05-17"]],
  [
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
    "1996-11-05",
    ["1996-11-05", "2000-11-07", "2004-11-02"],
  ],
  [
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "1997-09-02",
    ["1998-02-13", "1998-03-13", "1998-11-13", "1999-08-13", "2000-10-13"],
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    "1997-08-05",
    ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"],
  ],
  [
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    "1997-08-05",
    ["1997-08-05", "1997-08-17", "1997-08-19", "1997-08-31"],
  ],
  [
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    "2007-01-15",
    ["2007-01-15", "2007-01-30", "2007-02-15", "2007-03-15", "2007-03-30"],
  ],
])("%s has the days that the standard gives, over years", (rule, starts, days) => {
  expect(first(rule, starts, days.length)).toEqual(days);
});

test("a year has a 53rd Monday, or it has none", () => {
  // 2029 and 2035 begin on a Monday; the years from 2025 to 2034 else have 52 of them.
  expect(first("FREQ=YEARLY;BYDAY=53MO", "2025-01-01", 2)).toEqual(["2029-12-31", "2035-12-31"]);
});

test("there is no day before the first, after the last, or beyond what can be written", () => {
  const counted = daysOf("FREQ=WEEKLY;COUNT=3", "2026-01-05");
  expect(counted.onOrBefore("2026-01-04")).toBeNull();
  expect(counted.onOrBefore("2030-01-01")).toBe("2026-01-19");
  expect(counted.onOrAfter("2026-01-20")).toBeNull();
  expect(daysOf("FREQ=DAILY;UNTIL=20260107", "2026-01-05").onOrAfter("2026-01-08")).toBeNull();
  expect(daysOf("FREQ=DAILY", "2026-01-05").onOrAfter("9999-12-31")).toBe("9999-12-31");
  expect(daysOf("FREQ=YEARLY", "2026-01-05").onOrAfter("9999-12-31")).toBeNull();
});

test("years before 100 are those years, and not of the twentieth century", () => {
  expect(first("FREQ=MONTHLY;BYMONTHDAY=-1", "0096-01-31", 2)).toEqual(["0096-01-31", "0096-02-29"]);
});

const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
const nth = fc.tuple(fc.constantFrom("", "", "1", "2", "5", "-1", "-5"), weekday).map((one) => one.join(""));
const few = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const anyRule = fc
  .record({
    FREQ: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    INTERVAL: maybe(fc.integer({ min: 1, max: 5 })),
    BYDAY: maybe(few(nth)),
    BYMONTHDAY: maybe(few(fc.constantFrom(1, 15, 29, 30, 31, -1, -2, -31))),
    BYMONTH: maybe(few(fc.integer({ min: 1, max: 12 }))),
    BYSETPOS: maybe(few(fc.constantFrom(1, 2, 5, -1, -2))),
    WKST: maybe(weekday),
    COUNT: maybe(fc.integer({ min: 1, max: 30 })),
  })
  .map((parts) =>
    Object.entries(parts)
      .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]))
      .join(";"),
  )
  .filter((rule) => !("problem" in recurrenceOf(rule)));
const anyDay = fc.integer({ min: 0, max: 36_524 }).map((days) => shifted("2000-01-01", days));

/** Six years, for the library that stands against ours is slow where a rule has few days. */
const UNTIL = 6 * 365;

/** In a year that is not divided into months, the library takes 53MO and 1MO,TU for other days than RFC 5545 does. */
const numberedInYear = (rule: string) =>
  /YEARLY/.test(rule) && /BYDAY=[^;]*\d/.test(rule) && !/BYMONTH=/.test(rule);

test("the days of a rule are those that a library of many years finds", () => {
  fc.assert(
    fc.property(
      anyRule.filter((rule) => !numberedInYear(rule)),
      anyDay,
      (rule, starts) => {
        const dtstart = Temporal.PlainDate.from(starts).toZonedDateTime("UTC");
        const theirs = new RRuleTemporal({ rruleString: rule, dtstart }).between(
          dtstart,
          dtstart.add({ days: UNTIL }),
          true,
        );
        const ours = first(rule, starts, theirs.length + 1).filter((day) => day <= shifted(starts, UNTIL));
        expect(ours).toEqual(theirs.map((moment) => moment.toString().slice(0, 10)));
      },
    ),
    { numRuns: 300 },
  );
});

test("going back from the last of some days finds the same days as going on from the first", () => {
  fc.assert(
    fc.property(anyRule, anyDay, (rule, starts) => {
      const there = first(rule, starts, 20);
      const days = daysOf(rule, starts);
      const back: string[] = [];
      for (let day = there.at(-1) ?? null; day !== null; day = days.onOrBefore(shifted(day, -1)))
        back.push(day);
      expect(back.reverse()).toEqual(there);
    }),
    { numRuns: 300 },
  );
});
