import { Temporal } from "temporal-polyfill";
import type { Every } from "../measures/contract.ts";
import type { Reading } from "./contract.ts";

/** A turn that was done, with what was unusual on its charts then, and when something was done about it. */
export interface DoneTurn {
  /** Milliseconds. */
  readonly doneAt: number;
  readonly readings: readonly Pick<Reading, "measure" | "title" | "every" | "unusual">[];
  /** When the first thing was begun that it led to; `null` where it led to nothing. */
  readonly actedAt: number | null;
}

export interface Noticed {
  /** The first day of the period that was unusual. */
  readonly start: string;
  readonly title: string;
  /** Days from the end of the period to the turn that saw it, and to what was done about it. */
  readonly notice: number;
  readonly act: number | null;
}

const DAY_MS = 86_400_000;
/** A median of fewer says more about luck. */
const ENOUGH = 5;

/**
 * From each unusual period to the first turn that saw it, newest first. What was unusual before the loop began was nobody's to
 * notice: `since` is the day on which it did. A period that goes on a run is seen with the run, so that each run counts once.
 */
export function noticedIn(
  turns: readonly DoneTurn[],
  { since, timeZone }: { since: string; timeZone: string },
): Noticed[] {
  const seen = new Map<string, Noticed>();
  for (const turn of turns.toSorted((a, b) => a.doneAt - b.doneAt)) {
    for (const { measure, title, every, unusual } of turn.readings) {
      const starts = [...new Set(unusual.map(({ start }) => start))].filter((start) => start >= since);
      for (const start of starts) {
        const key = `${measure} ${start}`;
        if (seen.has(key) || continues(starts, start, every)) continue;
        const end = endOf(start, every, timeZone);
        const days = (moment: number) => Math.max(0, (moment - end) / DAY_MS);
        seen.set(key, {
          ...{ start, title, notice: days(turn.doneAt) },
          act: turn.actedAt === null ? null : days(turn.actedAt),
        });
      }
    }
  }
  return [...seen.values()].sort((a, b) => (a.start < b.start ? 1 : -1));
}

/** The middle of at least five, else null. */
export function medianOf(days: readonly number[]): number | null {
  if (days.length < ENOUGH) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2;
}

const next = (start: string, every: Every, periods = 1): Temporal.PlainDate =>
  Temporal.PlainDate.from(start).add({ [`${every}s`]: periods });

const continues = (starts: readonly string[], start: string, every: Every): boolean =>
  starts.includes(next(start, every, -1).toString());

const endOf = (start: string, every: Every, timeZone: string): number =>
  next(start, every).toZonedDateTime(timeZone).epochMilliseconds;
