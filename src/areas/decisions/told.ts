import { Temporal } from "temporal-polyfill";
import type { Reading } from "../../core/loops/contract.ts";
import { readingOf } from "../../core/loops/reading.ts";
import type { Every, MeasureAnswer } from "../../core/measures/contract.ts";
import { startOfPeriod } from "../../core/measures/periods.ts";
import type { Bound } from "./values.ts";

interface Expected {
  readonly bound: Bound;
  /** In the unit of the measure. */
  readonly value: number;
  readonly resolveBy: string;
  /** The day on which it was expected: what began before tells nothing of it. */
  readonly since: string;
}

/** Whether it came, with the reading that tells it. */
export interface Told {
  readonly came: "yes" | "no";
  readonly reading: Reading;
}

/**
 * What a measure tells of an expectation: by its last whole period that began on the day on which it was expected, or later, and was
 * over by its day.
 * `null` where there is none, or where it is not known: then people tell it.
 */
export function toldBy(answer: MeasureAnswer, { bound, value, resolveBy, since }: Expected): Told | null {
  const partial = new Set(answer.partial);
  const within = answer.points.filter(
    ({ start }) => start >= since && !partial.has(start) && endOf(start, answer.every) <= dayAfter(resolveBy),
  );
  const last = within.at(-1);
  if (last === undefined || last.value === null) return null;
  const reading = readingOf({ ...answer, points: answer.points.filter(({ start }) => start <= last.start) });
  if (reading === null) return null;
  const met = bound === "at-most" ? last.value <= value : last.value >= value;
  return { came: met ? "yes" : "no", reading };
}

/** Whether a whole period begins on a day or later, and is over by another one: without that no measure can tell anything of it. */
export function canTell(every: Every, { since, resolveBy }: Pick<Expected, "since" | "resolveBy">): boolean {
  const begun = startOfPeriod(since, every);
  const first = begun >= since ? begun : endOf(begun, every);
  return endOf(first, every) <= dayAfter(resolveBy);
}

const endOf = (start: string, every: Every): string =>
  Temporal.PlainDate.from(start)
    .add({ [`${every}s`]: 1 })
    .toString();

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** The days that are looked at for it: from when it was expected to its day, and back so far as tells what is usual. */
export const daysToTell = ({ resolveBy, since }: Pick<Expected, "resolveBy" | "since">) => ({
  from: Temporal.PlainDate.from(since).subtract({ months: 6 }).toString(),
  to: resolveBy,
});
