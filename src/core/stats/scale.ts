export type ScaleName = "linear" | "log";

/** On a log scale anything smaller counts as this: a second, or one thing. */
const SMALLEST_ON_LOG = 1;

/** From a measure's value to what limits and means are computed on, and back. */
export const scales: Record<ScaleName, Readonly<Record<"to" | "from", (value: number) => number>>> = {
  linear: { to: (value) => value, from: (value) => value },
  log: { to: (value) => Math.log(Math.max(value, SMALLEST_ON_LOG)), from: Math.exp },
};
