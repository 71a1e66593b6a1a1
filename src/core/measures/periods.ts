import { Temporal } from "temporal-polyfill";
import { failField } from "../../platform/errors.ts";
import type { Every } from "./contract.ts";

/** Days that count, both included, in one time zone. */
export interface Range {
  readonly from: string;
  readonly to: string;
  readonly every: Every;
  readonly timeZone: string;
}

/** A day, ISO week or month, clipped to its range. Moments are milliseconds; `until` is the first that no longer counts. */
export interface Period {
  /** Its own first day, even where the range cuts it. */
  readonly start: string;
  readonly from: number;
  readonly until: number;
  /** Not cut by the range, and over. */
  readonly complete: boolean;
}

/** More points than this nobody can see, and they would only be slow. */
const MOST_PERIODS = 5_000;

/** How many periods to look back unasked, this one included. */
const usual: Record<Every, number> = { day: 30, week: 26, month: 24 };

export interface AskedRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly every: Every;
  /** Where `from` is left open: how many periods to look back, the one of `to` included. */
  readonly back?: number;
}

interface Known {
  readonly now: number;
  /** When the first fact happened, in milliseconds. */
  readonly first: number | null;
  readonly timeZone: string;
}

/** What was asked, with what was left open filled in: until today, from some periods back but not before the first fact. */
export function rangeOf(asked: AskedRange, known: Known): Range {
  const { every } = asked;
  const { timeZone } = known;
  const to = asked.to === undefined ? dayAt(known.now, timeZone) : dayOf(asked.to, "/to");
  const from = asked.from === undefined ? firstDay(to, asked, known) : dayOf(asked.from, "/from");
  if (Temporal.PlainDate.compare(from, to) > 0) {
    failField("/from", `from (${from}) is after to (${to}${asked.to === undefined ? ", today" : ""}).`);
  }
  checkLength(from, to, every);
  return { from: from.toString(), to: to.toString(), every, timeZone };
}

/** Every period that has a day in the range, oldest first. */
export function periodsOf({ from, to, every, timeZone }: Range, now: number): Period[] {
  const first = Temporal.PlainDate.from(from);
  const end = Temporal.PlainDate.from(to).add({ days: 1 });
  const momentOf = beginningsOfDays(timeZone);
  const length = { [`${every}s`]: 1 };
  const periods: Period[] = [];
  let start = startOf(first, every);
  while (Temporal.PlainDate.compare(start, end) < 0) {
    const next = start.add(length);
    const cut = Temporal.PlainDate.compare(start, first) < 0 || Temporal.PlainDate.compare(next, end) > 0;
    const begins = periods.at(-1)?.until ?? momentOf(later(start, first));
    const until = momentOf(earlier(next, end));
    periods.push({ start: start.toString(), from: begins, until, complete: !cut && until <= now });
    start = next;
  }
  return periods;
}

/** The first day of the period that a day is in. */
export function startOfPeriod(day: string, every: Every): string {
  return startOf(Temporal.PlainDate.from(day), every).toString();
}

/** Weeks begin on Monday. */
function startOf(day: Temporal.PlainDate, every: Every): Temporal.PlainDate {
  if (every === "day") return day;
  return every === "week" ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
}

function firstDay(
  to: Temporal.PlainDate,
  { every, back = usual[every] }: AskedRange,
  { first, timeZone }: Known,
) {
  const from = startOf(to, every).subtract({ [`${every}s`]: back - 1 });
  return first === null ? from : earlier(later(from, dayAt(first, timeZone)), to);
}

function dayOf(text: string, pointer: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return failField(pointer, `“${text}” is no day. Write it like 2026-01-31.`);
  }
}

function checkLength(from: Temporal.PlainDate, to: Temporal.PlainDate, every: Every): void {
  const length = from.until(to, { largestUnit: `${every}s` })[`${every}s`] + 1;
  if (length <= MOST_PERIODS) return;
  const earliest = to.subtract({ [`${every}s`]: MOST_PERIODS - 1 });
  const wider = every === "day" ? "week" : "month";
  failField(
    "/from",
    `That is ${length} ${every}s, more than ${MOST_PERIODS}. Begin at ${earliest} or later, or count by ${wider}.`,
  );
}

/** The day that it is at a moment in a time zone. */
export function dayAt(moment: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
}

/**
 * The first moment of a day: not always midnight, and days may have 23 or 25 hours. Between two changes of the clocks a day
 * is found by arithmetic, as asking for the time zone's rules is slow.
 */
function beginningsOfDays(timeZone: string): (day: Temporal.PlainDate) => number {
  let rules = { offset: 0, from: 0, until: 0 };
  return (day) => {
    const midnight = Date.UTC(day.year, day.month - 1, day.day) - rules.offset;
    if (midnight >= rules.from && midnight < rules.until) return midnight;
    const moment = day.toZonedDateTime({ timeZone });
    const change = moment.getTimeZoneTransition("next")?.epochMilliseconds;
    rules = {
      offset: moment.offsetNanoseconds / 1e6,
      from: moment.epochMilliseconds,
      until: change ?? Number.POSITIVE_INFINITY,
    };
    return moment.epochMilliseconds;
  };
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}
