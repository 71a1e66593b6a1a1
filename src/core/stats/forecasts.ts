import { mean } from "./moments.ts";

/** How likely something was thought to be, from 0 to 1, and whether it came true. Several people's on one thing are one trial. */
export interface Forecast {
  readonly probability: number;
  readonly cameTrue: boolean;
}

/**
 * The mean squared distance of forecast and outcome (Brier 1950) in its one-class form: 0 is always right, 1 always wrong,
 * 0.25 a constant 50 %. Others (Fatebook) show the two-class form, which is twice as large. `null` of none.
 */
export function brier(forecasts: readonly Forecast[]): number | null {
  if (forecasts.length === 0) return null;
  return mean(forecasts.map(({ probability, cameTrue }) => (probability - Number(cameTrue)) ** 2));
}

/** Brier's score = reliability - resolution + uncertainty. */
export interface Decomposition {
  /** How far what came true is from what was said; 0 is best. */
  readonly reliability: number;
  /** How far what was said tells apart what came true from what did not; more is better. */
  readonly resolution: number;
  /** What a constant forecast of the share that came true would score. */
  readonly uncertainty: number;
}

/**
 * After Murphy (1973), by each probability that was said, as it is exact only there. With few forecasts of each, both
 * reliability and resolution come out too large (Ferro and Fricker 2012). `null` of none.
 */
export function decomposition(forecasts: readonly Forecast[]): Decomposition | null {
  if (forecasts.length === 0) return null;
  const rate = shareTrue(forecasts);
  const groups = byProbability(forecasts);
  const meanSquare = (distance: (group: readonly Forecast[], probability: number) => number) =>
    groups.reduce((sum, [said, group]) => sum + group.length * distance(group, said) ** 2, 0) /
    forecasts.length;
  return {
    reliability: meanSquare((group, said) => said - shareTrue(group)),
    resolution: meanSquare((group) => shareTrue(group) - rate),
    uncertainty: rate * (1 - rate),
  };
}

const shareTrue = (forecasts: readonly Forecast[]): number =>
  mean(forecasts.map(({ cameTrue }) => Number(cameTrue)));

/** Each probability that was said with its forecasts, from the least likely to the most. */
export function byProbability(forecasts: readonly Forecast[]): [probability: number, group: Forecast[]][] {
  return [...Map.groupBy(forecasts, ({ probability }) => probability)].sort(([a], [b]) => a - b);
}
