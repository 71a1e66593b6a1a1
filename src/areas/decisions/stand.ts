import { Temporal } from "temporal-polyfill";
import { daysBetween, sayAge } from "../../core/ages.ts";
import { periodName } from "../../core/measures/period-name.ts";
import type { Status } from "./values.ts";

/** How a decision stands, and what that needs; days are ISO days where it was taken. */
export interface Standing {
  readonly status: Status | null;
  readonly rawStatus: string | null;
  /** Since when it has this status; null where its file does not say. */
  readonly since: string | null;
  readonly decidedOn: string | null;
  readonly reviewBy: string | null;
  /** The day on which somebody last said what came of it. */
  readonly lookedOn: string | null;
}

export interface Usual {
  /** Half of the decisions here took at most so many days from the proposal on. */
  readonly median: number;
  readonly p85: number;
  readonly n: number;
}

/** Below so many decided ones nothing says what is usual. */
const ENOUGH = 5;

/** After so many days a proposal is stuck where nobody knows what is usual. */
const A_MONTH = 30;

/** Days from proposal to decision; null below 5 of them. Quantiles by linear interpolation (Hyndman and Fan's seventh). */
export function usualOf(days: readonly number[]): Usual | null {
  if (days.length < ENOUGH) return null;
  const sorted = days.toSorted((one, other) => one - other);
  return { median: quantile(sorted, 0.5), p85: quantile(sorted, 0.85), n: sorted.length };
}

function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [low = 0, high = low] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (high - low) * (place - Math.floor(place));
}

/** Proposed for longer than nearly all were that have been decided here; without enough of them, for more than a month. */
export const isStuck = ({ status, since }: Standing, usual: Usual | null, today: string): boolean =>
  status === "proposed" && since !== null && daysBetween(since, today) > (usual?.p85 ?? A_MONTH);

/** Its day has come, and nobody has looked at it since; what was never agreed on comes back to nobody. */
export const isBack = ({ status, reviewBy, lookedOn }: Standing, today: string): boolean =>
  status === "accepted" &&
  reviewBy !== null &&
  reviewBy <= today &&
  (lookedOn === null || lookedOn < reviewBy);

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** What was expected is taken back within the day on which it was written, as a slip of the pen; later it stays on record. */
export const canTakeBack = ({ addedAt, came }: { addedAt: Date; came: unknown }, now: number): boolean =>
  came === null && now - addedAt.getTime() < A_DAY_MS;

/** When it comes back where nobody said so: after the last thing that is expected, or in three months. */
export function comesBackOn(today: string, resolveBy: readonly string[]): string {
  const last = resolveBy.toSorted().at(-1);
  return last ?? Temporal.PlainDate.from(today).add({ months: 3 }).toString();
}

interface Removable {
  readonly person: string | null;
  readonly status: Status | null;
  readonly proposedAt: Date | null;
}

/** One's own, and what was always a draft: what was put forward once stays, whatever it became. */
export const canBeRemoved = ({ person, status, proposedAt }: Removable): boolean =>
  person !== null || (status === "draft" && proposedAt === null);

const words: Record<Status, string> = {
  draft: "draft",
  proposed: "proposed",
  accepted: "decided",
  rejected: "rejected",
  deprecated: "no longer held to",
  superseded: "replaced",
};

/** "1 day", "12 days": whole ones. */
export const dayCount = (days: number): string =>
  `${Math.round(days)} day${Math.round(days) === 1 ? "" : "s"}`;

export const sayDay = (day: string): string => periodName(day, "day");

/** "proposed for 12 days; half are decided within 5 days here"; "decided on 3 May 2026, comes back on 3 August". */
export function sayStand(one: Standing, given: { usual: Usual | null; today: string }): string {
  const { today, usual } = given;
  const { status, rawStatus, since, decidedOn, reviewBy } = one;
  if (status === null) return rawStatus === null ? "without a status" : `“${rawStatus}”`;
  if (status === "draft" || status === "proposed") {
    if (since === null) return words[status];
    const age = daysBetween(since, today);
    const begun = age <= 0 ? `${words[status]} today` : `${words[status]} for ${sayAge(age)}`;
    return isStuck(one, usual, today) ? `${begun}${sayUsual(usual)}` : begun;
  }
  const when = sayDecided(status, decidedOn);
  if (status !== "accepted" || reviewBy === null) return when;
  if (isBack(one, today)) return `${when}, has come back: what came of it?`;
  return reviewBy > today ? `${when}, comes back on ${sayDay(reviewBy)}` : when;
}

/** "decided on 3 May 2026"; "replaced, decided on 3 May 2026". */
function sayDecided(status: Status, decidedOn: string | null): string {
  if (decidedOn === null) return words[status];
  const on = `on ${sayDay(decidedOn)}`;
  return status === "superseded" || status === "deprecated"
    ? `${words[status]}, decided ${on}`
    : `${words[status]} ${on}`;
}

const sayUsual = (usual: Usual | null): string =>
  usual === null ? "" : `; half are decided within ${dayCount(usual.median)} here`;
