import { type MeasureContext, unitAsked } from "../../core/measures/context.ts";
import type { MeasureAnswer } from "../../core/measures/contract.ts";
import type { Measure } from "../../core/measures/measure.ts";
import {
  type Asked,
  answerMeasure,
  countingIn,
  reachOf,
  somethingKnown,
} from "../../core/measures/store/answer.ts";
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
import { type DeliveredChange, slowChange } from "./slow-change.ts";
import { slowestChanges } from "./store.ts";

/** What a page opens with: the wait, how often, and whether it went well. The rest is read after them. */
const headlines = [changeLeadTime, deploymentFrequency, changeFailRate];

export const deliveryRoutes: readonly Route<MeasureContext>[] = [
  answer(deliveryOverview, {
    // What counts for a unit was read as the person who asks.
    allow: () => true,
    handle: async (context: MeasureContext, { slug, weeks }) => {
      const asked = await weeksOf(context, slug, weeks);
      const [answers, slowest] = await Promise.all([headlinesOf(context, asked), slowestOf(context, asked)]);
      return {
        notable: notableOf(answers),
        slowest: slowest.map(slowChange),
        unknownLive: asked.unit.own
          ? asked.facts
              .filter(({ firstDeploymentAt }) => firstDeploymentAt === null)
              .map(({ component }) => component)
          : [],
      };
    },
  }),
  answer(deliveryReadings, {
    allow: () => true,
    handle: async (context: MeasureContext, { slug, weeks }) => {
      const asked = await weeksOf(context, slug, weeks);
      const seen = deliveryMeasures.filter((measure) => isSeen(asked, measure));
      const answers = await Promise.all(seen.map((measure) => answerMeasure(context.events, measure, asked)));
      return { readings: answers.map(readingOf) };
    },
  }),
];

/** Whether the person who asks may see this measure of the unit. */
const isSeen = ({ unit }: Asked, { id }: Measure): boolean => unit.counting(id) !== null;

/** What is known of deployments; where nothing is, there are still changes that came together. */
async function headlinesOf({ events }: MeasureContext, asked: Asked): Promise<MeasureAnswer[]> {
  const answer = (measure: Measure) => answerMeasure(events, measure, asked);
  const known = headlines.filter((measure) => somethingKnown(measure, asked));
  const answers = await Promise.all(known.map(answer));
  const enough = answers.some(({ summary }) => summary.n > 0) || !isSeen(asked, changesMerged);
  return enough ? answers : [await answer(changesMerged)];
}

async function slowestOf({ events }: MeasureContext, asked: Asked): Promise<DeliveredChange[]> {
  if (!somethingKnown(changeLeadTime, asked)) return [];
  const { rows } = countingIn(changeLeadTime, asked.unit);
  if (rows.components.length === 0) return [];
  const { scope, periods } = reachOf(changeLeadTime, asked, rows);
  const [from, until] = [periods[0]?.from ?? asked.now, periods.at(-1)?.until ?? asked.now];
  return slowestChanges(events, scope, { from, until });
}

/** The last weeks of a unit, with what is known of its components read once for all measures. */
async function weeksOf(context: MeasureContext, slug: string, weeks: number): Promise<Asked> {
  const unit = await unitAsked(context, { slug, pointer: "/slug", measures: deliveryMeasures });
  const range = { every: "week", back: weeks } as const;
  return { unit, range, now: context.clock.now(), facts: await factsOf(context.events, unit.all) };
}
