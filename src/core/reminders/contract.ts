import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { Weekday } from "./weekday.ts";

const Reminders = z.object({
  /** Whether letters can be sent at all, and to which address; `null` where there is none yet. */
  mail: z.object({ on: z.boolean(), to: z.string().nullable() }),
  /** A letter on the day of a check-in. */
  checkIn: z.boolean(),
  /** The day on which the digest comes; `null` is off. */
  digest: Weekday.nullable(),
  /** Where its days are counted: in the reader's team, else in the organisation. */
  timeZone: z.string(),
  calendar: z.object({
    /** When its address was made; `null` where there is none. */
    made: z.iso.datetime().nullable(),
    /** When a calendar last asked for it, to within an hour. */
    asked: z.iso.datetime().nullable(),
    /** Whether it says what is due, or only that something is. */
    titles: z.boolean(),
  }),
});
export type Reminders = z.infer<typeof Reminders>;

export const reminders = contract({
  method: "GET",
  path: "/api/reminders",
  summary: "What the person who asks is told outside Septet: by letters, and in their calendar",
  input: z.object({}),
  output: Reminders,
});

export const setReminders = contract({
  method: "PUT",
  path: "/api/reminders",
  summary: "Say what one wants to be told outside Septet; all of it is off until one does",
  input: z.object({
    checkIn: z.boolean(),
    digest: Weekday.nullable(),
    calendar: z.object({ titles: z.boolean() }),
  }),
  output: Reminders,
});

export const makeCalendar = contract({
  method: "POST",
  path: "/api/reminders/calendar",
  summary: "A new private address of one's calendar, in place of the one before; it is shown this once",
  scope: "session",
  input: z.object({}),
  output: z.object({ address: z.string() }),
});

export const revokeCalendar = contract({
  method: "DELETE",
  path: "/api/reminders/calendar",
  summary: "Make the address of one's calendar useless",
  scope: "session",
  input: z.object({}),
  output: z.object({}),
});

export const unsubscribe = contract({
  method: "POST",
  path: "/api/unsubscribe",
  summary: "Get one kind of letter no more, by the address that stands in it",
  open: true,
  input: z.object({ token: z.string().max(1000) }),
  output: z.object({ kind: z.enum(["check-in", "digest"]) }),
});
