import type { MeasureAnswer } from "../measures/contract.ts";
import { type ScaleName, scales } from "../stats/scale.ts";
import type { Direction, Reading } from "./contract.ts";
import { readingOf } from "./reading.ts";

/** From where a guess starts, frozen when it is made, so that nothing which comes later moves it. */
export interface GuessBase {
  readonly measure: string;
  /** What its values count in. */
  readonly unit: Reading["unit"];
  /** The first day of the period that was known. */
  readonly start: string;
  readonly value: number;
  readonly scale: ScaleName;
  /** Up to this far away counts as about the same: a difference, or on a log scale that of the logarithms. */
  readonly near: number;
}

/** The limits lie this many mean moving ranges from the centre (Wheeler). */
const LIMIT_FACTOR = 2.66;

/**
 * Of a stable process two readings in a row lie within half of the mean moving range of each other in 31 of 100 cases, so that
 * lower, about the same, and higher are about as likely: the difference has a deviation of √2 σ, the mean moving range is 1.128 σ.
 */
const NEAR = 0.5;

/** Where nothing is known of the usual ups and downs: a tenth of the value. */
const NEAR_WITHOUT_CHART = 0.1;

/** What a guess about the next reading starts from; `null` where the latest one is unknown. */
export function baseOf(answer: MeasureAnswer, scale: ScaleName): GuessBase | null {
  const reading = readingOf(answer);
  if (reading === null || reading.value === null) return null;
  const { start, value } = reading;
  return {
    measure: answer.measure,
    unit: reading.unit,
    start,
    value,
    scale,
    near: nearOf(answer.chart, value, scale),
  };
}

function nearOf(chart: MeasureAnswer["chart"], value: number, scale: ScaleName): number {
  if (chart === null)
    return scale === "log" ? Math.log(1 + NEAR_WITHOUT_CHART) : Math.abs(value) * NEAR_WITHOUT_CHART;
  const { to } = scales[scale];
  const centre = to(chart.centre);
  // What is drawn ends at 0 and at 100 %, so that only the farther limit tells how far it is.
  const reach = Math.max(to(chart.upper) - centre, centre - to(chart.lower));
  return (NEAR * reach) / LIMIT_FACTOR;
}

/** Which way it went; `null` where the later reading is unknown, or is of no later period. */
export function cameOf({ start, value, scale, near }: GuessBase, reading: Reading | null): Direction | null {
  if (reading === null || reading.value === null || reading.start <= start) return null;
  const { to } = scales[scale];
  const moved = to(reading.value) - to(value);
  if (Math.abs(moved) <= near) return "same";
  return moved < 0 ? "lower" : "higher";
}
