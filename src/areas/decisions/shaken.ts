import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { periodName } from "../../core/measures/period-name.ts";
import { formatReading } from "../../core/measures/reading.ts";

export interface Shaken {
  readonly measure: string;
  /** The first day of the period. */
  readonly since: string;
  readonly says: string;
}

/** The latest unusual period of these measures from a day on, in words: "Change lead time was unusual in the week of 3 May 2027: 9 days". */
export function shakenIn(answers: readonly MeasureAnswer[], from: string): Shaken | null {
  const unusual = answers.flatMap(({ measure, title, chart, points, every, definition }) =>
    (chart?.signals ?? [])
      .filter(({ start }) => start >= from)
      .map(({ start }) => {
        const value = points.find((point) => point.start === start)?.value ?? null;
        const says = `${title} was unusual in ${periodName(start, every)}: ${formatReading(value, definition.unit)}`;
        return { measure, since: start, says };
      }),
  );
  return unusual.toSorted((one, other) => one.since.localeCompare(other.since)).at(-1) ?? null;
}
