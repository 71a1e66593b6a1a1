import type { MeasureUnit } from "../../core/measures/measure.ts";
import { formatReading } from "../../core/measures/reading.ts";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Lengths of time that people count in. */
const durations = [
  1,
  5,
  15,
  30,
  ...[1, 2, 5, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 4, 8, 16].map((n) => n * HOUR),
  ...[1, 2, 4, 7, 14, 30, 60, 120, 240, 365, 730, 1460, 3650].map((n) => n * DAY),
];

/** At most this many lines across a chart, or they shout louder than the points. */
const MOST = 6;

/**
 * Where a logarithmic axis has its lines: at lengths of time that people count in, or at 1, 2, 5, 10, ...; the last one is
 * not below `high`.
 */
export function logTicks(unit: MeasureUnit, [low, high]: readonly [number, number]): number[] {
  const steps = unit === "seconds" ? durations : decades;
  const past = steps.findIndex((step) => step >= high);
  const within = steps.slice(0, past === -1 ? undefined : past + 1).filter((step) => step >= low);
  const stride = Math.ceil(within.length / MOST);
  return within.filter((_, index) => (within.length - 1 - index) % stride === 0);
}

const decades = Array.from({ length: 10 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** power)).flat();

/** Where a linear axis has its lines, from 0 or below up to `high` or right past it; whole numbers for what is counted. */
export function linearTicks(unit: MeasureUnit, [low, high]: readonly [number, number]): number[] {
  if (unit === "seconds") return timeTicks(low, high);
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power;
  return multiples(unit === "ratio" ? step : Math.max(1, step), low, high);
}

function timeTicks(low: number, high: number): number[] {
  const step = durations.find((length) => length >= (high - low) / 5) ?? 3650 * DAY;
  return multiples(step, low, high);
}

function multiples(step: number, low: number, high: number): number[] {
  const first = Math.ceil(low / step);
  // 3 × 0.1 is a hair above 0.3, and needs no line of its own.
  const count = Math.max(0, Math.ceil(high / step - 1e-9) - first + 1);
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** A reading as short as an axis needs it: 1.4M, where a table says 1,400,000. */
export function tickText(value: number, unit: MeasureUnit): string {
  const counted = unit === "changes" || unit === "deployments";
  return counted && value >= 10_000 ? compact.format(value) : formatReading(value, unit);
}
