import { effectOf } from "../../src/core/stats/effect.ts";
import { limitsOf, signalsOf } from "../../src/core/stats/xmr.ts";
import type { Line } from "../table.ts";
import { type Chance, several, shareLine, sharesOf } from "./trials.ts";

const POINTS = 12;

/** Twelve points before and twelve after a shift of so many sigma; expected after an independent simulation of 100,000 each. */
const shifts = [
  { shift: 0, outside: 0.154, all: 0.228, run: 0.027, interval: 0.05 },
  { shift: 1, outside: 0.367, all: 0.681, run: 0.417, interval: 0.645 },
  { shift: 1.5, outside: 0.559, all: 0.903, run: 0.708, interval: 0.937 },
] as const;

/** How often a change is found by limits of the points before it and by the interval of the effect, and how often one that is not there. */
export function shiftLines(): Line[] {
  return shifts.flatMap(({ shift, outside, all, run, interval }) => {
    const found = sharesOf((chance) => foundAfter(shift, chance));
    const about = shift === 0 ? "no shift is found" : `a shift of ${shift} sigma is found`;
    return [
      shareLine(`${about}: outside`, found.outside, outside),
      shareLine(`${about}: all rules`, found.all, all),
      shareLine(`${about}: 8 in a row on the side hoped for`, found.run, run),
      shareLine(`${about}: the interval leaves out nothing`, found.interval, interval),
    ];
  });
}

function foundAfter(shift: number, { normal }: Chance) {
  const before = several(POINTS, normal);
  const after = several(POINTS, () => shift + normal());
  const limits = limitsOf(before);
  const signals = signalsOf(after, limits);
  const sure = effectOf({ before, after, scale: "linear" })?.sure;
  return {
    outside: signals.some(({ rule }) => rule === "outside"),
    all: signals.length > 0,
    run: signals.some(({ rule, index }) => rule === "run-of-8" && (after[index] ?? 0) > limits.centre),
    interval: sure != null && (sure.lower > 0 || sure.upper < 0),
  };
}
