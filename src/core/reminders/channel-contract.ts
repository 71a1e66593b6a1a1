import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { Weekday } from "./weekday.ts";

const Channel = z.object({
  /** Where it goes; the rest of the address is a secret, and is never shown again. */
  host: z.string(),
  /** A word on the day of a check-in. */
  checkIn: z.boolean(),
  /** The day on which what came back is told; `null` is off. */
  digest: Weekday.nullable(),
  /** Whether what came of it is told too; else only that there is something to see. */
  readings: z.boolean(),
  /** Who set it; `null` for somebody who is gone. */
  setBy: z.string().nullable(),
  setAt: z.iso.datetime(),
  /** Why the last word could not be posted, until one is. */
  trouble: z.object({ says: z.string(), at: z.iso.datetime() }).nullable(),
});

const Shown = z.object({ channel: Channel.nullable() });
const slug = z.string();

export const channel = contract({
  method: "GET",
  path: "/api/units/:slug/channel",
  summary: "Where the reminders of a team are posted, for those who belong to it",
  input: z.object({ slug }),
  output: Shown,
});

export const setChannel = contract({
  method: "PUT",
  path: "/api/units/:slug/channel",
  summary: "Have the reminders of a team posted to a channel of its chat, by an incoming webhook",
  scope: "session",
  input: z.object({
    slug,
    /** The webhook's address; without it, the one that is set. */
    url: z.string().trim().optional(),
    checkIn: z.boolean(),
    digest: Weekday.nullable(),
    readings: z.boolean(),
  }),
  output: Shown,
});

export const dropChannel = contract({
  method: "DELETE",
  path: "/api/units/:slug/channel",
  summary: "Have nothing of a team posted any more",
  scope: "session",
  input: z.object({ slug }),
  output: Shown,
});

export const tryChannel = contract({
  method: "POST",
  path: "/api/units/:slug/channel/test",
  summary: "Post a word to the channel of a team, to see that it comes",
  scope: "session",
  input: z.object({ slug }),
  output: z.object({
    /** Why it could not be posted; `null`: it was. */
    trouble: z.string().nullable(),
  }),
});
