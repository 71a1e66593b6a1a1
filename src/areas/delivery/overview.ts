import type { MeasureAnswer } from "../../core/measures/contract.ts";
import { formatReading, sayReading } from "../../core/measures/reading.ts";
import { latestSignals } from "../../core/measures/segments.ts";
import { averageOf, tookNoTime } from "../../core/measures/sentence.ts";
import type { Notable, Reading } from "./contract.ts";
import { changesMerged } from "./measures.ts";

/** What is most worth a look: the latest thing unusual, else the first measure with anything to say. */
export function notableOf(answers: readonly MeasureAnswer[]): Notable {
  const unusual = answers
    .filter((answer) => lastSignal(answer) !== "")
    .sort((a, b) => lastSignal(b).localeCompare(lastSignal(a)))[0];
  const known = answers.filter(({ summary }) => summary.n > 0);
  const told =
    unusual ??
    known.find(({ definition, summary }) => !tookNoTime(definition, summary)) ??
    known[0] ??
    answers.find(({ measure }) => measure === changesMerged.id);
  if (told === undefined) return { measure: null, title: null, sentence: "No change is known yet." };
  return { measure: told.measure, title: told.title, sentence: told.sentence };
}

/** The measure's value over the whole range, in short. */
export function readingOf(answer: MeasureAnswer): Reading {
  return { id: answer.measure, title: answer.title, reading: inShort(answer), from: madeOf(answer) };
}

/** A count as that of an average period, as its sum is what it is made of. */
function inShort(answer: MeasureAnswer): string {
  const { definition, summary, every } = answer;
  const { unit } = definition;
  if (summary.value === null || unit === "ratio") return formatReading(summary.value, unit);
  if (tookNoTime(definition, summary)) return "at once";
  if (answer.days === null)
    return unit === "seconds"
      ? `half within ${formatReading(summary.value, unit)}`
      : sayReading(summary.value, unit);
  const whole = wholePoints(answer);
  return whole.length === 0
    ? `${formatReading(summary.value, unit)} so far`
    : `${formatReading(averageOf(whole), unit)} a ${every}`;
}

function madeOf({ definition: { of, unit }, summary: { n }, days }: MeasureAnswer): string {
  if (n === 0 && days === null) return "nothing to count";
  const rows = `${n.toLocaleString("en")} ${n === 1 ? of.one : of.many}`;
  if (days === null) return unit === "ratio" ? `of ${rows}` : rows;
  return days.n === 0 ? rows : `${rows}, on ${days.n} of ${days.of} days`;
}

function wholePoints({ points, partial }: MeasureAnswer): { value: number }[] {
  const open = new Set(partial);
  return points.flatMap(({ start, value }) => (value === null || open.has(start) ? [] : [{ value }]));
}

function lastSignal({ chart }: MeasureAnswer): string {
  return (chart && latestSignals(chart).at(-1)?.start) ?? "";
}
