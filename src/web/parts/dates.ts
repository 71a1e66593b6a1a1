import type { Every } from "../../core/measures/contract.ts";

/** Dates in the reader's own order, with the month as a word, so that 3 May is never read as 5 March. */
const medium = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
const monthly = new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric", timeZone: "UTC" });
const long = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const ago = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A day without a time of day, e.g. 2026-05-03. */
export const dayText = (day: string) => medium.format(Date.parse(day));

export const timeText = (moment: string) => long.format(Date.parse(moment));

/** What people call the period that starts on a day. */
export function periodText(start: string, every: Every): string {
  if (every === "month") return monthly.format(Date.parse(start));
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
