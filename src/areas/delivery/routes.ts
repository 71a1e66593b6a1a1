import { type MeasureContext, unitAsked } from "../../core/measures/context.ts";
import { periodsOf, rangeOf } from "../../core/measures/periods.ts";
import { answerMeasure } from "../../core/measures/store/answer.ts";
import { factsOf } from "../../core/measures/store/figures.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { deliveryOverview, deliveryReadings } from "./contract.ts";
import {
  changeFailRate,
  changeLeadTime,
  changesMerged,
  deliveryMeasures,
  deploymentFrequency,
} from "./measures.ts";
import { notableOf, readingOf } from "./overview.ts";
import { slowChange } from "./slow-change.ts";
import { slowestChanges } from "./store.ts";

/** What a page opens with: the wait, how often, and whether it went well. The rest is read after them. */
const headlines = [changeLeadTime, deploymentFrequency, changeFailRate, changesMerged];

export const deliveryRoutes: readonly Route<MeasureContext>[] = [
  answer(deliveryOverview, {
    // What counts for a unit was read as the person who asks.
    allow: () => true,
    handle: async (context: MeasureContext, { slug, weeks }) => {
      const asked = await weeksOf(context, slug, weeks);
      const { unit, range, now, facts } = asked;
      const periods = periodsOf(rangeOf(range, { now, first: null, timeZone: unit.timeZone }), now);
      const span = { from: periods[0]?.from ?? now, until: periods.at(-1)?.until ?? now };
      const [slowest, answers] = await Promise.all([
        slowestChanges(context.events, unit.scope, span),
        Promise.all(headlines.map((measure) => answerMeasure(context.events, measure, asked))),
      ]);
      return {
        notable: notableOf(answers),
        slowest: slowest.map(slowChange),
        unknownLive: facts
          .filter(({ firstDeploymentAt }) => firstDeploymentAt === null)
          .map(({ component }) => component),
      };
    },
  }),
  answer(deliveryReadings, {
    allow: () => true,
    handle: async (context: MeasureContext, { slug, weeks }) => {
      const asked = await weeksOf(context, slug, weeks);
      const answers = await Promise.all(
        deliveryMeasures.map((measure) => answerMeasure(context.events, measure, asked)),
      );
      return { readings: answers.map(readingOf) };
    },
  }),
];

/** The last weeks of a unit, with what is known of its components read once for all measures. */
async function weeksOf(context: MeasureContext, slug: string, weeks: number) {
  const unit = await unitAsked(context, slug, "/slug");
  const range = { every: "week", back: weeks } as const;
  return { unit, range, now: context.clock.now(), facts: await factsOf(context.events, unit.scope) };
}
