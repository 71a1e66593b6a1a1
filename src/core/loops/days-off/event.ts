import { cadenceProblem } from "../cadence.ts";
import { daysBetween } from "../iso-day.ts";
import { type Recurrence, recurrenceOf } from "../recurrence.ts";
import type { CalendarEvent, CalendarLine } from "./lines.ts";
import {
  daysOf,
  displayName,
  durationOf,
  linesOf,
  momentOf,
  onlyLineOf,
  shown,
  textOf,
  Unreadable,
} from "./values.ts";

/** What an event of whole days says (RFC 5545, 3.6.1), days in ISO form. */
export interface WholeDays {
  readonly line: number;
  readonly uid: string | null;
  readonly name: string;
  readonly from: string;
  /** How many days it lasts each time. */
  readonly days: number;
  readonly rule: Recurrence | null;
  /** Further first days, and those on which it does not begin although the rule says so. */
  readonly also: readonly string[];
  readonly except: readonly string[];
  /** It stands in place of the one that the event of this UID would have had on this day. */
  readonly instead: string | null;
  readonly cancelled: boolean;
}

/** What an event says; it is `Unreadable` where that is no whole days, or cannot be understood. */
export function wholeDaysOf(event: CalendarEvent): WholeDays {
  if (!event.ended)
    throw new Unreadable(event.line, "The event that begins here never ends: END:VEVENT is missing.");
  const start = onlyLineOf(event, "DTSTART");
  if (!start) throw new Unreadable(event.line, "It has no first day: DTSTART is missing.");
  return {
    line: event.line,
    uid: textOf(event, "UID"),
    name: displayName(textOf(event, "SUMMARY") ?? ""),
    from: momentOf(start).day,
    days: lengthOf(event, start),
    rule: ruleOf(event),
    also: daysOf(event, "RDATE"),
    except: daysOf(event, "EXDATE"),
    instead: daysOf(event, "RECURRENCE-ID")[0] ?? null,
    cancelled: textOf(event, "STATUS")?.toUpperCase() === "CANCELLED",
  };
}

/** The name of an event that may be unreadable else; null where it says none. */
export function nameOf(event: CalendarEvent): string | null {
  try {
    const summary = textOf(event, "SUMMARY");
    return summary === null ? null : displayName(summary);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return null;
  }
}

/** In days. Midnight to midnight is whole days too: some calendars write them so. */
function lengthOf(event: CalendarEvent, start: CalendarLine): number {
  const from = momentOf(start);
  const end = onlyLineOf(event, "DTEND");
  const duration = onlyLineOf(event, "DURATION");
  const to = end ? momentOf(end) : null;
  const days = to ? daysBetween(from.day, to.day) : duration ? durationOf(duration) / 86_400 : 0;
  if (to && days < 0)
    throw new Unreadable(event.line, `It ends on ${to.day}, before it begins on ${from.day}.`);
  const begins = from.time === null || from.time === MIDNIGHT;
  const ends = !to || to.time === null || to.time === MIDNIGHT;
  // A date without an end, or that ends as it begins, is one day, as calendars mean it; of a moment that is nothing.
  const least = from.time === null && !duration ? 0 : 1;
  if (!begins || !ends || days < least || !Number.isInteger(days))
    throw new Unreadable(event.line, "It is no whole day. Only whole days are days off.");
  return Math.max(days, 1);
}

const MIDNIGHT = "00:00:00";

function ruleOf(event: CalendarEvent): Recurrence | null {
  const [line, ...more] = linesOf(event, "RRULE");
  if (!line) return null;
  if (more.length > 0) throw new Unreadable(event.line, "It repeats by two rules. Make two events of it.");
  // What repeats here is whole days: of the moment until which it does, the day counts.
  const rule = line.text
    .slice(line.text.indexOf(":") + 1)
    .trim()
    .replace(/(UNTIL=\d{8})T\d{6}Z?/i, "$1");
  const said = recurrenceOf(rule);
  const problem = cadenceProblem(rule);
  if ("problem" in said || problem !== null)
    throw new Unreadable(line.line, `It repeats by “${shown(rule, 100)}”. ${problem}`);
  return said;
}
