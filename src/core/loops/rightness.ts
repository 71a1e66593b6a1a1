import { brier } from "../stats/forecasts.ts";
import { wilson } from "../stats/proportion.ts";
import type { Direction, Rightness } from "./contract.ts";

/** A guess that was looked up. */
export interface Resolved {
  readonly direction: Direction;
  readonly came: Direction | null;
  /** In percent. */
  readonly sure: number | null;
}

/**
 * How often what was guessed came, of the guesses that could be told. Each is one trial: several people who guess one reading
 * are asked for together, by the team's guess, and never counted one by one.
 */
export function rightnessOf(
  guesses: readonly Resolved[],
  who: "team" | "you",
  what: Counted = turns,
): Rightness {
  const told = guesses.filter(({ came }) => came !== null);
  const right = told.filter(({ direction, came }) => direction === came).length;
  const forecasts = told.flatMap(({ direction, came, sure }) =>
    sure === null ? [] : [{ probability: sure / 100, cameTrue: direction === came }],
  );
  const score = brier(forecasts);
  return {
    ...{ right, of: told.length, interval: wilson(right, told.length) },
    brier: score === null ? null : { score, of: forecasts.length },
    says: said(right, told.length, { who, what }),
  };
}

/** What is counted. */
interface Counted {
  readonly one: string;
  readonly many: string;
}

export const turns: Counted = { one: "turn", many: "turns" };

function said(right: number, of: number, { who, what }: { who: "team" | "you"; what: Counted }): string {
  const whom = who === "team" ? "we" : "you";
  if (of === 0) return `Nothing that ${whom} guessed has come back yet.`;
  return `In ${right} of ${of} ${of === 1 ? what.one : what.many} it went as ${whom} thought.`;
}
