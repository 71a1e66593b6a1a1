import { z } from "zod";

const Line = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined);

/** With a title, which may be empty, an ask is begun; it may come from what is in the team's way. */
export const AsksSearch = z.object({
  title: Line,
  why: Line,
  /** The id of what is in the way. */
  impediment: z.uuid().optional().catch(undefined),
});
