import type { starters } from "../../../core/loops/contract.ts";
import type { AnswerOf } from "../../../platform/http/contract.ts";

export type StarterArea = AnswerOf<typeof starters>["areas"][number];
export type Starter = StarterArea["starters"][number];

/** The days of a week in the words of a recurrence rule, and in those of people. */
export const weekdays = [
  { value: "MO", word: "Mon", name: "Monday" },
  { value: "TU", word: "Tue", name: "Tuesday" },
  { value: "WE", word: "Wed", name: "Wednesday" },
  { value: "TH", word: "Thu", name: "Thursday" },
  { value: "FR", word: "Fri", name: "Friday" },
] as const;
export type Weekday = (typeof weekdays)[number]["value"];

export const rhythms = [
  { value: "week", word: "every week" },
  { value: "fortnight", word: "every second week" },
  { value: "month", word: "every month" },
] as const;
export type Rhythm = (typeof rhythms)[number]["value"];

/** The recurrence rule (RFC 5545) of a rhythm on a weekday: of a month, its first such day. */
export function ruleOf(rhythm: Rhythm, day: Weekday): string {
  if (rhythm === "month") return `FREQ=MONTHLY;BYDAY=1${day}`;
  return `FREQ=WEEKLY${rhythm === "fortnight" ? ";INTERVAL=2" : ""};BYDAY=${day}`;
}

/** What is looked at in a rhythm: by the week, and of what comes once a month by the month. */
export const everyOf = (rhythm: Rhythm): "week" | "month" => (rhythm === "month" ? "month" : "week");

/** The weekday that it is, or Monday at a weekend. */
export const weekdayOf = (day: number): Weekday => weekdays[(day + 6) % 7]?.value ?? "MO";
