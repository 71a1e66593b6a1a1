import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { formatReading } from "../../core/measures/reading.ts";

/** What is most worth a look: the latest thing unusual, else what is known of the first measure that is known. */
export function notableOf(answers: readonly MeasureAnswer[]): string {
  const unusual = answers
    .filter((answer) => lastSignal(answer) !== "")
    .sort((a, b) => lastSignal(b).localeCompare(lastSignal(a)))[0];
  const known = unusual ?? answers.find((answer) => answer.summary.n > 0) ?? answers[0];
  if (known === undefined) return "Nothing has been read yet.";
  return unusual ? `${known.title}: ${known.sentence}` : known.sentence;
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
