import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { fields } from "../fields.ts";

export const setUpAccount = contract({
  method: "POST",
  path: "/api/account",
  summary: "The owner's own name, e-mail address and password, before anybody else is invited",
  scope: "session",
  input: z.object({ name: fields.name, email: fields.email, password: fields.password }),
  output: z.object({}),
});

export const changeName = contract({
  method: "PUT",
  path: "/api/account/name",
  summary: "Change one's own name",
  scope: "session",
  input: z.object({ name: fields.name }),
  output: z.object({}),
});

export const changeEmail = contract({
  method: "PUT",
  path: "/api/account/email",
  summary: "Change the e-mail address that one signs in with",
  scope: "session",
  input: z.object({ email: fields.email, current: fields.password }),
  output: z.object({}),
});

export const changePassword = contract({
  method: "PUT",
  path: "/api/account/password",
  summary: "Change one's own password; every other session ends",
  scope: "session",
  input: z.object({
    /** The one until now; left out where there is none. */
    current: fields.password.optional(),
    password: fields.password,
  }),
  output: z.object({}),
});

export const sessions = contract({
  method: "GET",
  path: "/api/account/sessions",
  summary: "Where one is signed in",
  scope: "session",
  input: z.object({}),
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        device: z.string(),
        since: z.iso.datetime(),
        /** To within an hour. */
        lastSeen: z.iso.datetime(),
        /** The one that asks. */
        current: z.boolean(),
      }),
    ),
  }),
});

export const endSession = contract({
  method: "DELETE",
  path: "/api/account/sessions/:id",
  summary: "Sign one of one's own browsers out",
  scope: "session",
  input: z.object({ id: z.string().max(100) }),
  output: z.object({}),
});

export const endOtherSessions = contract({
  method: "DELETE",
  path: "/api/account/sessions",
  summary: "Sign out everywhere but here",
  scope: "session",
  input: z.object({}),
  output: z.object({ ended: z.int() }),
});
