import { z } from "zod";
import { Every } from "../../core/measures/contract.ts";

export const Range = z.enum(["12w", "26w", "1y", "5y", "all"]);
export type Range = z.infer<typeof Range>;

/** What a measure's page keeps in its address, so that a link shows the same to whoever opens it. A wrong value is as none. */
export const MeasureSearch = z.object({
  every: Every.optional().catch(undefined),
  range: Range.optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  /** Evidence: what went in or what was left out, of one period or all, and which page of it. */
  rows: z.enum(["in", "out"]).optional().catch(undefined),
  start: z.iso.date().optional().catch(undefined),
  page: z.int().min(1).optional().catch(undefined),
});
export type MeasureSearch = z.infer<typeof MeasureSearch>;
