import type { MeasureContext } from "../../measures/context.ts";
import { unitAsked } from "../../measures/context.ts";
import type { Every, MeasureAnswer } from "../../measures/contract.ts";
import type { Measure } from "../../measures/measure.ts";
import type { AskedRange } from "../../measures/periods.ts";
import { type Asked, answerMeasure } from "../../measures/store/answer.ts";
import { factsOf } from "../../measures/store/figures.ts";

export interface Look {
  /** The slug of the unit whose figures are looked at; `null` where there is nothing to look at. */
  readonly slug: string | null;
  /** Ids; those that there are no longer are left out. */
  readonly measures: readonly string[];
  readonly range: AskedRange;
}

/**
 * What these measures of a unit show, each once, in the order of their ids. What is not for the person who asks is left out. What
 * is known of the unit is read once for all.
 */
export async function answersFor(
  context: MeasureContext,
  looks: readonly Look[],
): Promise<MeasureAnswer[][]> {
  const bySlug = Map.groupBy(looks, ({ slug }) => slug);
  const units = new Map(
    await Promise.all(
      [...bySlug]
        .flatMap(([slug, ofUnit]) => (slug === null ? [] : [{ slug, ofUnit }]))
        .map(async ({ slug, ofUnit }) => {
          const measures = measuresOf(context, [...new Set(ofUnit.flatMap((look) => look.measures))]);
          const unit = await unitAsked(context, { slug, pointer: "/unit", measures });
          return [slug, { unit, facts: await factsOf(context.events, unit.all) }] as const;
        }),
    ),
  );
  const once = new Map<string, Promise<MeasureAnswer>>();
  const answering = (look: Look, measure: Measure): Promise<MeasureAnswer>[] => {
    const known = look.slug === null ? undefined : units.get(look.slug);
    if (known === undefined || known.unit.counting(measure.id) === null) return [];
    const asked: Asked = { ...known, range: look.range, now: context.clock.now() };
    const key = JSON.stringify([look.slug, measure.id, look.range]);
    const answer = once.get(key) ?? answerMeasure(context.events, measure, asked);
    once.set(key, answer);
    return [answer];
  };
  return Promise.all(
    looks.map((look) =>
      Promise.all(measuresOf(context, look.measures).flatMap((measure) => answering(look, measure))),
    ),
  );
}

/** How many periods of a loop are looked at: as many as say what is usual. */
export const USUAL_WEEKS = 26;

/** Back so many weeks, in periods of that length. */
export function backFrom(every: Every, weeks: number): AskedRange {
  const periods = { day: weeks * 7, week: weeks, month: Math.max(12, Math.ceil(weeks / 4.345)) }[every];
  return { every, back: Math.min(periods, every === "day" ? 366 : periods) };
}

function measuresOf({ measures }: Pick<MeasureContext, "measures">, ids: readonly string[]): Measure[] {
  return ids.flatMap((id) => measures.find((measure) => measure.id === id) ?? []);
}
