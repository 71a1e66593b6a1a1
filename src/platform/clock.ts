/** Where the time comes from. Code that needs the time is given a clock, so that a test can let weeks pass. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
