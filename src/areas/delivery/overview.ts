import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { changesMerged } from "./measures.ts";

/** What is most worth a look: the latest thing unusual, else the first measure with anything to say. */
export function notableOf(answers: readonly MeasureAnswer[]): string {
  const unusual = answers
    .filter((answer) => lastSignal(answer) !== "")
    .sort((a, b) => lastSignal(b).localeCompare(lastSignal(a)))[0];
  const known =
    unusual ??
    answers.find((answer) => answer.summary.n > 0) ??
    answers.find(({ measure }) => measure === changesMerged.id);
  if (known === undefined) return "No change is known yet.";
  return known.sentence;
}

/** The measure's value over the whole range, in short. */
export function briefOf({ definition, title, summary }: MeasureAnswer) {
  const of = summary.n === 1 ? definition.of.one : definition.of.many;
  return {
    id: definition.id,
    title,
    reading: formatReading(summary.value, definition.unit),
    n: summary.n,
    of,
  };
}

function lastSignal({ chart }: MeasureAnswer): string {
  return chart?.signals.at(-1)?.start ?? "";
}
