import type { Every } from "../../core/measures/contract.ts";
import type { MeasureSearch, Range } from "./measure-search.ts";

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The first day of the period that a day is in; weeks begin on Monday. */
export function periodStart(day: string, every: Every): string {
  if (every === "month") return `${day.slice(0, 8)}01`;
  if (every === "day") return day;
  const time = Date.parse(day);
  return iso(time - ((new Date(time).getUTCDay() + 6) % 7) * DAY);
}

/** How many days back each quick range reaches, the running day included. */
const daysBack: Record<Exclude<Range, "all">, number> = {
  "12w": 11 * 7,
  "26w": 25 * 7,
  "1y": 364,
  "2y": 2 * 365,
  "5y": 5 * 365,
};

/**
 * From and to for the server. A quick range begins with a whole period, so that its first point is no cut one.
 * `since` is the first day with anything in it, for "all".
 */
export function rangeOf(search: MeasureSearch, today: string, since: string | null) {
  const every = search.every ?? "week";
  if (search.from || search.to) return { every, from: search.from, to: search.to };
  const range = search.range ?? "26w";
  const first =
    range === "all"
      ? (since ?? iso(Date.parse(today) - 5 * 365 * DAY))
      : iso(Date.parse(today) - daysBack[range] * DAY);
  return { every, from: periodStart(first < today ? first : today, every), to: undefined };
}
