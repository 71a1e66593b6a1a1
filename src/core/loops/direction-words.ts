import type { Direction } from "./contract.ts";

type Unit = "seconds" | "ratio" | "changes" | "deployments";

const words: Record<Unit, Record<Direction, string>> = {
  seconds: { lower: "shorter", same: "about the same", higher: "longer" },
  ratio: { lower: "lower", same: "about the same", higher: "higher" },
  changes: { lower: "fewer", same: "about the same", higher: "more" },
  deployments: { lower: "fewer", same: "about the same", higher: "more" },
};

/** Waits are shorter or longer, things are fewer or more, shares are lower or higher. */
export const sayDirection = (direction: Direction, unit: Unit): string => words[unit][direction];

interface Guessed {
  readonly direction: Direction;
  readonly sure: number | null;
  readonly came: Direction | null;
  readonly resolved: boolean;
}

/** "Last time you said: about the same. It was." */
export function sayGuess({ direction, sure, came, resolved }: Guessed, unit: Unit): string {
  const said = `${sayDirection(direction, unit)}${sure === null ? "" : ` (${sure} % sure)`}`;
  if (!resolved) return `You said: ${said}.`;
  if (came === null) return `You said: ${said}. There was no reading to tell by.`;
  return `You said: ${said}. ${came === direction ? "It was." : `It was ${sayDirection(came, unit)}.`}`;
}

/** "shorter by 30 %, 70 % sure" */
export function sayExpected(
  { direction, size, sure }: { direction: Direction; size: number | null; sure: number | null },
  unit: Unit,
): string {
  const by = size === null || direction === "same" ? "" : ` by ${Math.round(size * 100)} %`;
  return `${sayDirection(direction, unit)}${by}${sure === null ? "" : `, ${sure} % sure`}`;
}
