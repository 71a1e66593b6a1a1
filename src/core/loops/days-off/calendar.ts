import { plusDays } from "../iso-day.ts";
import { daysOfRule } from "../recurrence-days.ts";
import { nameOf, type WholeDays, wholeDaysOf } from "./event.ts";
import { type DaysOffFound, troubleWithLength } from "./found.ts";
import { type CalendarEvent, eventsOf } from "./lines.ts";
import { Unreadable } from "./values.ts";

/** Three years, with a leap year among them: nobody plans holidays further ahead. */
const HORIZON = 1_096;

/** Ten years of holidays of twenty countries. */
const MOST_EVENTS = 5_000;

interface Horizon {
  readonly from: string;
  readonly to: string;
}

/** What an iCalendar text has of whole days in the three years from `day` on. */
export function calendarDaysOff(text: string, day: string, found: DaysOffFound): void {
  const horizon = { from: day, to: plusDays(day, HORIZON) };
  const events = readEvents(text, found);
  const moved = Map.groupBy(
    events.filter(({ uid, instead }) => uid !== null && instead !== null),
    ({ uid }) => uid,
  );
  for (const event of events.filter(({ cancelled }) => !cancelled)) {
    if (found.tooManyDaysAt(placeOf(event))) return;
    const days = firstDaysOf(event, horizon);
    found.count(days.length);
    const others = event.instead === null ? (moved.get(event.uid) ?? []) : [];
    const without = new Set([...event.except, ...others.map(({ instead }) => instead)]);
    for (const from of days.filter((first) => !without.has(first))) {
      const to = plusDays(from, event.days - 1);
      if (to >= horizon.from && from <= horizon.to) found.add({ from, to, name: event.name });
    }
  }
  if (found.nothing)
    found.tell("file", `There is no day off from ${horizon.from} to ${horizon.to} in this calendar.`);
}

function readEvents(text: string, found: DaysOffFound): WholeDays[] {
  const events: WholeDays[] = [];
  for (const event of eventsOf(text)) {
    const place = `line ${event.line}`;
    if (found.tooManyProblemsAt(place)) break;
    if (events.length >= MOST_EVENTS) {
      found.tell(place, `There are more than ${MOST_EVENTS} events. The rest is left out.`);
      break;
    }
    const read = readEvent(event, found);
    if (read) events.push(read);
  }
  return events;
}

function readEvent(event: CalendarEvent, found: DaysOffFound): WholeDays | undefined {
  try {
    const read = wholeDaysOf(event);
    const trouble = troubleWithLength(read.days);
    if (trouble === null) return read;
    found.tell(placeOf(read), trouble);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    found.tell(placeOf({ line: error.line, name: nameOf(event) }), error.message);
  }
  return undefined;
}

const placeOf = ({ line, name }: { line: number; name: string | null }) =>
  name === null ? `line ${line}` : `line ${line} (${name})`;

/** All on which it begins within the horizon, or so shortly before that it reaches into it; and some others. */
function firstDaysOf(event: WholeDays, horizon: Horizon): string[] {
  const days = [event.from, ...event.also];
  if (event.rule === null) return days;
  const all = daysOfRule(event.rule, event.from);
  let day = all.onOrAfter(plusDays(horizon.from, -event.days));
  while (day !== null && day <= horizon.to) {
    days.push(day);
    day = all.onOrAfter(plusDays(day, 1));
  }
  return days;
}
