import { and, eq, gt, inArray, isNull, lte, notInArray } from "drizzle-orm";
import type { LoopsContext } from "../../loops/context.ts";
import { sayGuess } from "../../loops/direction-words.ts";
import { sayEnd } from "../../loops/experiments/words.ts";
import { answersOf } from "../../loops/store/check-in.ts";
import type { LoopSeen } from "../../loops/store/loops.ts";
import { dueForMe } from "../../loops/store/mine.ts";
import { guess, loop, shown } from "../../loops/tables.ts";
import type { MeasureAnswer } from "../../measures/contract.ts";
import { dayAt } from "../../measures/periods.ts";
import { readUnits } from "../../org/store/reading.ts";
import { type Found, unusualIn } from "../digest.ts";
import type { Since } from "../news.ts";
import { sayWaiting } from "../waiting-words.ts";

/** A loop with what its measures show. */
export interface Looks {
  readonly seen: LoopSeen;
  readonly answers: readonly MeasureAnswer[];
}

/** All that may stand in a person's digest, as that person sees it now, and what was looked at for it. */
export async function gather(
  context: LoopsContext,
  between: Since,
): Promise<{ found: Found[]; looks: Looks[] }> {
  const loops = await context.loops.all();
  const answers = await answersOf(context, loops);
  const looks = loops.map((seen, at) => ({ seen, answers: answers[at] ?? [] }));
  const found = [
    ...(await guesses(context, loops, between)),
    ...(await conclusions(context, between)),
    ...looks.flatMap((look) => unusual(context, look, between)),
    ...(await shownToMe(context, loops, between)),
    ...(await cameBack(context)),
    ...(await news(context, between)),
  ];
  return { found, looks };
}

/** What a team guessed, and what the reader did for themselves, that was looked up. */
async function guesses(
  context: LoopsContext,
  loops: readonly LoopSeen[],
  { since, until }: Since,
): Promise<Found[]> {
  const ids = loops.map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const rows = await context.as((tx) =>
    tx
      .select()
      .from(guess)
      .where(
        and(
          inArray(guess.loop, ids),
          gt(guess.resolvedAt, new Date(since)),
          lte(guess.resolvedAt, new Date(until)),
        ),
      ),
  );
  return rows.flatMap((row) => {
    const seen = loops.find((one) => one.row.id === row.loop);
    if (seen === undefined) return [];
    const { direction, sure, came, base } = row;
    const mine = row.person !== null;
    return {
      unit: seen.unit?.slug ?? null,
      line: {
        ...{ kind: "guess", day: row.lookedUp, title: seen.row.question, href: `/loops/${row.loop}`, mine },
        text: `${mine && seen.unit !== null ? "For yourself. " : ""}${sayGuess({ direction, sure, came, resolved: true }, base.unit)}`,
        well: came === direction,
      },
    };
  });
}

async function conclusions(context: LoopsContext, { since, until }: Since): Promise<Found[]> {
  const experiments = await context.experiments.all();
  return experiments.flatMap(({ row: { id, title }, unit, conclusions: said, timeZone }) =>
    said
      .map(({ row }) => row)
      .filter(({ concludedAt }) => concludedAt.getTime() > since && concludedAt.getTime() <= until)
      .map((row) => ({
        unit: unit?.slug ?? null,
        line: {
          ...{ kind: "experiment", title, href: `/experiments/${id}`, mine: unit === null },
          day: dayAt(row.concludedAt.getTime(), timeZone).toString(),
          text: sayEnd(row),
          well: row.ends === "keep" || row.asExpected === true,
        },
      })),
  );
}

/** Facts may come late, so a period is looked at for some days longer; it is told once all the same. */
const LATE = { days: 14 };

function unusual(context: LoopsContext, { seen, answers }: Looks, { since, until }: Since): Found[] {
  const { row, unit, timeZone } = seen;
  return answers.flatMap((answer) =>
    unusualIn({
      ...{ unit: unit?.slug ?? null, question: row.question, href: `/loops/${row.id}`, answer },
      better: context.measures.find(({ id }) => id === answer.measure)?.better ?? null,
      after: dayAt(since, timeZone).subtract(LATE).toString(),
      upTo: dayAt(until, timeZone).toString(),
    }),
  );
}

/** What others show to a unit that the reader is a part of; the part is that unit's. */
async function shownToMe(
  context: LoopsContext,
  own: readonly LoopSeen[],
  { since, until }: Since,
): Promise<Found[]> {
  const ids = own.map(({ row }) => row.id);
  const [rows, units] = await context.as(async (tx) => [
    await tx
      .select({ row: shown, question: loop.question, unit: loop.unit })
      .from(shown)
      .innerJoin(loop, eq(loop.id, shown.loop))
      .where(
        and(
          gt(shown.shownAt, new Date(since)),
          lte(shown.shownAt, new Date(until)),
          isNull(shown.takenBackAt),
          ids.length === 0 ? undefined : notInArray(shown.loop, ids),
        ),
      ),
    await readUnits(tx),
  ]);
  return rows.map(({ row, question, unit }) => {
    const from = units.find(({ id }) => id === unit)?.name ?? "Somebody";
    return {
      unit: units.find(({ id }) => id === row.audience)?.slug ?? null,
      line: {
        ...{
          kind: "shown",
          day: row.due,
          title: question,
          href: `/loops/${row.loop}`,
          mine: false,
          well: false,
        },
        text: [`${from} shows this.`, row.reading?.sentence, row.annotation].filter(Boolean).join(" "),
      },
    };
  });
}

/** What waits for the reader, but check-ins, which have a reminder of their own. */
async function cameBack(context: LoopsContext): Promise<Found[]> {
  const { due } = await dueForMe(context);
  return due
    .filter(({ kind }) => kind !== "check-in")
    .map(({ kind, title, action, unit, day, href }) => ({
      ...{ unit, key: `due ${kind} ${href} ${day}` },
      line: {
        ...{ day, title, href, mine: unit === null, well: false },
        kind: kind === "experiment" || kind === "look-back" ? "experiment" : "due",
        text: sayWaiting({ kind, action }),
      },
    }));
}

async function news(context: LoopsContext, between: Since): Promise<Found[]> {
  const told = await Promise.all(
    context.areas.map(async ({ plugs }) => (await plugs?.news?.(context, between)) ?? []),
  );
  return told.flat().map(({ unit, ...line }) => ({ unit, line: { ...line, mine: unit === null } }));
}
