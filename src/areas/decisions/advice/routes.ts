import type { AreaContext } from "../../../core/area.ts";
import { briefOf } from "../../../core/org/tree.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { shownAdvice } from "../shown.ts";
import {
  type AdviceSeen,
  adviceAskedOf,
  askAdviceOf,
  askNoMore,
  sayAdvice,
  takeAdviceOf,
} from "../store/advice.ts";
import { decisionAt, decisionsWith } from "../store/decisions.ts";
import { suggestionsFor } from "../store/suggesting.ts";
import {
  type Advice,
  askAdvice,
  giveAdvice,
  myAdvice,
  removeAdvice,
  suggestAdvice,
  takeAdvice,
} from "./contract.ts";

/** Who is asked, and whose decision it is, the database knows. */
const everyone = () => true;

export const adviceRoutes: readonly Route<AreaContext>[] = [
  answer(askAdvice, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      shown(context, (tx, me) => askAdviceOf(tx, me, { ...wanted, now: context.clock.now() })),
  }),
  answer(giveAdvice, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      shown(context, (tx, me) => sayAdvice(tx, me, { ...wanted, now: context.clock.now() })),
  }),
  answer(takeAdvice, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      shown(context, (tx, me) => takeAdviceOf(tx, me, { ...wanted, now: context.clock.now() })),
  }),
  answer(removeAdvice, {
    allow: everyone,
    handle: async (context: AreaContext, { id }) => {
      await context.as((tx) => askNoMore(tx, context.actor.person, id));
      return { removed: true as const };
    },
  }),
  answer(suggestAdvice, {
    allow: everyone,
    handle: async (context: AreaContext, { id }) => ({
      suggestions: (await context.as((tx) => suggestionsFor(tx, context.actor.person, id))).map(
        ({ unit, person, capacity, because }) => ({ unit: unit && briefOf(unit), person, capacity, because }),
      ),
    }),
  }),
  answer(myAdvice, {
    allow: everyone,
    handle: async (context: AreaContext) => ({ advice: await adviceOf(context) }),
  }),
];

async function shown(
  context: AreaContext,
  work: (tx: Tx, me: string) => Promise<AdviceSeen>,
): Promise<{ advice: Advice }> {
  const me = context.actor.person;
  return context.as(async (tx) => {
    const advice = await work(tx, me);
    const { seen } = await decisionAt(tx, me, advice.row.decision);
    return { advice: shownAdvice(advice, seen, context.clock.now()) };
  });
}

/** What the person, or a unit of theirs, is asked; what nobody has answered yet stands first. */
const adviceOf = (context: AreaContext) =>
  context.as(async (tx) => {
    const asked = await adviceAskedOf(tx, context.actor.person);
    const ids = asked.map(({ row }) => row.decision);
    const decisions = new Map(
      (await decisionsWith(tx, context.actor.person, ids)).map((seen) => [seen.row.id, seen]),
    );
    return asked
      .flatMap((advice) => {
        const seen = decisions.get(advice.row.decision);
        if (!seen) return [];
        const decision = { id: seen.row.id, title: seen.row.title };
        return [{ ...shownAdvice(advice, seen, context.clock.now()), decision }];
      })
      .toSorted((one, other) => Number(one.said !== null) - Number(other.said !== null));
  });
