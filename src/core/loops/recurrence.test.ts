import { expect, test } from "vitest";
import { recurrenceOf } from "./recurrence.ts";

test("a rule is read with all that it says", () => {
  expect(
    recurrenceOf(
      "FREQ=MONTHLY;INTERVAL=2;BYDAY=+1TU,-1FR;BYMONTHDAY=-1,02;BYMONTH=3,9;BYSETPOS=-1;WKST=SU;UNTIL=20261231",
    ),
  ).toEqual({
    freq: "MONTHLY",
    interval: 2,
    byDay: [
      { weekday: 1, nth: 1 },
      { weekday: 4, nth: -1 },
    ],
    byMonthDay: [-1, 2],
    byMonth: [3, 9],
    bySetPos: [-1],
    weekStart: 6,
    until: "2026-12-31",
    count: null,
  });
});

test("a rule may be written in small letters, as the standard lets it", () => {
  expect(recurrenceOf("freq=weekly;byday=mo;count=3")).toEqual(recurrenceOf("FREQ=WEEKLY;BYDAY=MO;COUNT=3"));
});

const trouble = (rule: string) => {
  const said = recurrenceOf(rule);
  return "problem" in said ? said.problem : "none";
};

test.each([
  ["", "“” is no part of a rule. Write it like FREQ=WEEKLY;BYDAY=MO."],
  ["every Monday", "“EVERY MONDAY” is no part of a rule. Write it like FREQ=WEEKLY;BYDAY=MO."],
  ["FREQ=WEEKLY;BYDAY=MO;", "“” is no part of a rule. Write it like FREQ=WEEKLY;BYDAY=MO."],
  ["BYDAY=MO", "FREQ is missing. It is DAILY, WEEKLY, MONTHLY or YEARLY."],
  ["FREQ=HOURLY", "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY. Here it is “HOURLY”."],
  [
    "FREQ=DAILY;BYHOUR=9,10",
    "A cadence has no BYHOUR. It is made of FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, UNTIL, COUNT.",
  ],
  ["FREQ=DAILY;FREQ=WEEKLY", "FREQ is there twice. Say it once."],
  ["FREQ=DAILY;INTERVAL=0", "INTERVAL is a whole number from 1, like INTERVAL=2. Here it is “0”."],
  ["FREQ=YEARLY;INTERVAL=11", "INTERVAL is at most 10 for YEARLY: ten years."],
  ["FREQ=WEEKLY;BYDAY=1MO", "Which one it is, like 1TU, can be said with MONTHLY or YEARLY alone."],
  ["FREQ=MONTHLY;BYDAY=6MO", "A month has no more than five of a weekday: write 1 to 5, or -1 to -5."],
  ["FREQ=WEEKLY;BYMONTHDAY=1", "A week has no days of the month. Use BYMONTHDAY with MONTHLY."],
  ["FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY is days from 1 to 31, or from -1 back to -31. Here it is “32”."],
  [
    "FREQ=MONTHLY;BYSETPOS=1",
    "BYSETPOS chooses from days. Say which, like BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1.",
  ],
  [
    "FREQ=DAILY;BYDAY=MO,TU;BYSETPOS=1",
    "BYSETPOS chooses from the days of a week, month or year, and not from one day.",
  ],
  ["FREQ=DAILY;UNTIL=20260230", "UNTIL=20260230 is no day. Write it like UNTIL=20261231."],
  [
    "FREQ=DAILY;UNTIL=20261231T090000Z",
    "UNTIL is the last day, like UNTIL=20261231. Here it is “20261231T090000Z”.",
  ],
  ["FREQ=DAILY;UNTIL=20261231;COUNT=3", "A rule ends by UNTIL or by COUNT. Leave one of them out."],
  ["FREQ=DAILY;COUNT=1001", "COUNT is a whole number from 1 to 1000. Here it is “1001”."],
  ["FREQ=DAILY\r\nDTSTART:20260101", "A rule is plain text, like FREQ=WEEKLY;BYDAY=MO."],
  ["FREQ=DAILY\u202e", "A rule is plain text, like FREQ=WEEKLY;BYDAY=MO."],
  [`FREQ=MONTHLY;BYMONTHDAY=${"1,".repeat(100)}1`, "A rule has at most 200 characters."],
])("%j is told with what would be right", (rule, problem) => {
  expect(trouble(rule)).toBe(problem);
});
