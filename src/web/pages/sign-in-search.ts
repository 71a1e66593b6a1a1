import { z } from "zod";
import { troubles } from "../../core/people/sign-in/coming-in.ts";

/** What is said above the form, by its key: nobody can put words of their own into an address of ours. */
export const doorWords = {
  ...troubles,
  spent: "That link was used already, or is too old. A new one is quickly made.",
} as const;

export const SignInSearch = z.object({
  /** Where to go on afterwards; whatever is no page of ours counts as the first one. */
  next: z.string().optional().catch(undefined),
  trouble: z
    .enum(Object.keys(doorWords) as [keyof typeof doorWords])
    .optional()
    .catch(undefined),
});
