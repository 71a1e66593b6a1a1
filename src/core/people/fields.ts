import { z } from "zod";
import { plainLine } from "../plain-text.ts";
import { LONGEST } from "./passwords.ts";

/** What forms about people ask for. */
export const fields = {
  email: z
    .string()
    .trim()
    .max(254)
    .pipe(z.email("write it like ann@example.org."))
    .transform((email) => email.toLowerCase())
    .refine((email) => !email.endsWith("@septet.invalid"), "nobody can be written to at this address."),
  /** As it is typed at sign-in: a wrong form is no more telling than a wrong address. */
  anyEmail: z
    .string()
    .max(254)
    .transform((email) => email.trim().toLowerCase()),
  name: z
    .string()
    .trim()
    .min(1, "write a name.")
    .max(120, "at most 120 characters.")
    .regex(plainLine(120), "no control characters."),
  /** Which passwords are good is said by `refuseWeakPassword`. */
  password: z.string().max(4 * LONGEST, `at most ${LONGEST} characters.`),
  secret: z.string().max(200),
};
