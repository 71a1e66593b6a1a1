import { turnsBetween } from "../../loops/cadence.ts";
import type { LoopsContext } from "../../loops/context.ts";
import { cadenceOf, dueOf } from "../../loops/shown.ts";
import type { LoopSeen } from "../../loops/store/loops.ts";
import { dueForMe } from "../../loops/store/mine.ts";
import { quickHash } from "../../people/store/hashes.ts";
import { type Asked, feedOf } from "../feed.ts";

/** As far ahead as a calendar is told. */
const AHEAD_MS = 8 * 7 * 86_400_000;

interface Wanted {
  readonly titles: boolean;
  readonly address: string;
}

/** What is due for a person and what comes next, as their calendar reads it. */
export async function calendarFor(context: LoopsContext, wanted: Wanted): Promise<string> {
  const now = context.clock.now();
  const { due, coming } = await dueForMe(context);
  return feedOf({
    ...{ ...wanted, now },
    // Whoever is shown the calendar learns nothing by an id, and two people's ids of one thing differ.
    idOf: (what) => quickHash(`${context.actor.person} ${what}`).toString("hex").slice(0, 32),
    asked: (await context.loops.all()).flatMap((seen) => askedOf(seen, now)),
    due: [...due, ...coming].filter(({ kind }) => kind !== "check-in"),
  });
}

/** The turn that waits, and those to come. */
function askedOf(seen: LoopSeen, now: number): Asked[] {
  const { row, unit, daysOff } = seen;
  const waiting = dueOf(seen, now);
  const coming = turnsBetween(cadenceOf(seen), { from: now + 1, until: now + AHEAD_MS }, daysOff);
  return [...(waiting === null ? [] : [waiting]), ...coming].map(({ day, at }) => ({
    ...{ question: row.question, day, at },
    unit: unit && { slug: unit.slug, name: unit.name },
  }));
}
