import { mean } from "./moments.ts";

/**
 * Process behaviour (XmR) charts. Limits and rules after D. J. Wheeler, "Understanding Variation" (2nd ed. 2000): the mean
 * plus and minus 2.660 mean moving ranges; the upper limit of the ranges is 3.268 mean moving ranges.
 */
const LIMIT_FACTOR = 2.66;
const RANGE_FACTOR = 3.268;

const RUN = 8;

export interface Limits {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the moving ranges, the steps from one point to the next. */
  readonly upperRange: number;
}

/** `outside`: beyond a limit. `run-of-8`: 8 in a row on one side. `three-of-four`: 3 of 4 nearer that limit than the centre. */
export type Rule = "outside" | "run-of-8" | "three-of-four";

/** Limits from all values in the order of time; of two or more. */
export function limitsOf(values: readonly number[]): Limits {
  const centre = mean(values);
  const range = mean(values.slice(1).map((value, before) => Math.abs(value - (values[before] as number))));
  const reach = LIMIT_FACTOR * range;
  return { centre, lower: centre - reach, upper: centre + reach, upperRange: RANGE_FACTOR * range };
}

/** Every point that completes a rule or continues it, by its place among the values. A point may follow several rules. */
export function signalsOf(values: readonly number[], limits: Limits): { index: number; rule: Rule }[] {
  return values.flatMap((_, index) => {
    const until = values.slice(Math.max(0, index + 1 - RUN), index + 1);
    const rules = (Object.keys(tests) as Rule[]).filter((rule) => tests[rule](until, limits));
    return rules.map((rule) => ({ index, rule }));
  });
}

/** Each asks of the last value, with the seven before it, whether it completes or continues the rule. */
const tests: Record<Rule, (values: readonly number[], limits: Limits) => boolean> = {
  outside: (values, { lower, upper }) => values.slice(-1).some((value) => value > upper || value < lower),
  "run-of-8": (values, { centre }) => {
    const last = values.slice(-RUN);
    // A point exactly on the centre breaks a run.
    return (
      last.length === RUN && (last.every((value) => value > centre) || last.every((value) => value < centre))
    );
  },
  "three-of-four": (values, limits) => {
    const last = values.slice(-4).map((value) => nearLimit(value, limits));
    const side = last.at(-1) ?? 0;
    return side !== 0 && last.filter((other) => other === side).length >= 3;
  },
};

/** 1 nearer the upper limit than the centre, -1 nearer the lower one, else 0. */
function nearLimit(value: number, { centre, lower, upper }: Limits): -1 | 0 | 1 {
  if (value > (centre + upper) / 2) return 1;
  return value < (centre + lower) / 2 ? -1 : 0;
}
