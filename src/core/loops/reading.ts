import type { MeasureAnswer } from "../measures/contract.ts";
import type { Reading } from "./contract.ts";

type Answered = Pick<
  MeasureAnswer,
  "measure" | "title" | "every" | "points" | "partial" | "chart" | "sentence" | "definition"
>;

/** The latest complete period of a measure, be its value known or not; `null` where no period is complete yet. */
export function readingOf(answer: Answered): Reading | null {
  const open = new Set(answer.partial);
  const latest = answer.points.findLast(({ start }) => !open.has(start));
  if (latest === undefined) return null;
  const { chart, definition } = answer;
  return {
    ...{ measure: answer.measure, title: answer.title, unit: definition.unit, every: answer.every },
    ...{ start: latest.start, value: latest.value, n: latest.n },
    usual: chart && { lower: chart.lower, upper: chart.upper },
    unusual: chart?.signals ?? [],
    sentence: answer.sentence,
  };
}
