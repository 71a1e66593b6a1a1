import { cadenceOf, dueOf, nextOf } from "../../loops/shown.ts";
import { todayOf } from "../../loops/store/check-in.ts";
import type { LoopSeen } from "../../loops/store/loops.ts";
import type { AskedToday } from "../today.ts";

/** The days, where they are today, of turns that came after a moment and wait still. */
export function waitingToday(
  loops: readonly LoopSeen[],
  { since, now }: { since: Date; now: number },
): string[] {
  const days = loops.flatMap((seen) => {
    const turn = dueOf(seen, now);
    return turn !== null && turn.at > since.getTime() && turn.day === todayOf(seen, now) ? [turn.day] : [];
  });
  return [...new Set(days)];
}

/** What is asked on a day: turns that wait, and those that are still to come. */
export function askedOn(loops: readonly LoopSeen[], day: string, now: number): AskedToday[] {
  return loops.flatMap((seen) => {
    const { row, unit } = seen;
    const turn = [dueOf(seen, now), nextOf(seen, now)].find((one) => one?.day === day);
    return turn ? [{ question: row.question, unit, at: turn.at, timeZone: cadenceOf(seen).timeZone }] : [];
  });
}

/** When something is asked next. */
export const nextAsked = (loops: readonly LoopSeen[], now: number): number =>
  Math.min(...loops.map((seen) => nextOf(seen, now)?.at ?? Number.POSITIVE_INFINITY));
