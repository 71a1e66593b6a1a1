import { Temporal } from "temporal-polyfill";
import { failField } from "../../../platform/errors.ts";
import type { MeasureAnswer } from "../../measures/contract.ts";
import { dayAt } from "../../measures/periods.ts";
import { briefOf } from "../../org/tree.ts";
import type { CheckIn, CheckInItem } from "../check-in/contract.ts";
import { unusualSince } from "../check-in/unusual.ts";
import type { LoopsContext } from "../context.ts";
import type { Guess, Turn } from "../contract.ts";
import { baseOf, cameOf } from "../guess.ts";
import type { Mark } from "../marks.ts";
import { readingOf } from "../reading.ts";
import { dueOf, nextOf, shownGuess, shownLoop, shownTurn } from "../shown.ts";
import { followUpsOf } from "./follow-ups.ts";
import { happenings } from "./happenings.ts";
import { answersFor, backFrom, USUAL_WEEKS } from "./looking.ts";
import type { LoopSeen } from "./loops.ts";
import type { TurnSeen } from "./turns.ts";

/** All questions of a unit, or of the person who asks, that are due. */
export async function checkInOf(
  context: LoopsContext,
  { unit: slug, also }: { unit?: string | undefined; also?: string | undefined },
): Promise<CheckIn> {
  const now = context.clock.now();
  const { unit, loops } = await context.loops.list({ unit: slug, ended: false });
  const own = loops.filter((one) => one.own);
  const open = own.flatMap((seen) => {
    const due = dueOf(seen, now)?.day ?? (seen.row.id === also ? todayOf(seen, now) : null);
    return due === null ? [] : [{ seen, due }];
  });
  const closed = own.filter(({ row }) => open.every(({ seen }) => seen.row.id !== row.id));
  return {
    unit: unit && briefOf(unit),
    today: own[0] ? todayOf(own[0], now) : dayAt(now, "UTC").toString(),
    items: await itemsOf(context, open),
    next: closed
      .flatMap((seen) => {
        const next = nextOf(seen, now);
        return next === null ? [] : [{ loop: seen.row.id, question: seen.row.question, day: next.day }];
      })
      .sort((a, b) => (a.day < b.day ? -1 : 1)),
    followUps: context.areas.flatMap(({ plugs }) =>
      (plugs?.followUps ?? []).map(({ kind, title }) => ({ kind, title })),
    ),
  };
}

export const todayOf = ({ timeZone }: Pick<LoopSeen, "timeZone">, now: number): string =>
  dayAt(now, timeZone).toString();

interface Open {
  readonly seen: LoopSeen;
  readonly due: string;
}

/** As far back as a turn is looked for that came before. */
const LONG_AGO = "1970-01-01";

export async function itemsOf(context: LoopsContext, open: readonly Open[]): Promise<CheckInItem[]> {
  if (open.length === 0) return [];
  const turns = await context.loops.turns(
    open.map(({ seen }) => seen.row.id),
    LONG_AGO,
  );
  const answers = await answersOf(
    context,
    open.map(({ seen }) => seen),
  );
  const byLoop = Map.groupBy(turns, ({ row }) => row.loop);
  const followUps = await followUpsOf(
    context,
    open.flatMap(({ seen, due }) => (byLoop.get(seen.row.id) ?? []).filter(({ row }) => row.due === due)),
  );
  return Promise.all(
    open.map(async ({ seen, due }, place) => {
      const before = byLoop.get(seen.row.id) ?? [];
      const current = before.find(({ row }) => row.due === due) ?? null;
      const last = before.find(({ row }) => row.due < due && row.doneAt !== null) ?? null;
      const looked = answers[place] ?? [];
      const item = itemOf(context, { seen, due, current, last, answers: looked });
      const turn = { ...item.turn, followUps: followUps.get(current?.row.id ?? "") ?? [] };
      return { ...item, turn, since: await sinceOf(context, { seen, last, answers: looked }) };
    }),
  );
}

