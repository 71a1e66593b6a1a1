import { Temporal } from "temporal-polyfill";
import { plusDays } from "./iso-day.ts";
import { recurrenceOf } from "./recurrence.ts";
import { daysOfRule } from "./recurrence-days.ts";

/** How often a team comes back to a loop's question. */
export interface Cadence {
  /** A recurrence rule of RFC 5545 without DTSTART, like `FREQ=WEEKLY;BYDAY=MO`. */
  readonly rule: string;
  /** The first day that there may be a turn, in ISO form. */
  readonly starts: string;
  /** When on that day, like 09:00, which it also is where nothing is said. */
  readonly time?: string | undefined;
  /** Of the unit that owns the loop: its day decides, wherever somebody is who looks. */
  readonly timeZone: string;
}

/**
 * One turn of a loop. What was done about it belongs to its day, not to its moment: a unit that moves to another time
 * zone between two turns then has none twice and loses none.
 */
export interface Turn {
  readonly day: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Days in ISO form, both included. */
export interface DayOff {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

const USUAL_TIME = "09:00";

/** What would be right, where a rule is none or has no day ever; null where it is good. */
export function cadenceProblem(rule: string): string | null {
  const said = recurrenceOf(rule);
  if ("problem" in said) return said.problem;
  const anyone = { ...said, interval: 1, until: null, count: null };
  const ever = daysOfRule(anyone, "2000-01-01").onOrAfter("2000-01-01") !== null;
  return ever ? null : "There is no such day in any year. Choose a day that comes round.";
}

/** The latest turn that is not after `now` (milliseconds); one on a day off falls away. */
export function latestTurn(cadence: Cadence, now: number, daysOff: readonly DayOff[]): Turn | null {
  const { days, turnOn, today } = open(cadence, now);
  let day = days.onOrBefore(today);
  while (day !== null) {
    const off = dayOffOn(day, daysOff);
    const turn = turnOn(day);
    if (!off && turn !== null && turn.at <= now) return turn;
    day = days.onOrBefore(plusDays(off?.from ?? day, -1));
  }
  return null;
}

/** The first turn after `now`. */
export function nextTurn(cadence: Cadence, now: number, daysOff: readonly DayOff[]): Turn | null {
  const between = { from: now + 1, until: Number.POSITIVE_INFINITY };
  return turns(cadence, between, daysOff).next().value ?? null;
}

/** Every turn from the moment `from` on and before `until` (milliseconds), oldest first. */
export function turnsBetween(
  cadence: Cadence,
  between: { readonly from: number; readonly until: number },
  daysOff: readonly DayOff[],
): Turn[] {
  return [...turns(cadence, between, daysOff)];
}

function* turns(
  cadence: Cadence,
  { from, until }: { readonly from: number; readonly until: number },
  daysOff: readonly DayOff[],
): Generator<Turn, undefined> {
  const { days, turnOn, today } = open(cadence, from);
  // Where the clocks skip the end of a day, its turn comes with the beginning of the next.
  let day = days.onOrAfter(plusDays(today, -1));
  while (day !== null) {
    const off = dayOffOn(day, daysOff);
    const turn = turnOn(day);
    if (turn !== null && turn.at >= until) return;
    if (!off && turn !== null && turn.at >= from) yield turn;
    day = days.onOrAfter(plusDays(off?.to ?? day, 1));
  }
}

function open({ rule, starts, time = USUAL_TIME, timeZone }: Cadence, now: number) {
  const said = recurrenceOf(rule);
  if ("problem" in said) throw new RangeError(said.problem);
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    days: daysOfRule(said, starts),
    today: today.toString(),
    turnOn: (day: string) => turnAt(Temporal.PlainDate.from(day), time, timeZone),
  };
}

/**
 * A time of day that the clocks skip is taken as much later as they skip, and one that comes twice is its first: so do
 * calendars. A day that they skip, as at the date line, has no turn.
 */
function turnAt(day: Temporal.PlainDate, time: string, timeZone: string): Turn | null {
  const moment = day.toZonedDateTime({ timeZone, plainTime: time });
  const there = moment.toPlainDate().equals(day) || day.toZonedDateTime(timeZone).toPlainDate().equals(day);
  return there ? { day: day.toString(), at: moment.epochMilliseconds } : null;
}

function dayOffOn(day: string, daysOff: readonly DayOff[]): DayOff | undefined {
  return daysOff.find(({ from, to }) => from <= day && day <= to);
}
