import { dayAt } from "../../core/measures/periods.ts";
import { briefOf } from "../../core/org/tree.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { Ask, oneAsk, Step } from "./contract.ts";
import { stepsFor } from "./policy.ts";
import { daysOpen, daysToAnswer, type Said, type Stand, standOf, waitsFor } from "./stand.ts";
import type { AskSeen, Named, StepSeen } from "./store/asks.ts";
import { type Fared, sayAsks, sayStand, sayStep } from "./words.ts";

/** A step with the day on which it was said, and what its words need. */
interface StepSaid extends Said {
  readonly words: string;
  readonly unit: StepSeen["unit"];
  readonly by: Named;
}

const saidIn = (seen: AskSeen): StepSaid[] =>
  seen.steps.map(({ row: { kind, byWhen, helped, words, saidAt }, unit, by }) => ({
    ...{ kind, byWhen, helped, words, unit, by },
    day: dayAt(saidAt.getTime(), seen.timeZone).toString(),
  }));

/** How an ask stands. */
export const standSeen = (seen: AskSeen): Stand<StepSaid> => standOf(saidIn(seen));

/** The day on which it was asked, where those are who ask. */
export const askedOn = ({ row, timeZone }: AskSeen): string =>
  dayAt(row.askedAt.getTime(), timeZone).toString();

/** An ask as it is told to somebody who stands on one of its sides. */
export function shownAsk(seen: AskSeen, now: number): Ask {
  const { row, from, to, by, sides } = seen;
  const stand = standSeen(seen);
  const [asked, today] = [askedOn(seen), dayAt(now, seen.timeZone).toString()];
  const last = saidIn(seen).findLast(({ kind }) => kind !== "words");
  return {
    ...{ id: row.id, title: row.title, why: row.why, mattersBy: row.mattersBy, askedBy: by, asked },
    ...{ from: briefOf(from), to: { person: to.person, unit: to.unit && briefOf(to.unit) } },
    ...{ state: stand.state, promised: stand.promised, helped: stand.helped },
    says: sayStand({ stand, asked, today, last }),
    open: daysOpen(asked, stand, today),
    answer: answerOf(stand, asked),
    cameBack: stand.cameBack?.words ?? null,
    waitsFor: waitsFor(stand, today),
    ...{ sides: [...sides], can: stepsFor(sides, stand.state) },
  };
}

function answerOf(stand: Stand<StepSaid>, asked: string): Ask["answer"] {
  const days = daysToAnswer(asked, stand);
  if (stand.answer === null || days === null) return null;
  const { kind, day, by } = stand.answer;
  return { kind, day, days, by };
}

/** The same with all that was said. */
export const shownWhole = (seen: AskSeen, now: number): AnswerOf<typeof oneAsk> => ({
  ask: shownAsk(seen, now),
  steps: seen.steps.map((one) => shownStep(one, seen)),
  from: seen.origin,
});

function shownStep({ row, by, unit }: StepSeen, { timeZone }: AskSeen): Step {
  const { n, side, kind, words, byWhen, helped, saidAt } = row;
  const day = dayAt(saidAt.getTime(), timeZone).toString();
  return {
    ...{ n, side, kind, words, byWhen, helped, by, unit: unit && briefOf(unit) },
    at: saidAt.toISOString(),
    says: sayStep({ kind, day, words, byWhen, helped, unit }),
  };
}

/** Open ones first, the oldest of them first; then those that have ended, the newest first. */
export function openFirst(asks: readonly Ask[]): Ask[] {
  const isOpen = ({ state }: Ask) => state !== "helped" && state !== "withdrawn";
  const byDay = (one: Ask, other: Ask) => (one.asked < other.asked ? -1 : one.asked > other.asked ? 1 : 0);
  return [
    ...asks.filter(isOpen).toSorted(byDay),
    ...asks.filter((one) => !isOpen(one)).toSorted((one, other) => byDay(other, one)),
  ];
}

/** How asks fared, in a line; null below 5. */
export const faredWords = (asks: readonly Ask[]): string | null => sayAsks(asks.map(faredOf));

const faredOf = ({ answer, state }: Ask): Fared => ({
  days: answer?.days ?? null,
  withdrawn: state === "withdrawn",
});
