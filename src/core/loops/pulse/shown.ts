import { briefOf } from "../../org/tree.ts";
import { sayCadence } from "../cadence-words.ts";
import type { Pulse, PulseQuestion, PulseRound, RoundPage } from "./contract.ts";
import { resultOf } from "./results.ts";
import type { PulseSeen, QuestionRow } from "./store/pulses.ts";
import type { RoundSeen } from "./store/rounds.ts";
import { sayPromise } from "./words.ts";

/** The day that a moment is in the time zone of the unit, for pure parts that know no clock. */
export type DayOf = (moment: Date) => string;

export const shownQuestion = ({ id, kind, text, options }: QuestionRow): PulseQuestion => ({
  ...{ id, kind, text, options },
});

/** What a round asks, in the order that it was given when it opened. */
export const askedIn = ({ questions }: PulseSeen, { row }: RoundSeen): PulseQuestion[] =>
  row.questions.flatMap((id) => questions.filter((one) => one.id === id).map(shownQuestion));

export function shownRound(pulse: PulseSeen, seen: RoundSeen, dayOf: DayOf): PulseRound {
  const { row, answered, asksMe, mine, counts, words } = seen;
  return {
    ...{ id: row.id, opened: dayOf(row.openedAt), until: row.until },
    closed: row.closedAt === null ? null : dayOf(row.closedAt),
    ...{ because: row.closedBecause, asked: row.asked, answered, asksMe },
    answeredByMe: mine.length > 0,
    results:
      row.closedAt === null || !asksMe
        ? null
        : askedIn(pulse, seen).map((one) =>
            resultOf(one, counts.get(one.id) ?? null, words.get(one.id) ?? []),
          ),
  };
}

export function shownPulse(seen: PulseSeen, dayOf: DayOf): Pulse {
  const { row, unit, openTo, loop, questions, rounds } = seen;
  const shown = rounds.map((one) => shownRound(seen, one, dayOf));
  return {
    ...{ id: row.id, unit: briefOf(unit), ahead: row.ahead, openTo: openTo && briefOf(openTo) },
    loop: {
      ...{ id: loop.row.id, question: loop.row.question, says: sayCadence(loop.row.rule) },
      ended: loop.row.endedAt !== null,
    },
    questions: questions.filter(({ retiredAt }) => retiredAt === null).map(shownQuestion),
    open: shown.find(({ closed }) => closed === null) ?? null,
    rounds: shown.filter(({ closed }) => closed !== null),
  };
}

export function shownPage(seen: PulseSeen, round: RoundSeen, dayOf: DayOf): RoundPage {
  const { unit, loop, row } = seen;
  return {
    ...{ unit: briefOf(unit), pulse: row.id, loop: { id: loop.row.id, question: loop.row.question } },
    round: shownRound(seen, round, dayOf),
    questions: askedIn(seen, round),
    mine: [...round.mine],
    promise: sayPromise({ asked: round.row.asked, unit: unit.name, group: countedFor(seen, round) }),
  };
}

/** The group that counts a round: of those alone that opened while the pulse was open to it. */
const countedFor = ({ row, openTo }: PulseSeen, round: RoundSeen): string | null =>
  row.openedAt !== null && row.openedAt <= round.row.openedAt ? (openTo?.name ?? null) : null;
