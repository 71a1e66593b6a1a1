import { type Effect, ENOUGH_AFTER, ENOUGH_BEFORE } from "../stats/effect.ts";
import type { Every } from "./contract.ts";
import type { MeasureUnit } from "./measure.ts";
import { formatReading, sayFromTo, sayReading } from "./reading.ts";

/** What was compared: periods of a measure in this unit. */
interface Compared {
  readonly unit: MeasureUnit;
  readonly every: Every;
}

/**
 * "Shorter by 30 % (15 to 42 %): 19 h, it was 27 h."; where the interval reaches nothing, what else would fit. Safe in a
 * browser, like all of this file.
 */
export function sayEffect(effect: Effect, { unit, every }: Compared): string {
  const { before, after, estimate, sure } = effect;
  if (sure === null) return sayUnvarying(effect, { unit, every });
  const steps = stepsIn(effect, unit);
  const values = `${sayReading(after, unit)}, it was ${formatReading(before, unit)}`;
  if (steps.way(sure.lower) !== steps.way(sure.upper)) {
    const [from, to] = [sure.lower, sure.upper].map((bound) => `${steps.amount(bound)} ${steps.way(bound)}`);
    return `No difference to be seen: ${values}. Anything from ${from} to ${to} would fit.`;
  }
  const by = `${steps.amount(estimate)} (${steps.range(sure.lower, sure.upper)})`;
  return `${capital(steps.way(estimate))} by ${by}: ${values}.`;
}

/** How often luck alone does as much, and the odds that it is nothing; `null` where nothing says so. */
export function sayOdds({ sure }: Effect): string | null {
  if (sure === null) return null;
  const often = `If nothing had changed, a difference like this would come about in ${sayOften(sure.chance)} such comparisons`;
  if (sure.nothing === 0.5) return `${often}: that speaks neither for a change nor against one.`;
  const most = Math.ceil(1 / sure.nothing);
  if (most > RAREST) return `${often}.`;
  return `${often}; so if the odds were even before, the odds that this is nothing are at least ${sure.nothing >= 0.4 ? "2 in 5" : `1 in ${most}`}.`;
}

/** Why there is no effect to tell yet, from how many periods with a value there are; `null` where there are enough. */
export function sayTooLittle(known: { before: number; after: number }, every: Every): string | null {
  const short = [
    { n: known.before, where: "before", enough: ENOUGH_BEFORE },
    { n: known.after, where: "since", enough: ENOUGH_AFTER },
  ].filter(({ n, enough }) => n < enough);
  if (short.length === 0) return null;
  const parts = short.map(
    ({ n, where, enough }) =>
      `${n} ${every}${n === 1 ? "" : "s"} with a value ${where}, ${enough} are needed`,
  );
  return `Not enough to say yet: ${parts.join("; ")}.`;
}

/** Less and more of each unit. */
const ways: Record<MeasureUnit, readonly [less: string, more: string]> = {
  seconds: ["shorter", "longer"],
  ratio: ["lower", "higher"],
  changes: ["fewer", "more"],
  deployments: ["fewer", "more"],
};

/** An estimate or a bound of it in words: a part of what was before on a log scale, else a difference in the unit. */
function stepsIn({ scale }: Effect, unit: MeasureUnit) {
  const step = (bound: number) => (scale === "log" ? bound - 1 : bound);
  const size = (bound: number) => Math.abs(step(bound));
  const [as, words] = scale === "log" ? (["ratio", plain] as const) : ([unit, points(unit)] as const);
  return {
    way: (bound: number) => ways[unit][step(bound) < 0 ? 0 : 1],
    amount: (bound: number) => words(formatReading(size(bound), as)),
    /** Of one direction, the smaller step first. */
    range(lower: number, upper: number): string {
      const [least, most] = step(lower) < 0 ? [size(upper), size(lower)] : [size(lower), size(upper)];
      return words(sayFromTo(least, most, as));
    },
  };
}

const plain = (text: string) => text;

/** A share that falls from 32 % to 20 % falls by 12 percentage points, not by 12 %. */
const points = (unit: MeasureUnit) => (text: string) =>
  unit === "ratio" ? text.replace("%", text === "1 %" ? "percentage point" : "percentage points") : text;

function sayUnvarying({ before, after }: Effect, { unit, every }: Compared): string {
  const now = sayReading(after, unit);
  if (before === after) return `The same in every ${every}, before and since: ${now}.`;
  const values = `${now} in every ${every} since, ${formatReading(before, unit)} in every ${every} before`;
  return `${values}. As no ${every} differs from another, nothing says how much of that is luck.`;
}

/** Beyond this, odds are a matter of words: the rest of what may be wrong is likelier. */
const RAREST = 1_000;

/** "3 of 100", "4 of 1,000". */
function sayOften(chance: number): string {
  if (chance < 0.001) return "fewer than 1 of 1,000";
  if (chance < 0.01) return `${Math.round(chance * 1_000)} of 1,000`;
  return chance > 0.99 ? "more than 99 of 100" : `${Math.round(chance * 100)} of 100`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
