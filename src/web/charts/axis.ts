import { type Series, seenOf } from "../../core/charts/series.ts";
import type { MeasureUnit } from "../../core/measures/measure.ts";
import { linearTicks, logTicks } from "./ticks.ts";

export interface Axis {
  readonly scale: "linear" | "log";
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** The value axis of a chart: it ends at a line with a label, which nothing drawn is beyond. A linear one begins at zero. */
export function axisOf(series: Series, unit: MeasureUnit): Axis {
  const seen = seenOf(series);
  return series.chart?.scale === "log" ? logAxis(unit, seen) : linearAxis(unit, seen);
}

function linearAxis(unit: MeasureUnit, seen: readonly number[]): Axis {
  const low = Math.min(0, ...seen);
  const high = Math.max(0, ...seen);
  const ticks = linearTicks(unit, [low, high === low ? low + 1 : high]);
  return { scale: "linear", domain: [low, ticks.at(-1) ?? high], ticks };
}

function logAxis(unit: MeasureUnit, seen: readonly number[]): Axis {
  const low = seen.length === 0 ? 1 : Math.min(...seen) / 1.3;
  const high = seen.length === 0 ? 10 : Math.max(...seen);
  const ticks = logTicks(unit, [low, high]);
  return { scale: "log", domain: [low, Math.max(high, ticks.at(-1) ?? 0)], ticks };
}
