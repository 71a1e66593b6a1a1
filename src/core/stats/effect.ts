import { mean, variance } from "./moments.ts";
import { type ScaleName, scales } from "./scale.ts";
import { chanceBeyond, reachBut } from "./student-t.ts";

/** Fewer periods than this on either side say more about luck than about what was changed. */
export const ENOUGH_BEFORE = 6;
export const ENOUGH_AFTER = 6;

export interface BeforeAndAfter {
  /** The known values of complete periods, in the measure's own unit and in the order of time. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly scale: ScaleName;
}

/** What a measure shows of an experiment. Whether it came from the experiment is for people to say, who know what else changed. */
export interface Effect {
  readonly scale: ScaleName;
  /** Means in the measure's unit; on a log scale geometric ones. */
  readonly before: number;
  readonly after: number;
  /** On a log scale how many times as much (after / before), else the difference (after - before). */
  readonly estimate: number;
  /** `null` where no period differs from another, neither before nor after: nothing says how much may be luck then. */
  readonly sure: Certainty | null;
}

export interface Certainty {
  /** The 95 % interval of the estimate. */
  readonly lower: number;
  readonly upper: number;
  /** If nothing had changed, a difference at least so large would come about in this share of such comparisons. */
  readonly chance: number;
  /** With even odds beforehand, the chance that there is nothing is at least this. */
  readonly nothing: number;
}

/**
 * The difference of two means after B. L. Welch (1947), whose variances may differ; durations by their logarithm. It takes
 * periods for independent of each other: what drifts, or was chosen for being unusual, seems surer than it is. `null` where
 * too little is known.
 */
export function effectOf({ before, after, scale }: BeforeAndAfter): Effect | null {
  if (before.length < ENOUGH_BEFORE || after.length < ENOUGH_AFTER) return null;
  const { to, from } = scales[scale];
  const [old, now] = [before, after].map((values) => sampleOf(values.map(to))) as [Sample, Sample];
  const difference = now.mean - old.mean;
  return {
    scale,
    ...{ before: from(old.mean), after: from(now.mean), estimate: from(difference) },
    sure: certaintyOf(difference, [old, now], from),
  };
}

interface Sample {
  readonly mean: number;
  /** Of the mean: the variance of the values by how many they are. */
  readonly variance: number;
  readonly n: number;
}

const sampleOf = (values: readonly number[]): Sample => ({
  mean: mean(values),
  variance: variance(values) / values.length,
  n: values.length,
});

function certaintyOf(
  difference: number,
  [a, b]: readonly [Sample, Sample],
  from: (difference: number) => number,
): Certainty | null {
  const both = a.variance + b.variance;
  if (both === 0) return null;
  // Welch and Satterthwaite's degrees of freedom.
  const freedom = both ** 2 / (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1));
  const error = Math.sqrt(both);
  const reach = reachBut(0.05, freedom) * error;
  const chance = chanceBeyond(difference / error, freedom);
  return {
    ...{ lower: from(difference - reach), upper: from(difference + reach) },
    ...{ chance, nothing: nothingAtLeast(chance) },
  };
}

/**
 * The evidence for nothing against anything else is at least -e p ln p for p below 1/e, and from there on it is 1: Sellke,
 * Bayarri and Berger (2001), "Calibration of p values". Given even odds beforehand, 0.05 leaves at least 0.289.
 */
export function nothingAtLeast(chance: number): number {
  if (chance === 0) return 0;
  const evidence = chance < 1 / Math.E ? -Math.E * chance * Math.log(chance) : 1;
  return evidence / (1 + evidence);
}
