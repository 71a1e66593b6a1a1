import { z } from "zod";

/** What these pages keep in their addresses. */
export const CheckInSearch = z.object({
  /** A loop that is looked at although it is not due. */
  also: z.uuid().optional().catch(undefined),
});

export const BeginLoopSearch = z.object({ area: z.string().optional().catch(undefined) });

export const TrySearch = z.object({
  title: z.coerce.string().max(300).optional().catch(undefined),
  area: z.string().optional().catch(undefined),
  /** What is in the way, from which it begins. */
  impediment: z.uuid().optional().catch(undefined),
});
