import { normalFrom, randomFrom } from "../../src/core/stats/testing-random.ts";
import type { Line } from "../table.ts";

/** So many of each, with the same seed each time. */
const TRIALS = 4_000;

/** Three standard errors of a simulated share, and half a point as what is expected is rounded. */
const toleranceOf = (expected: number) => 3 * Math.sqrt((expected * (1 - expected)) / TRIALS) + 0.005;

/** Chance as a trial needs it. */
export interface Chance {
  readonly uniform: () => number;
  readonly normal: () => number;
}

/** In what share of trials each of these came true. */
export function sharesOf<Name extends string>(
  trial: (chance: Chance) => Readonly<Record<Name, boolean>>,
): Record<Name, number> {
  const uniform = randomFrom(20_261_128);
  const chance = { uniform, normal: normalFrom(uniform) };
  const found = Array.from({ length: TRIALS }, () => trial(chance));
  const names = Object.keys(found[0] ?? {}) as Name[];
  return Object.fromEntries(
    names.map((name) => [name, found.filter((one) => one[name]).length / TRIALS]),
  ) as Record<Name, number>;
}

const points = (share: number) => (share * 100).toFixed(1);

/** One line: a simulated share against the one that is expected. */
export function shareLine(what: string, share: number, expected: number): Line {
  const tolerance = toleranceOf(expected);
  return {
    ...{ what, figure: `${points(share)} %`, floor: `${TRIALS.toLocaleString("en")} simulated`, ratio: "" },
    target: `${points(expected)} % ± ${points(tolerance)}`,
    reached: Math.abs(share - expected) <= tolerance,
  };
}

export const several = (count: number, value: () => number): number[] => Array.from({ length: count }, value);
