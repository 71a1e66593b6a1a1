import ICAL from "ical.js";
import { harmless } from "../plain-text.ts";
import { plusDays } from "./iso-day.ts";

/** What a calendar shows of one thing that is due. */
interface Due {
  /** The same each time, and of nothing else in the world, so that a calendar takes it for what it already has. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** Where one does it. */
  readonly url: string;
}

/** A check-in, at a moment in milliseconds since the epoch. */
export interface DueTurn extends Due {
  readonly at: number;
  readonly minutes?: number | undefined;
}

/** What is due on a day, in ISO form, at no time. */
export interface DueDay extends Due {
  readonly day: string;
}

export interface CalendarFeed {
  /** What the calendar is called. */
  readonly name: string;
  /** Milliseconds since the epoch. The same `now` and the same things make the same text. */
  readonly now: number;
  readonly turns: readonly DueTurn[];
  readonly allDay: readonly DueDay[];
}

/** As long as a check-in takes. */
const USUAL_MINUTES = 5;

/** How often a calendar may ask again; most ask more rarely, whatever they are told. */
const REFRESH = "PT1H";

/**
 * A calendar to subscribe to (RFC 5545, and RFC 7986 for its name and refreshing), as `text/calendar; charset=utf-8`.
 * Each turn is an event of its own at a moment in UTC: calendars differ in how they understand the time zones and rules
 * of others, and all know UTC. Nothing in it makes anybody busy, for it happens in meetings that are there already.
 */
export function calendarFeed({ name, now, turns, allDay }: CalendarFeed): string {
  const stamp = `DTSTAMP:${inUtc(now)}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Septet//Septet//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${line(name)}`,
    `X-WR-CALNAME:${line(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...turns.flatMap((turn) => eventOf(turn, [stamp, ...timesOf(turn)])),
    ...allDay.flatMap((due) => eventOf(due, [stamp, ...datesOf(due)])),
    "END:VCALENDAR",
  ];
  return lines.map((one) => `${folded(one)}\r\n`).join("");
}

function eventOf({ uid, title, description, url }: Due, when: readonly string[]): string[] {
  const link = harmless(url.toWellFormed()).replaceAll(" ", "%20");
  return [
    "BEGIN:VEVENT",
    `UID:${line(uid)}`,
    ...when,
    `SUMMARY:${line(title)}`,
    // Not every calendar shows the URL of an event; all show its description.
    `DESCRIPTION:${paragraphs(description === "" ? link : `${description}\n\n${link}`)}`,
    `URL:${link}`,
    "TRANSP:TRANSPARENT",
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
    "END:VEVENT",
  ];
}

const timesOf = ({ at, minutes = USUAL_MINUTES }: DueTurn) => [
  `DTSTART:${inUtc(at)}`,
  `DTEND:${inUtc(at + minutes * 60_000)}`,
];

/** The end of a whole day is the day after it. */
const datesOf = ({ day }: DueDay) => [
  `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
  `DTEND;VALUE=DATE:${plusDays(day, 1).replaceAll("-", "")}`,
];

const inUtc = (moment: number) => `${new Date(moment).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** One line of text from outside, as a value: it can end no line and begin no property. */
const line = (text: string) => escaped(harmless(text.toWellFormed().replace(/\s+/g, " ")).trim());

const paragraphs = (text: string) =>
  escaped(
    text
      .toWellFormed()
      .split(/\r\n|[\r\n]/)
      .map(harmless)
      .join("\n"),
  );

const escaped = (text: string): string => ICAL.stringify.value(text, "text", ICAL.design.icalendar, false);

/** RFC 5545, 3.1. A line of the text with its folds still has these 75 octets, the space before it included. */
const LONGEST_LINE = 75;

function folded(one: string): string {
  let octets = 0;
  let text = "";
  for (const sign of one) {
    const size = octetsOf(sign.codePointAt(0) ?? 0);
    const fits = octets + size <= LONGEST_LINE;
    text += fits ? sign : `\r\n ${sign}`;
    octets = fits ? octets + size : 1 + size;
  }
  return text;
}

/** In UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
