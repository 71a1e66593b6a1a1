import { byProbability, type Forecast } from "./forecasts.ts";
import { mean } from "./moments.ts";
import { type Proportion, wilson } from "./proportion.ts";

/** What was said in the mean, and what share came true. */
export interface CalibrationPoint {
  readonly n: number;
  readonly forecast: number;
  readonly cameTrue: Proportion;
}

export interface Calibration {
  readonly all: CalibrationPoint;
  /** From the least likely to the most; none where there are too few forecasts for it. */
  readonly points: readonly CalibrationPoint[];
}

/** For a true 70 % the interval of 20 forecasts is 0.48 to 0.85, of 10 it is 0.40 to 0.89: a point from fewer tells nothing. */
const ENOUGH_FOR_A_POINT = 20;

/** Fewer than 3 show no more than the whole does, and more than 5 stand on less than they might. */
const [FEWEST_POINTS, MOST_POINTS] = [3, 5];

/**
 * How often we were right: 3 to 5 points of about as many forecasts each, at least 20. What was said with one probability
 * stays together, so a team that says only "70 %" or "80 %" has two points. `null` of none.
 */
export function calibration(forecasts: readonly Forecast[]): Calibration | null {
  const all = pointOf(forecasts);
  if (all === null) return null;
  const pools = Math.min(MOST_POINTS, Math.floor(forecasts.length / ENOUGH_FOR_A_POINT));
  if (pools < FEWEST_POINTS) return { all, points: [] };
  return { all, points: pooled(forecasts, pools).flatMap((pool) => pointOf(pool) ?? []) };
}

function pointOf(forecasts: readonly Forecast[]): CalibrationPoint | null {
  const cameTrue = wilson(forecasts.filter((forecast) => forecast.cameTrue).length, forecasts.length);
  if (cameTrue === null) return null;
  return { n: forecasts.length, forecast: mean(forecasts.map(({ probability }) => probability)), cameTrue };
}

/** A pool is full where its share of all is reached and it has enough; what is left over too little goes to the last. */
function pooled(forecasts: readonly Forecast[], pools: number): Forecast[][] {
  const found: Forecast[][] = [];
  let [pool, seen]: [Forecast[], number] = [[], 0];
  for (const [, group] of byProbability(forecasts)) {
    pool.push(...group);
    seen += group.length;
    if (pool.length < ENOUGH_FOR_A_POINT || seen < ((found.length + 1) * forecasts.length) / pools) continue;
    found.push(pool);
    pool = [];
  }
  found.at(-1)?.push(...pool);
  return found;
}
