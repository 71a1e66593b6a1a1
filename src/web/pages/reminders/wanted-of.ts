import type { Reminders } from "../../../core/reminders/contract.ts";

/** What was chosen, as it is asked for again with one thing changed. */
export const wantedOf = ({ checkIn, digest, calendar: { titles } }: Reminders) => ({
  ...{ checkIn, digest },
  calendar: { titles },
});
