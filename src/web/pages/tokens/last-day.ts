/** The last day on which something is good that ends with a moment: tokens end with a day, in UTC. */
export const lastDay = (expiresAt: string): string =>
  new Date(Date.parse(expiresAt) - 1).toISOString().slice(0, 10);

/** The day a number of days after a moment, for a date field. */
export const dayAfter = (now: number, days: number): string =>
  new Date(now + days * 86_400_000).toISOString().slice(0, 10);
