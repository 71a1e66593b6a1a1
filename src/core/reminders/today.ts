import { Temporal } from "temporal-polyfill";
import type { Cadence, DayOff } from "../loops/cadence.ts";
import { latestTurn, nextTurn } from "../loops/cadence.ts";
import type { Today } from "./letters/check-in.ts";
import type { Weekday } from "./weekday.ts";

/** A question with its turn of a day. */
export interface AskedToday {
  readonly question: string;
  readonly unit: { readonly slug: string; readonly name: string } | null;
  readonly at: number;
  readonly timeZone: string;
}

/** What is asked on a day, unit by unit, the earliest first. */
export function todayOf(asked: readonly AskedToday[], address: string): Today[] {
  const units = [...Map.groupBy(asked, ({ unit }) => unit?.slug ?? "").values()];
  const first = (some: readonly AskedToday[]) =>
    some.reduce((one, other) => (other.at < one.at ? other : one));
  return units
    .map((some) => ({ some, first: first(some) }))
    .sort((one, other) => one.first.at - other.first.at)
    .map(({ some, first: { unit, at, timeZone } }) => ({
      unit: unit?.name ?? null,
      time: timeOf(at, timeZone),
      questions: some.map(({ question }) => question),
      href: `${address}${unit === null ? "/check-in" : `/units/${unit.slug}/check-in`}`,
    }));
}

const timeOf = (at: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });

/** Before work begins in most places. */
const DIGEST_AT = "08:00";

interface Where {
  readonly timeZone: string;
  readonly daysOff: readonly DayOff[];
}

/** When the digest of a weekday last came due, and when it does next; on a day off it falls away, and the next one tells of both weeks. */
export function digestTurns(weekday: Weekday, { timeZone, daysOff }: Where, now: number) {
  const weekly: Cadence = {
    ...{ rule: `FREQ=WEEKLY;BYDAY=${weekday}`, starts: "2000-01-01", time: DIGEST_AT, timeZone },
  };
  return { latest: latestTurn(weekly, now, daysOff), next: nextTurn(weekly, now, daysOff) };
}
