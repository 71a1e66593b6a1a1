import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { type MeasureContext, measureAsked, unitAsked } from "./context.ts";
import type { MeasureAnswer } from "./contract.ts";
import { measure, measureRows, measures } from "./contract.ts";
import type { Measure } from "./measure.ts";
import { definitionOf } from "./measured.ts";
import type { AskedRange } from "./periods.ts";
import { type Asked, answerMeasure, countingIn, reachOf } from "./store/answer.ts";
import { factsOf, rowsOf } from "./store/figures.ts";

/** Everyone may ask: what counts for a unit is read as the person who asks, and a team's own is refused there. */
const everyone = () => true;

/** More rows than this in one answer help nobody; they can be paged through. */
const MOST_ROWS = 20_000;

export const measureRoutes: readonly Route<MeasureContext>[] = [
  answer(measures, {
    allow: everyone,
    handle: (context: MeasureContext) => ({ measures: context.measures.map(definitionOf) }),
  }),
  answer(measure, {
    allow: everyone,
    handle: async (context: MeasureContext, { id, unit, rows, ...range }) => {
      const one = measureAsked(context, id);
      const asked = await askedOf(context, one, { unit, range });
      const answered = await answerMeasure(context.events, one, asked);
      return rows ? withRows(context, answered, asked) : answered;
    },
  }),
  answer(measureRows, {
    allow: everyone,
    handle: async (context: MeasureContext, { id, unit, start, left, offset, limit, ...range }) => {
      const one = measureAsked(context, id);
      const asked = await askedOf(context, one, { unit, range });
      const reach = reachOf(one, asked, countingIn(one, asked.unit).rows);
      const periods =
        start === undefined ? reach.periods : reach.periods.filter((period) => period.start === start);
      if (periods.length === 0)
        failField(
          "/start",
          noSuchPeriod(
            String(start),
            reach.periods.map((period) => period.start),
          ),
        );
      const page = { undated: start === undefined, left, offset, limit };
      return rowsOf(context.events, one, { reach: { ...reach, periods }, page });
    },
  }),
];

async function askedOf(
  context: MeasureContext,
  one: Measure,
  { unit: slug, range }: { unit: string; range: AskedRange },
): Promise<Asked> {
  const unit = await unitAsked(context, { slug, pointer: "/unit", measures: [one] });
  return { unit, range, now: context.clock.now(), facts: await factsOf(context.events, unit.all) };
}

/** Every row, in and out, newest first. */
async function withRows(
  context: MeasureContext,
  answered: MeasureAnswer,
  asked: Asked,
): Promise<MeasureAnswer> {
  const all = answered.rows.in + answered.rows.out.reduce((sum, { n }) => sum + n, 0);
  if (all > MOST_ROWS) {
    failField(
      "/rows",
      `These are ${all} rows, more than ${MOST_ROWS}. Ask for fewer days, or page through /api/measures/${answered.measure}/rows.`,
    );
  }
  const one = measureAsked(context, answered.measure);
  const page = { undated: true, left: "both", offset: 0, limit: MOST_ROWS } as const;
  const { rows } = await rowsOf(context.events, one, {
    reach: reachOf(one, asked, countingIn(one, asked.unit).rows),
    page,
  });
  return { ...answered, rows: { ...answered.rows, list: rows } };
}

function noSuchPeriod(start: string, starts: readonly string[]): string {
  return `No period begins on ${start}. They begin on ${starts.slice(0, 3).join(", ")} and so on, until ${starts.at(-1)}.`;
}
