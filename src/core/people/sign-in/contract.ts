import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { fields } from "../fields.ts";

export const doorway = contract({
  method: "GET",
  path: "/api/doorway",
  summary: "By which ways one can come in here",
  open: true,
  input: z.object({}),
  output: z.object({
    /** Whether anybody has a password yet. */
    passwords: z.boolean(),
    /** What the organisation's own sign-in is called, where there is one. */
    provider: z.string().nullable(),
    /** Whether a link for a forgotten password can be mailed. */
    mail: z.boolean(),
  }),
});

export const signInByPassword = contract({
  method: "POST",
  path: "/api/sign-in",
  summary: "Sign this browser in with an e-mail address and a password",
  open: true,
  input: z.object({ email: fields.anyEmail, password: fields.password }),
  output: z.object({}),
});

export const signInByProvider = contract({
  method: "POST",
  path: "/api/sign-in/provider",
  summary: "Where to go to sign in with the organisation's own sign-in",
  open: true,
  input: z.object({
    /** The page to come back to. */
    next: z.string().max(2000).optional(),
  }),
  output: z.object({ url: z.string() }),
});

export const askForReset = contract({
  method: "POST",
  path: "/api/password-reset",
  summary: "Mail a link for a new password, if there is an account with this address",
  open: true,
  input: z.object({ email: fields.anyEmail }),
  output: z.object({}),
});

export const resetPassword = contract({
  method: "POST",
  path: "/api/password-reset/password",
  summary: "Choose a new password with such a link; every other session ends",
  open: true,
  input: z.object({ token: fields.secret, password: fields.password }),
  output: z.object({}),
});
