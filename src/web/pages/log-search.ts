import { z } from "zod";

/** Whose log: a unit's slug, or all that is for the reader to know. */
export const LogSearch = z.object({ unit: z.string().optional().catch(undefined) });
