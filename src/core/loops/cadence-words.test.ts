import fc from "fast-check";
import { expect, test } from "vitest";
import { sayCadence } from "./cadence-words.ts";

test.each([
  ["FREQ=DAILY", "every day"],
  ["FREQ=DAILY;INTERVAL=3", "every third day"],
  ["FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every workday"],
  ["FREQ=WEEKLY", "every week"],
  ["FREQ=WEEKLY;INTERVAL=12", "every 12 weeks"],
  ["FREQ=WEEKLY;BYDAY=MO", "every Monday"],
  ["FREQ=WEEKLY;BYDAY=TH,MO", "every Monday and Thursday"],
  ["FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO", "every workday"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "every second Thursday"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", "Monday and Thursday of every second week"],
  ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR", "every workday of every second week"],
  ["FREQ=WEEKLY;INTERVAL=12;BYDAY=TH", "Thursday of every 12 weeks"],
  ["FREQ=MONTHLY", "every month"],
  ["FREQ=MONTHLY;INTERVAL=3", "every third month"],
  ["FREQ=MONTHLY;BYMONTH=3,9", "every March and September"],
  ["FREQ=MONTHLY;BYDAY=1TU", "the first Tuesday of each month"],
  ["FREQ=MONTHLY;BYDAY=1MO,-1MO", "the first Monday and the last Monday of each month"],
  ["FREQ=MONTHLY;BYDAY=-2FR", "the second to last Friday of each month"],
  ["FREQ=MONTHLY;BYDAY=MO", "every Monday of each month"],
  ["FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU", "the first Tuesday of every second month"],
  ["FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of each month"],
  ["FREQ=MONTHLY;BYMONTHDAY=1,15", "the 1st and the 15th of each month"],
  ["FREQ=MONTHLY;BYMONTHDAY=2,3,11,22", "the 2nd, the 3rd, the 11th and the 22nd of each month"],
  ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "the last workday of each month"],
  ["FREQ=MONTHLY;BYDAY=FR;BYSETPOS=2", "the second Friday of each month"],
  [
    "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=1TU",
    "the first Tuesday of January, April, July and October each year",
  ],
  ["FREQ=YEARLY", "every year"],
  ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24", "24 December each year"],
  ["FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1", "the last day of February every second year"],
  ["FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "the last Sunday of March each year"],
  ["FREQ=YEARLY;BYDAY=20MO", "the 20th Monday of each year"],
  ["FREQ=YEARLY;BYMONTHDAY=1", "the 1st of each month"],
  ["FREQ=WEEKLY;BYDAY=MO;UNTIL=20261231", "every Monday, until 31 December 2026"],
  ["FREQ=WEEKLY;BYDAY=MO;COUNT=10", "every Monday, 10 times"],
  ["FREQ=MONTHLY;BYDAY=1TU;COUNT=1", "the first Tuesday of each month, once"],
])("%s is “%s”", (rule, words) => {
  expect(sayCadence(rule)).toBe(words);
});

test.each([
  "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
  "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
  "FREQ=WEEKLY;BYDAY=MO;BYMONTH=3",
  "FREQ=MONTHLY;BYDAY=1MO,TU",
  "FREQ=YEARLY;BYMONTH=3,9;BYDAY=MO;BYSETPOS=1",
  "FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7",
  "FREQ=HOURLY",
  "<b>",
])("%s has no short words, and what is said instead is true", (rule) => {
  expect(sayCadence(rule)).toBe("on a rhythm of its own");
});

test("no rule is said with a hole in it", () => {
  const parts = [
    "INTERVAL=12",
    "BYDAY=MO,-1TU",
    "BYDAY=FR",
    "BYMONTHDAY=-31,2",
    "BYMONTH=12",
    "BYSETPOS=-366,3",
    "COUNT=3",
    "UNTIL=20260101",
  ];
  const rules = fc
    .tuple(fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"), fc.shuffledSubarray(parts))
    .map(([freq, chosen]) => [`FREQ=${freq}`, ...chosen].join(";"));
  fc.assert(
    fc.property(fc.oneof(rules, fc.string()), (rule) => {
      expect(sayCadence(rule)).toMatch(/^(?!.*(undefined|null|NaN| {2}|(every|the) (of|,)))[a-zA-Z0-9 ,]+$/);
    }),
    { numRuns: 1_000 },
  );
});
