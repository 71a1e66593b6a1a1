import type { AnswerOf, InputOf } from "../../../platform/http/contract.ts";
import type { LoopsContext } from "../context.ts";
import type { loop } from "../contract.ts";
import { type DoneTurn, medianOf, noticedIn } from "../noticed.ts";
import { rightnessOf } from "../rightness.ts";
import { shownLoop, shownReading, shownTurn } from "../shown.ts";
import { answersOf, movesIn, todayOf } from "./check-in.ts";
import { followUpsOf } from "./follow-ups.ts";
import { happenings } from "./happenings.ts";
import type { LoopSeen } from "./loops.ts";
import type { TurnSeen } from "./turns.ts";

/** As far back as turns are listed. */
const EVER = "1970-01-01";

/** A loop's page: for those with whom it is shared, what is shown to them and nothing else. */
export async function loopPage(
  context: LoopsContext,
  { id, weeks }: InputOf<typeof loop>,
): Promise<AnswerOf<typeof loop>> {
  const seen = await context.loops.one(id);
  const [answers = []] = await answersOf(context, [seen], weeks);
  const shown = await context.loops.shownOf(seen);
  const head = {
    loop: shownLoop(seen, { now: context.clock.now(), measures: context.measures }),
    ...{ answers, shown: shown.map(shownReading) },
  };
  if (!seen.own)
    return { ...head, turns: [], followUps: [], marks: [], rightness: null, mine: null, noticed: null };
  const turns = await context.loops.turns([id], EVER);
  const followUps = await followUpsOf(context, turns);
  const guesses = (mine: boolean) => context.loops.resolved({ loops: [id], mine });
  return {
    ...head,
    turns: turns.map((turn) => ({
      ...shownTurn(seen, turn.row.due, turn),
      followUps: followUps.get(turn.row.id) ?? [],
    })),
    followUps: [...followUps.values()].flat().sort((a, b) => (a.day < b.day ? 1 : -1)),
    marks: await marksOf(context, seen, answers),
    rightness: seen.unit === null ? null : rightnessOf(await guesses(false), "team"),
    mine: rightnessOf(await guesses(true), "you"),
    noticed: noticedBy(seen, turns),
  };
}

async function marksOf(context: LoopsContext, seen: LoopSeen, answers: AnswerOf<typeof loop>["answers"]) {
  const [first] = answers;
  if (first === undefined || seen.about === null) return [];
  const to = todayOf(seen, context.clock.now());
  const told = await happenings(context, {
    ...{ units: [seen.about.id], from: first.from, to, measures: seen.row.measures },
  });
  return [...told, ...movesIn(answers, seen.row.area)];
}

function noticedBy(seen: LoopSeen, turns: readonly TurnSeen[]): AnswerOf<typeof loop>["noticed"] {
  const list = noticedIn(turns.flatMap(doneTurn), { since: seen.row.starts, timeZone: seen.timeZone });
  return {
    list: list.map((one) => ({ ...one })),
    notice: medianOf(list.map(({ notice }) => notice)),
    act: medianOf(list.flatMap(({ act }) => act ?? [])),
  };
}

function doneTurn({ row, followUps }: TurnSeen): DoneTurn[] {
  if (row.doneAt === null) return [];
  const acted = followUps.map(({ at }) => at.getTime());
  return [
    {
      ...{ doneAt: row.doneAt.getTime(), readings: row.readings },
      actedAt: acted.length === 0 ? null : Math.min(...acted),
    },
  ];
}
