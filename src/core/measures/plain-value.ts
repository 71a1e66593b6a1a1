import type { MeasureUnit } from "./measure.ts";

/** Without the noise of binary fractions: durations to the millisecond, which is as fine as moments are kept. */
export function plainValue(value: number, unit: MeasureUnit): number {
  return unit === "seconds" ? Math.round(value * 1_000) / 1_000 : value;
}
