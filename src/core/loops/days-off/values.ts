import ICAL from "ical.js";
import { harmless } from "../../plain-text.ts";
import { isDay } from "../iso-day.ts";
import type { CalendarEvent, CalendarLine } from "./lines.ts";

/** Why an event cannot be taken, to be told to whoever sent it. */
export class Unreadable extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.line = line;
  }
}

/** A longer one is none that a calendar writes, and slow to read. */
const LONGEST_LINE = 20_000;
/** Every day of five years. */
const MOST_DATES = 2_000;
const LONGEST_NAME = 100;

/** What the days are called that nobody gave a name. */
const NO_NAME = "Day off";

export const linesOf = (event: CalendarEvent, name: string): CalendarLine[] =>
  event.lines.filter((line) => line.name === name);

export function onlyLineOf(event: CalendarEvent, name: string): CalendarLine | undefined {
  const [one, ...more] = linesOf(event, name);
  if (more.length > 0) throw new Unreadable(event.line, `It has ${name} twice.`);
  return one;
}

/** A date, and the time where one is said. */
export function momentOf(line: CalendarLine): { readonly day: string; readonly time: string | null } {
  return momentIn(valuesOf(line)[0], line);
}

export function daysOf(event: CalendarEvent, name: string): string[] {
  const days = linesOf(event, name).flatMap((line) =>
    valuesOf(line).map((value) => momentIn(value, line).day),
  );
  if (days.length > MOST_DATES) throw new Unreadable(event.line, `It has more than ${MOST_DATES} dates.`);
  return days;
}

/** In seconds. */
export function durationOf(line: CalendarLine): number {
  const [value = ""] = valuesOf(line);
  try {
    return ICAL.Duration.fromString(value).toSeconds();
  } catch {
    throw cannotRead(line);
  }
}

export function textOf(event: CalendarEvent, name: string): string | null {
  const line = linesOf(event, name)[0];
  return line ? (valuesOf(line)[0] ?? null) : null;
}

/** What can stand as the name of a day off: one line, not too long, that steers nothing. */
export const displayName = (text: string): string => shown(text, LONGEST_NAME) || NO_NAME;

/** The first letters of a text from outside, on one line. */
export function shown(text: string, most: number): string {
  const line = harmless(text.slice(0, LONGEST_LINE).toWellFormed().replace(/\s+/g, " ")).trim();
  return [...line].slice(0, most).join("");
}

/** The values of a line, with dates as RFC 7265 writes them: 2026-01-31. */
function valuesOf(line: CalendarLine): string[] {
  if (line.text.length > LONGEST_LINE)
    throw new Unreadable(line.line, `This line has more than ${LONGEST_LINE} characters.`);
  try {
    const [, , , ...values]: unknown[] = ICAL.parse.property(line.text);
    return values.map(String);
  } catch {
    throw cannotRead(line);
  }
}

/** A date that does not say that it is one comes with a time of nothing. */
function momentIn(value: string | undefined, line: CalendarLine) {
  const [, day = "", time = null] = /^(\d{4}-\d\d-\d\d)(?:T::|T(\d\d:\d\d:\d\d)Z?)?$/.exec(value ?? "") ?? [];
  if (!isDay(day)) throw cannotRead(line);
  return { day, time };
}

const cannotRead = ({ line, text }: CalendarLine) =>
  new Unreadable(line, `“${shown(text, LONGEST_NAME)}” cannot be read.`);
