import { answer, type Route } from "../../platform/http/answer.ts";
import type { Area } from "../area.ts";
import { type MeasureContext, unitAsked } from "../measures/context.ts";
import type { MeasureAnswer } from "../measures/contract.ts";
import { rangeOf } from "../measures/periods.ts";
import { tookNoTime } from "../measures/sentence.ts";
import { type Asked, answerMeasure, somethingKnown } from "../measures/store/answer.ts";
import { factsOf } from "../measures/store/figures.ts";
import { timeline } from "./contract.ts";
import { staveOf } from "./stave.ts";

export interface TimelineContext extends MeasureContext {
  /** The areas in menu order. */
  readonly areas: readonly Area[];
}

export const timelineRoutes: readonly Route<TimelineContext>[] = [
  answer(timeline, {
    allow: () => true,
    handle: async (context: TimelineContext, { slug, weeks }) => {
      const measures = context.areas.flatMap(({ plugs }) => plugs?.stave ?? []);
      const unit = await unitAsked(context, { slug, pointer: "/slug", measures });
      const now = context.clock.now();
      const range = { every: "week", back: weeks } as const;
      const { from, to } = rangeOf(range, { now, first: null, timeZone: unit.timeZone });
      const asked: Asked = { unit, range, now, facts: await factsOf(context.events, unit.all) };
      const rows = await Promise.all(
        context.areas.map(async (area) => ({ area, answered: await firstKnown(context, area, asked) })),
      );
      const used = rows.filter(({ answered }) => answered !== null);
      return {
        from,
        to,
        staves: used.map(({ area, answered }) => staveOf(area, answered)),
        questions: rows
          .filter(({ answered }) => answered === null)
          .map(({ area: { id, title, question } }) => ({ area: id, title, question })),
      };
    },
  }),
];

/**
 * The first measure of an area's row that says something about these weeks, else the first of which anything is known;
 * `null` where the area is not used yet.
 */
async function firstKnown(
  { events }: TimelineContext,
  { plugs }: Area,
  asked: Asked,
): Promise<MeasureAnswer | null> {
  let first: MeasureAnswer | null = null;
  for (const measure of plugs?.stave ?? []) {
    if (!somethingKnown(measure, asked)) continue;
    const answered = await answerMeasure(events, measure, asked);
    if (!answered.points.some(({ value }) => value !== null)) continue;
    if (!tookNoTime(measure, answered.summary)) return answered;
    first ??= answered;
  }
  return first;
}
