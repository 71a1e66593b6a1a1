import type { Learnt } from "../learnt.ts";
import { dayCount } from "../stand.ts";
import type { Figures } from "./contract.ts";

/** What may be shown of what is learnt: counts, and nothing that leads to a decision or a person. */
export const figuresOf = ({ rightness, days, reviewed, reversals, levels }: Learnt): Figures => ({
  came: { right: rightness.right, of: rightness.of },
  ...{ days, levels },
  reviewed: { onTime: reviewed.onTime, of: reviewed.of },
  reversals: { n: reversals.n, of: reversals.of },
});

/** In words; what is not known is not said. */
export function sayFigures({ came, days, reviewed, reversals, levels }: Figures): string[] {
  const known = levels.alone + levels.advice + levels.together;
  return [
    ...(came.of === 0 ? [] : [`${came.right} of ${came.of} came as expected.`]),
    ...(days === null
      ? []
      : [`Half of ${days.n} decisions took at most ${dayCount(days.median)} from the proposal on.`]),
    ...(reviewed.of === 0 ? [] : [`${reviewed.onTime} of ${reviewed.of} were looked at again in time.`]),
    ...(reversals.n === 0
      ? []
      : [`${reversals.n} of ${reversals.of} ${reversals.n === 1 ? "was" : "were"} taken back.`]),
    ...(known === 0
      ? []
      : [
          `Of ${known}, ${levels.alone} were taken by one alone, ${levels.advice} after advice, ${levels.together} together.`,
        ]),
  ];
}
