import { z } from "zod";

/** With a title, which may be empty, a decision is begun. */
export const DecisionsSearch = z.object({
  title: z
    .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
    .optional()
    .catch(undefined),
  /** Principles and guardrails instead. */
  sort: z.literal("principles").optional().catch(undefined),
});
