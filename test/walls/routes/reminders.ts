import * as reminders from "../../../src/core/reminders/contract.ts";
import { digest } from "../../../src/core/reminders/digest-contract.ts";
import { type Attempt, everyone, trying } from "./attempt.ts";

/** What is told outside Septet: each person's own. */
export const whatIsTold: readonly Attempt[] = [
  trying(reminders.reminders, { takes: "read", input: {}, heard: everyone }),
  trying(reminders.setReminders, {
    takes: "admin",
    input: { checkIn: false, digest: null, calendar: { titles: true } },
    heard: everyone,
  }),
  trying(digest, { takes: "read", input: {}, heard: everyone }),
  trying(reminders.makeCalendar, { takes: "session", input: {}, heard: everyone }),
  trying(reminders.revokeCalendar, { takes: "session", input: {}, heard: everyone }),
  trying(reminders.unsubscribe, { takes: "open", input: { token: "v1.r.x.y" }, heard: { others: "404" } }),
];
