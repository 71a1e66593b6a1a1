import type { Every } from "../../core/measures/contract.ts";

/** Dates have one form for every reader, as the sentences around them are English: 24 Oct 2026. */
const formats = new Map<string, Intl.DateTimeFormat>();
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A day without a time of day, e.g. 2026-05-03; or the day of a moment, in a time zone. */
export function dayText(day: string, timeZone = "UTC"): string {
  const { date, month, year } = partsOf(Date.parse(day), timeZone);
  return `${date} ${month} ${year}`;
}

/** A moment in a time zone: 24 Oct 2026, 22:04. */
export function timeText(moment: string, timeZone: string): string {
  return `${dayText(moment, timeZone)}, ${partsOf(Date.parse(moment), timeZone).clock}`;
}

/** "24 Oct", for an axis. */
export function shortDayText(day: Date): string {
  const { date, month } = partsOf(day.getTime(), "UTC");
  return `${date} ${month}`;
}

/** "Oct", for an axis. */
export const monthText = (day: Date) => partsOf(day.getTime(), "UTC").month;

/** What people call the period that starts on a day. */
export function periodText(start: string, every: Every): string {
  if (every === "month") return dayText(start).replace(/^\d+ /, "");
  return every === "week" ? `week of ${dayText(start)}` : dayText(start);
}

const steps = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How long ago a moment was, in words; `now` in milliseconds. */
export function agoText(moment: string, now: number): string {
  const seconds = (now - Date.parse(moment)) / 1000;
  const step = steps.find(([, size]) => seconds >= size);
  return step ? ago.format(-Math.floor(seconds / step[1]), step[0]) : "just now";
}

function partsOf(time: number, timeZone: string) {
  const parts = formatIn(timeZone).formatToParts(time);
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? "";
  return { date: of("day"), month: of("month"), year: of("year"), clock: `${of("hour")}:${of("minute")}` };
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(timeZone, made);
  return made;
}