/** What the loops look at, in as many weeks as say what is usual. */
export function answersOf(context: LoopsContext, loops: readonly LoopSeen[], weeks = USUAL_WEEKS) {
  return answersFor(
    context,
    loops.map(({ row, about }) => ({
      ...{ slug: about?.slug ?? null, measures: row.measures },
      range: backFrom(row.every, weeks),
    })),
  );
}

interface Parts extends Open {
  readonly current: TurnSeen | null;
  /** The turn before that was done. */
  readonly last: TurnSeen | null;
  readonly answers: readonly MeasureAnswer[];
}

function itemOf(
  context: LoopsContext,
  { seen, due, current, last, answers }: Parts,
): Omit<CheckInItem, "since"> {
  const at = { now: context.clock.now(), measures: context.measures };
  const unusual = unusualSince(answers, last?.row.readings ?? []);
  const turn = shownTurn(seen, due, current);
  const first = answers[0];
  return {
    ...{ loop: shownLoop(seen, at), turn, answers: [...answers], unusual },
    guessed: guessedAt(last, first, false),
    mineGuessed: guessedAt(last, first, true),
    quiet: unusual.length === 0 && untouched(turn) && answers.length > 0,
    canGuess: first !== undefined && baseOf(first, first.chart?.scale ?? "linear") !== null,
  };
}

/** Whoever began to write or to choose has something to say. */
const untouched = ({ version, sense, next, done, guess }: Turn): boolean =>
  version === 0 && sense === null && next === null && done === null && guess === null;

/** What was guessed at the turn before, and what has come of it by now. */
function guessedAt(last: TurnSeen | null, answer: MeasureAnswer | undefined, mine: boolean): Guess | null {
  const found = last?.guesses.find(({ person }) => (person !== null) === mine);
  if (found === undefined) return null;
  if (found.resolvedAt !== null || answer === undefined) return shownGuess(found);
  return shownGuess(found, cameOf(found.base, readingOf(answer)));
}

/** What happened since the turn before; at a first turn, in the four weeks before. */
async function sinceOf(
  context: LoopsContext,
  { seen, last, answers }: Pick<Parts, "seen" | "last" | "answers">,
): Promise<Mark[]> {
  if (seen.about === null) return [];
  const today = dayAt(context.clock.now(), seen.timeZone);
  const from = last?.row.due ?? today.subtract({ weeks: 4 }).toString();
  const measures = seen.row.measures.length === 0 ? undefined : seen.row.measures;
  const told = await happenings(context, {
    ...{ units: [seen.about.id], from, to: today.toString() },
    ...(measures ? { measures } : {}),
  });
  return [...told, ...movesIn(answers, seen.row.area).filter(({ day }) => day >= from)];
}

/** When components came and went, once each. */
export function movesIn(answers: readonly MeasureAnswer[], area: string): Mark[] {
  const moves = new Map(
    answers.flatMap((answer) => answer.moves).map((move) => [`${move.day} ${move.text}`, move]),
  );
  return [...moves.values()].map(({ day, text }) => ({
    area,
    day,
    kind: "event" as const,
    text,
    href: null,
  }));
}

/** A turn can be taken of the one that waits, and of one's own accord today. */
export function mustBeOpen(seen: LoopSeen, due: string, now: number): void {
  const waiting = dueOf(seen, now)?.day;
  const today = todayOf(seen, now);
  if (due === waiting || due === today || due === seen.last) return;
  failField("/due", `Write the day of the turn that waits (${waiting ?? "none does"}), or today (${today}).`);
}

/** The day of the turn at which what is guessed at this one is looked up. */
export function lookedUpAt(seen: LoopSeen, due: string, now: number): string {
  const next = nextOf(seen, now)?.day;
  return (
    next ??
    Temporal.PlainDate.from(due)
      .add({ [`${seen.row.every}s`]: 1 })
      .toString()
  );
}
