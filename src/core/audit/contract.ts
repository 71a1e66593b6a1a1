import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

const Named = z.object({ id: z.string(), name: z.string() });

export const Entry = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  /** Who did it; `null` where the installation itself did. */
  actor: Named.nullable(),
  action: z.string(),
  /** The same in words, after the actor's name: "shared “Change lead time” with Commerce". */
  words: z.string(),
  aboutPerson: Named.nullable(),
  /** `id` is the unit's slug. */
  aboutUnit: Named.nullable(),
});
export type Entry = z.infer<typeof Entry>;

export const audit = contract({
  method: "GET",
  path: "/api/audit",
  summary:
    "What was done that the person who asks has a right to know of: about them, their teams, or by them; newest first",
  input: z.object({
    /** Only what is about this unit (its slug). */
    unit: z.string().optional(),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ entries: z.array(Entry), total: z.int() }),
});
