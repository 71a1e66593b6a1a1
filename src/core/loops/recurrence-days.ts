import type { Recurrence } from "./recurrence.ts";

/**
 * The days of a rule, in ISO form. Days alone, for a turn is named by its day, whatever the time zone in which somebody
 * looks. They are found by filtering the days of one period after another from where one asks on, never by walking there
 * from the first: that ends within milliseconds for any rule. `rrule-temporal`, which the tests hold against it, takes up
 * to 300 ms for a rule that has no day and throws then, and is wrong about the 53rd Monday of a year.
 */
export interface RuleDays {
  onOrAfter(day: string): string | null;
  onOrBefore(day: string): string | null;
}

/** From the first day on that the rule may have; a weekly rule without a weekday has that of `starts`, and so on. */
export function daysOfRule(said: Recurrence, starts: string): RuleDays {
  const start = numberOf(starts);
  const rule = withDefaults(said, start);
  const course = { rule, start, end: LAST };
  const bounded = { ...course, end: Math.min(endOf(course), LAST) };
  return {
    onOrAfter: (day) => isoOrNull(after(bounded, numberOf(day))),
    onOrBefore: (day) => isoOrNull(before(bounded, numberOf(day))),
  };
}

/** Days are counted from 1 January 1970. */
const DAY = 86_400_000;
const numberOf = (day: string) => Date.parse(day) / DAY;
const isoOrNull = (day: number | undefined) =>
  day === undefined ? null : new Date(day * DAY).toISOString().slice(0, 10);
/** The first day of a month, counted from 0. In 400 years the calendar repeats, and `Date.UTC` takes the years 0 to 99 for others. */
const beginning = (year: number, month: number) => Date.UTC(year + 400, month, 1) / DAY - 146_097;
const weekdayOf = (day: number) => (((day + 3) % 7) + 7) % 7;

/** Later days are not written like this one. */
const LAST = numberOf("9999-12-31");

/** Once every 40 years there is a 29 February on each weekday, also over a year like 2100: what is rarer never comes. */
const LONGEST_GAP = 40 * 366;

/** Where a count ends later than this, nobody will see it end. */
const LONGEST_COUNT = 100 * 366;

interface Course {
  readonly rule: Recurrence;
  readonly start: number;
  readonly end: number;
}

/** RFC 5545 takes from the first day what a rule leaves open. Every day is looked for a month at a time, to be quick. */
function withDefaults(rule: Recurrence, start: number): Recurrence {
  const date = new Date(start * DAY);
  if (rule.freq === "DAILY")
    return rule.interval === 1 && rule.bySetPos.length === 0 ? { ...rule, freq: "MONTHLY" } : rule;
  if (rule.byDay.length > 0 || rule.byMonthDay.length > 0) return rule;
  if (rule.freq === "WEEKLY") return { ...rule, byDay: [{ weekday: weekdayOf(start), nth: 0 }] };
  const month = rule.freq === "YEARLY" && rule.byMonth.length === 0 ? [date.getUTCMonth() + 1] : rule.byMonth;
  return { ...rule, byMonth: month, byMonthDay: [date.getUTCDate()] };
}

function endOf(course: Course): number {
  const { count, until } = course.rule;
  if (until !== null) return numberOf(until);
  if (count === null) return LAST;
  let counted = 0;
  for (const day of daysFrom(course, course.start)) {
    counted += 1;
    if (counted === count) return day;
    if (day > course.start + LONGEST_COUNT) break;
  }
  return LAST;
}

const after = (course: Course, from: number): number | undefined => daysFrom(course, from).next().value;

function* daysFrom(course: Course, asked: number): Generator<number, undefined> {
  const { rule, start, end } = course;
  const from = Math.max(asked, start);
  let known = from;
  for (
    let at = periodOf(course, from);
    firstOf(rule, at) <= Math.min(end, known + LONGEST_GAP);
    at += rule.interval
  )
    for (const day of daysIn(rule, at)) {
      if (day > end) return;
      if (day >= from) yield day;
      known = day;
    }
}

function before(course: Course, asked: number): number | undefined {
  const from = Math.min(asked, course.end);
  const first = Math.max(course.start, from - LONGEST_GAP);
  for (let at = periodOf(course, from); firstOf(course.rule, at + 1) > first; at -= course.rule.interval) {
    const found = daysIn(course.rule, at).findLast((day) => day <= from);
    if (found !== undefined) return found >= course.start ? found : undefined;
  }
  return undefined;
}

/** The period that a day is in, or else the last before it that counts where only every second one does, say. */
function periodOf({ rule, start }: Course, day: number): number {
  const first = indexOf(rule, start);
  return first + Math.floor((indexOf(rule, day) - first) / rule.interval) * rule.interval;
}

/** Days, weeks, months or years, counted. */
function indexOf({ freq, weekStart }: Recurrence, day: number): number {
  if (freq === "DAILY") return day;
  if (freq === "WEEKLY") return Math.floor((day + 3 - weekStart) / 7);
  const date = new Date(day * DAY);
  return freq === "YEARLY" ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function firstOf({ freq, weekStart }: Recurrence, index: number): number {
  if (freq === "DAILY") return index;
  if (freq === "WEEKLY") return index * 7 - 3 + weekStart;
  return freq === "YEARLY" ? beginning(index, 0) : beginning(Math.floor(index / 12), index % 12);
}

function daysIn(rule: Recurrence, index: number): number[] {
  const days: number[] = [];
  const until = firstOf(rule, index + 1);
  for (let day = firstOf(rule, index); day < until; ) {
    const date = new Date(day * DAY);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    const bounds = boundsOf(rule, year, month);
    const end = Math.min(until, bounds.monthEnd);
    const counts = rule.byMonth.length === 0 || rule.byMonth.includes(month + 1);
    for (; counts && day < end; day++) if (fits(rule, day, bounds)) days.push(day);
    day = end;
  }
  return rule.bySetPos.length === 0 ? days : chosenFrom(days, rule.bySetPos);
}

/** The month that a day is in, and that in which weekdays are numbered: the same, but for a year without months. */
interface Bounds {
  readonly month: number;
  readonly monthEnd: number;
  readonly numbered: number;
  readonly numberedEnd: number;
}

function boundsOf({ freq, byMonth }: Recurrence, year: number, month: number): Bounds {
  const [first, end] = [beginning(year, month), beginning(year, month + 1)];
  if (freq !== "YEARLY" || byMonth.length > 0)
    return { month: first, monthEnd: end, numbered: first, numberedEnd: end };
  return { month: first, monthEnd: end, numbered: beginning(year, 0), numberedEnd: beginning(year + 1, 0) };
}

function fits({ byDay, byMonthDay }: Recurrence, day: number, within: Bounds): boolean {
  const wanted = (place: number) => byMonthDay.includes(place);
  if (byMonthDay.length > 0 && !wanted(day - within.month + 1) && !wanted(day - within.monthEnd))
    return false;
  const here = byDay.filter(({ weekday }) => weekday === weekdayOf(day));
  const nth = Math.floor((day - within.numbered) / 7) + 1;
  const fromEnd = Math.floor((day - within.numberedEnd) / 7);
  return byDay.length === 0 || here.some((one) => one.nth === 0 || one.nth === nth || one.nth === fromEnd);
}

function chosenFrom(days: readonly number[], places: readonly number[]): number[] {
  const chosen = places.map((place) => days.at(place > 0 ? place - 1 : place));
  return [...new Set(chosen.filter((day) => day !== undefined))].sort((a, b) => a - b);
}
