import type { Scope, Window } from "../sharing/scope.ts";
import type { Period } from "./periods.ts";

/** A stretch of time in milliseconds, infinite where it is open; `until` is the first moment that no longer belongs to it. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** When anything of a scope counted at all, oldest first; stretches that meet or overlap are one. */
export function countedTimes(scope: Scope): Span[] {
  if (scope.always.length > 0) return [ALWAYS];
  const joined: Span[] = [];
  for (const span of scope.moved.map(spanOf).sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (!last || span.from > last.until) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
  }
  return joined;
}

/** Whether anything counted in some of a period. In another one nothing is not zero: there was nothing that could be counted. */
export const countedIn = (times: readonly Span[], { from, until }: Pick<Period, "from" | "until">): boolean =>
  times.some((span) => span.from < until && span.until > from);

/** Whether all that counted went away within a period, which so is no whole one. */
export const cutIn = (times: readonly Span[], period: Pick<Period, "from" | "until">): boolean =>
  countedIn(times, period) && !times.some(({ from, until }) => from < period.until && until >= period.until);

const DAY_MS = 86_400_000;

/** On how many days of a stretch of time anything counted. Clocks that change make a day an hour longer or shorter. */
export function daysCounted(times: readonly Span[], { from, until }: Span): number {
  const lengths = times.map((span) => Math.min(span.until, until) - Math.max(span.from, from));
  return Math.round(lengths.reduce((sum, length) => sum + Math.max(0, length), 0) / DAY_MS);
}

const ALWAYS: Span = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const spanOf = ({ from, until }: Window): Span => ({
  from: from ?? ALWAYS.from,
  until: until ?? ALWAYS.until,
});
