import { failField } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import type { LoopsContext } from "../context.ts";
import type { Reading, Turn } from "../contract.ts";
import { baseOf } from "../guess.ts";
import { readingOf } from "../reading.ts";
import { shownTurn } from "../shown.ts";
import { answersOf, checkInOf, lookedUpAt, mustBeOpen } from "../store/check-in.ts";
import { followUpsOf } from "../store/follow-ups.ts";
import type { LoopSeen } from "../store/loops.ts";
import type { Place } from "../store/turns.ts";
import { checkIn, finishQuiet, finishTurn, guessNext, showTurn, writeTurn } from "./contract.ts";

/** Whose loop it is decides, which the database knows; of others' it lets nobody take a turn. */
const everyone = () => true;

export const checkInRoutes: readonly Route<LoopsContext>[] = [
  answer(checkIn, {
    allow: async (context: LoopsContext, { unit }) => (await context.loops.whose(unit)).own,
    handle: checkInOf,
  }),
  answer(writeTurn, {
    allow: everyone,
    handle: async (context: LoopsContext, { id, due, version, ...set }) => {
      await openAt(context, { id, due });
      const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
      await context.loops.write({ id, due, version, set: given, now: new Date(context.clock.now()) });
      return told(context, { id, due });
    },
  }),
  answer(guessNext, {
    allow: everyone,
    handle: async (context: LoopsContext, { id, due, mine, direction, sure }) => {
      const seen = await openAt(context, { id, due });
      const [answers = []] = await answersOf(context, [seen]);
      const base = answers[0] && baseOf(answers[0], scaleOf(context, answers[0].measure));
      if (!base) failField("/direction", "There is no latest reading to start a guess from.");
      const now = context.clock.now();
      const person = mine ? context.actor.person : null;
      const lookedUp = lookedUpAt(seen, due, now);
      await context.loops.guess({
        ...{ place: { id, due }, person, direction, sure, base, lookedUp, now: new Date(now) },
      });
      // What somebody guesses for themselves is told to nobody, not even that they do.
      return mine ? turnOf(context, seen, { id, due }) : told(context, { id, due });
    },
  }),
  answer(finishTurn, {
    allow: everyone,
    handle: async (context: LoopsContext, place) => {
      const seen = await openAt(context, place);
      const [answers = []] = await answersOf(context, [seen]);
      await finish(context, [{ ...place, answers }], {});
      return told(context, place);
    },
  }),
  answer(finishQuiet, {
    allow: async (context: LoopsContext, { unit }) => (await context.loops.whose(unit)).own,
    handle: async (context: LoopsContext, { unit, turns }) => {
      const { items } = await checkInOf(context, { unit });
      const looked = turns.map(({ loop: id, due }, at) => {
        const item = items.find((one) => one.loop.id === id && one.turn.due === due);
        if (!item) return failField(`/turns/${at}`, "It waits no longer, or is not one of these questions.");
        if (!item.quiet) failField(`/turns/${at}`, `There is something to look at: ${item.loop.question}`);
        return { id, due, answers: item.answers };
      });
      await finish(context, looked, { sense: "usual", next: "nothing" });
      return { done: await Promise.all(looked.map(({ id, due }) => told(context, { id, due }))) };
    },
  }),
  answer(showTurn, {
    allow: everyone,
    handle: async (context: LoopsContext, showing) => {
      await context.loops.show({ ...showing, now: new Date(context.clock.now()) });
      return {};
    },
  }),
];

/** The loop of a turn that can be taken now, by those whose it is. */
async function openAt(context: LoopsContext, { id, due }: Place) {
  const seen = await context.loops.own(id);
  mustBeOpen(seen, due, context.clock.now());
  return seen;
}

/** A turn with what was looked at. */
interface Looked extends Place {
  readonly answers: Parameters<typeof readingOf>[0][];
}

/** Keeps what was looked at with the turns, all at once. */
async function finish(
  context: LoopsContext,
  looked: readonly Looked[],
  unless: { sense?: "usual"; next?: "nothing" },
): Promise<void> {
  const now = new Date(context.clock.now());
  await context.loops.finish(
    looked.map(({ id, due, answers }) => ({ id, due, readings: readingsIn(answers), now, unless })),
  );
}

const readingsIn = (answers: Parameters<typeof readingOf>[0][]): Reading[] =>
  answers.flatMap((one) => readingOf(one) ?? []);

const scaleOf = ({ measures }: LoopsContext, id: string) =>
  measures.find((measure) => measure.id === id)?.scale ?? "linear";

/** The turn as it is now, for who wrote; and whoever else is looking at it hears that it changed. */
async function told(context: LoopsContext, place: Place): Promise<Turn> {
  const seen = await context.loops.one(place.id);
  context.changed(seen.unit?.id ?? null);
  return turnOf(context, seen, place);
}

async function turnOf(context: LoopsContext, seen: LoopSeen, place: Place): Promise<Turn> {
  const turn = await context.loops.turn(place);
  const followUps = turn === null ? new Map() : await followUpsOf(context, [turn]);
  return { ...shownTurn(seen, place.due, turn), followUps: followUps.get(turn?.row.id ?? "") ?? [] };
}
