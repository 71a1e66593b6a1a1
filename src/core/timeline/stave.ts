import type { MeasureAnswer } from "../measures/contract.ts";
import { formatReading, sayBetween } from "../measures/reading.ts";
import { periodName } from "../measures/sentence.ts";
import type { Area } from "./area.ts";
import type { Stave } from "./contract.ts";

/** A row of the time line for a measure of an area; without a measure, the area's question stands alone. */
export function staveOf({ id, title, question }: Area, answer: MeasureAnswer | null): Stave {
  const about = { area: id, title, question };
  if (answer === null)
    return { ...about, measure: null, points: [], partial: [], chart: null, marks: [], latest: null };
  const { definition, points, partial, chart } = answer;
  return {
    ...about,
    measure: { ...definition, title: answer.title },
    points,
    partial,
    chart,
    marks: marksOf(answer),
    latest: latestOf(answer),
  };
}

/** One mark a period, whatever rules it follows. */
function marksOf({ chart, points, every, definition }: MeasureAnswer): Stave["marks"] {
  const starts = new Set(chart?.signals.map(({ start }) => start));
  return points
    .filter(({ start }) => starts.has(start))
    .map(({ start, value }) => ({
      at: `${start}T00:00:00.000Z`,
      text: `${periodName(start, every)}: unusual, ${formatReading(value, definition.unit)}`,
      kind: "unusual" as const,
    }));
}

/** The latest known complete period, as what is under way still changes. */
function latestOf({ points, partial, chart, noChart, definition }: MeasureAnswer): Stave["latest"] {
  const open = new Set(partial);
  const known =
    points.filter(({ start, value }) => value !== null && !open.has(start)).at(-1) ??
    points.findLast(({ value }) => value !== null);
  if (known === undefined) return null;
  const { unit } = definition;
  const usual = chart ? `usually between ${sayBetween(chart.lower, chart.upper, unit)}` : (noChart ?? "");
  return { reading: formatReading(known.value, unit), usual };
}
