import type { AreaContext } from "../../../core/area.ts";
import { dayAt } from "../../../core/measures/periods.ts";
import { fail } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { learntOf } from "../learnt.ts";
import { shownExpectation, shownOutcome, shownQuality, shownTouched } from "../shown.ts";
import {
  addExpectationTo,
  addOutcomeTo,
  expectationAt,
  forecastOne,
  judgeOne,
  readOutcomes,
  readQuality,
  readTouched,
  removeExpectationAt,
  resolveOne,
  sayWhatChanged,
  touch,
} from "../store/coming-back.ts";
import { decisionAt, decisionsOf } from "../store/decisions.ts";
import { readKnown } from "../store/hanging.ts";
import { mustBeMeasure } from "../store/looking.ts";
import { keepBases } from "../store/measured.ts";
import {
  addExpectation,
  addOutcome,
  type Expectation,
  forecastExpectation,
  judgeDecision,
  learnt,
  removeExpectation,
  resolveExpectation,
  sayChanged,
  type Touched,
  touchUnits,
} from "./contract.ts";

/** Whose a decision is decides, which the database knows. */
const everyone = () => true;

const me = ({ actor }: AreaContext): string => actor.person;

export const comingBackRoutes: readonly Route<AreaContext>[] = [
  answer(learnt, {
    allow: everyone,
    handle: async (context: AreaContext, { unit }) => {
      const {
        known,
        unit: whose,
        today,
      } = await context.as(async (tx) => {
        const found = await decisionsOf(tx, me(context), { unit, sort: "decisions" });
        if (!found.own) fail("not_allowed", "How a team decides is for those who belong to it.");
        const zone = found.decisions[0]?.timeZone ?? "UTC";
        return {
          ...found,
          known: await readKnown(tx, me(context), found.decisions),
          today: dayAt(context.clock.now(), zone).toString(),
        };
      });
      return learntOf(known, { whose: whose === null ? "you" : "team", today });
    },
  }),
  answer(addExpectation, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      if (wanted.toldBy) mustBeMeasure(context, wanted.toldBy.measure, "/toldBy/measure");
      const now = context.clock.now();
      const added = await context.as(async (tx) => {
        const id = await addExpectationTo(tx, me(context), { ...wanted, now });
        return { id, seen: (await decisionAt(tx, me(context), wanted.id)).seen };
      });
      await keepBases(context, { id: wanted.id, slug: added.seen.unit?.slug ?? null });
      return shownAt(context, added.id);
    },
  }),
  answer(resolveExpectation, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      await context.as((tx) => resolveOne(tx, me(context), { ...wanted, now: context.clock.now() }));
      return shownAt(context, wanted.id);
    },
  }),
  answer(removeExpectation, {
    allow: everyone,
    handle: async (context: AreaContext, { id }) => {
      await context.as((tx) => removeExpectationAt(tx, me(context), { id, now: context.clock.now() }));
      return { removed: true as const };
    },
  }),
  answer(forecastExpectation, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      await context.as((tx) => forecastOne(tx, me(context), { ...wanted, now: context.clock.now() }));
      return shownAt(context, wanted.id);
    },
  }),
  answer(addOutcome, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      context.as(async (tx) => {
        const id = await addOutcomeTo(tx, me(context), { ...wanted, now: context.clock.now() });
        const { seen } = await decisionAt(tx, me(context), wanted.id);
        const added = (await readOutcomes(tx, [wanted.id])).find(({ row }) => row.id === id);
        if (!added) throw new Error("The outcome is gone.");
        return { outcome: shownOutcome(added, seen) };
      }),
  }),
  answer(judgeDecision, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      context.as(async (tx) => {
        await judgeOne(tx, me(context), { ...wanted, now: context.clock.now() });
        const { seen } = await decisionAt(tx, me(context), wanted.id);
        const [quality] = await readQuality(tx, [wanted.id]);
        if (!quality) throw new Error("What was said of the decision is gone.");
        return { quality: shownQuality(quality, seen) };
      }),
  }),
  answer(touchUnits, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      touchedAfter(context, wanted.id, (tx) =>
        touch(tx, me(context), { ...wanted, now: context.clock.now() }),
      ),
  }),
  answer(sayChanged, {
    allow: everyone,
    handle: (context: AreaContext, wanted) =>
      touchedAfter(context, wanted.id, (tx) =>
        sayWhatChanged(tx, me(context), { ...wanted, now: context.clock.now() }),
      ),
  }),
];

async function shownAt(context: AreaContext, id: string): Promise<{ expectation: Expectation }> {
  const { one, seen } = await context.as((tx) => expectationAt(tx, me(context), id));
  return {
    expectation: shownExpectation(one, seen, { now: context.clock.now(), measures: context.measures }),
  };
}

const touchedAfter = (
  context: AreaContext,
  id: string,
  work: (tx: Tx) => Promise<void>,
): Promise<{ touched: Touched[] }> =>
  context.as(async (tx) => {
    await work(tx);
    const { seen, standing } = await decisionAt(tx, me(context), id);
    const all = await readTouched(tx, standing, [id]);
    return { touched: all.map((one) => shownTouched(one, seen, standing.mine)) };
  });
