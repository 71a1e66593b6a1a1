import * as channels from "../../../src/core/reminders/channel-contract.ts";
import * as reminders from "../../../src/core/reminders/contract.ts";
import { digest } from "../../../src/core/reminders/digest-contract.ts";
import { type Attempt, everyone, members, trying } from "./attempt.ts";
import { payments } from "./fresh.ts";

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
  trying(channels.channel, { takes: "read", input: payments, heard: members }),
  trying(channels.setChannel, {
    takes: "session",
    input: { ...payments, url: "https://1.1.1.1/hook", checkIn: false, digest: null, readings: false },
    heard: members,
  }),
  trying(channels.dropChannel, { takes: "session", input: { ...payments }, heard: members }),
  // None is set by then, and nobody else learns that.
  trying(channels.tryChannel, { takes: "session", input: payments, heard: { member: "409", others: "403" } }),
  trying(reminders.unsubscribe, { takes: "open", input: { token: "v1.r.x.y" }, heard: { others: "404" } }),
];
