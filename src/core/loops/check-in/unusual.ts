import type { MeasureAnswer } from "../../measures/contract.ts";
import { periodName } from "../../measures/period-name.ts";
import { formatReading } from "../../measures/reading.ts";
import type { Reading } from "../contract.ts";

/**
 * What is unusual on these charts and was not when they were looked at last, in words; of a run only that it goes on. At a first
 * look, what was unusual in the latest of the periods.
 */
export function unusualSince(
  answers: readonly MeasureAnswer[],
  before: readonly Pick<Reading, "measure" | "unusual" | "start">[],
): string[] {
  return answers.flatMap(({ chart, measure, points, every, definition, title, partial }) => {
    const open = new Set(partial);
    const latest = points.findLast(({ start }) => !open.has(start))?.start;
    const looked = before.find((reading) => reading.measure === measure);
    const known = new Set(looked?.unusual.map(({ start }) => start));
    const fresh = new Set(
      (chart?.signals ?? [])
        .map(({ start }) => start)
        .filter((start) => (looked === undefined ? start === latest : !known.has(start))),
    );
    return [...fresh].map((start) => {
      const value = points.find((point) => point.start === start)?.value ?? null;
      return `${title}, ${periodName(start, every)}: ${formatReading(value, definition.unit)}`;
    });
  });
}
