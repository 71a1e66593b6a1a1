import { expect, test } from "vitest";
import { dayText, periodText, shortDayText, timeText } from "./dates.ts";

test("a date has one form, whatever the browser's language", () => {
  expect(dayText("2026-10-24")).toBe("24 Oct 2026");
  expect(["day", "week", "month"].map((every) => periodText("2026-09-07", every as "day"))).toEqual([
    "7 Sep 2026",
    "week of 7 Sep 2026",
    "Sep 2026",
  ]);
  expect(shortDayText(new Date("2026-05-03"))).toBe("3 May");
});

test("a moment is told in the team's time zone, which may be on another day", () => {
  expect(timeText("2026-10-24T22:04:00Z", "UTC")).toBe("24 Oct 2026, 22:04");
  expect(timeText("2026-10-24T22:04:00Z", "Pacific/Auckland")).toBe("25 Oct 2026, 11:04");
  expect(dayText("2026-10-24T22:04:00Z", "Pacific/Auckland")).toBe("25 Oct 2026");
});

test("midnight is 00:00, not 24:00", () => {
  expect(timeText("2026-10-24T00:00:00Z", "UTC")).toBe("24 Oct 2026, 00:00");
});
