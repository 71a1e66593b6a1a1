import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { formatReading } from "../../core/measures/reading.ts";
import type { Notable, Reading } from "./contract.ts";
import { changesMerged } from "./measures.ts";

/** What is most worth a look: the latest thing unusual, else the first measure with anything to say. */
export function notableOf(answers: readonly MeasureAnswer[]): Notable {
  const unusual = answers
    .filter((answer) => lastSignal(answer) !== "")
    .sort((a, b) => lastSignal(b).localeCompare(lastSignal(a)))[0];
  const known =
    unusual ??
    answers.find((answer) => answer.summary.n > 0) ??
    answers.find(({ measure }) => measure === changesMerged.id);
  if (known === undefined) return { measure: null, title: null, sentence: "No change is known yet." };
  return { measure: known.measure, title: known.title, sentence: known.sentence };
}

/** The measure's value over the whole range, in short. */
export function readingOf({ definition, title, summary, days }: MeasureAnswer): Reading {
  const { one, many } = definition.of;
  const madeOf = `${summary.n.toLocaleString("en")} ${summary.n === 1 ? one : many}`;
  const onDays = days && days.n > 0 ? `on ${days.n} of ${days.of} days` : "";
  return {
    id: definition.id,
    title,
    reading: formatReading(summary.value, definition.unit),
    from: days ? onDays : madeOf,
  };
}

function lastSignal({ chart }: MeasureAnswer): string {
  return chart?.signals.at(-1)?.start ?? "";
}
