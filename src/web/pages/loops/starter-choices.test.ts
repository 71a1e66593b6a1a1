import { expect, test } from "vitest";
import { everyOf, ruleOf, weekdayOf } from "./starter-choices.ts";

test("a rhythm on a weekday is a recurrence rule, of a month on its first such day", () => {
  expect(ruleOf("week", "TU")).toBe("FREQ=WEEKLY;BYDAY=TU");
  expect(ruleOf("fortnight", "FR")).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR");
  expect(ruleOf("month", "MO")).toBe("FREQ=MONTHLY;BYDAY=1MO");
  expect([everyOf("week"), everyOf("month")]).toEqual(["week", "month"]);
});

test("a meeting is on the weekday that it is; at a weekend it is proposed for Monday", () => {
  expect([0, 1, 3, 5, 6].map(weekdayOf)).toEqual(["MO", "MO", "WE", "FR", "MO"]);
});
