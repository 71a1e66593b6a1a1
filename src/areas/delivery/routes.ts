import { type MeasureContext, unitAsked } from "../../core/measures/context.ts";
import { periodsOf, rangeOf } from "../../core/measures/periods.ts";
import { answerMeasure } from "../../core/measures/store/answer.ts";
import { factsOf } from "../../core/measures/store/figures.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { deliveryOverview } from "./contract.ts";
import { deliveryMeasures } from "./measures.ts";
import { briefOf, notableOf } from "./overview.ts";
import { slowChange } from "./slow-change.ts";
import { slowestChanges } from "./store.ts";

export const deliveryRoutes: readonly Route<MeasureContext>[] = [
  answer(deliveryOverview, {
    // What counts for a unit was read as the person who asks.
    allow: () => true,
    handle: async (context: MeasureContext, { slug, weeks }) => {
      const { events, clock } = context;
      const unit = await unitAsked(context, slug, "/slug");
      const now = clock.now();
      const range = { every: "week", back: weeks } as const;
      const periods = periodsOf(rangeOf(range, { now, first: null, timeZone: unit.timeZone }), now);
      const span = { from: periods[0]?.from ?? now, until: periods.at(-1)?.until ?? now };
      const facts = await factsOf(events, unit.scope);
      const [slowest, answers] = await Promise.all([
        slowestChanges(events, unit.scope, span),
        Promise.all(
          deliveryMeasures.map((measure) => answerMeasure(events, measure, { unit, range, now, facts })),
        ),
      ]);
      return {
        notable: notableOf(answers),
        slowest: slowest.map(slowChange),
        unknownLive: facts
          .filter(({ firstDeploymentAt }) => firstDeploymentAt === null)
          .map(({ component }) => component),
        measures: answers.map(briefOf),
      };
    },
  }),
];
