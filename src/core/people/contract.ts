import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

export const me = contract({
  method: "GET",
  path: "/api/me",
  summary: "Who is asking",
  input: z.object({}),
  output: z.object({
    person: z.object({
      id: z.string(),
      name: z.string(),
      /** `null` where there is none yet: the owner, who came by a link alone, or who comes by their organisation without one. */
      email: z.string().nullable(),
      administrator: z.boolean(),
      hasPassword: z.boolean(),
      /** The owner, before name, e-mail address and password are chosen. */
      unsettled: z.boolean(),
    }),
  }),
});

export const signOut = contract({
  method: "POST",
  path: "/api/sign-out",
  summary: "End this session",
  scope: "session",
  input: z.object({}),
  output: z.object({}),
});

export const signInLink = contract({
  method: "POST",
  path: "/api/sign-in-link",
  summary:
    "A new one-time link that signs the asking person in, in another browser; or somebody else, for whoever holds the data directory",
  scope: "session",
  input: z.object({
    /** Whose, by the e-mail address of the account. */
    for: z.string().max(254).optional(),
    /** One with which a new password is chosen, good for an hour; the other ends no session, and is good for a day. */
    newPassword: z.boolean().optional(),
  }),
  output: z.object({ url: z.string() }),
});
