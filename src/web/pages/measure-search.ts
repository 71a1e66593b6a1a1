import { z } from "zod";
import { Every } from "../../core/measures/contract.ts";

export const Range = z.enum(["12w", "26w", "1y", "2y", "5y", "all"]);
export type Range = z.infer<typeof Range>;

export const rangeText: Record<Range, string> = {
  "12w": "12 weeks",
  "26w": "26 weeks",
  "1y": "1 year",
  "2y": "2 years",
  "5y": "5 years",
  all: "all",
};

/** Kept as it was typed, so that the page can say what is wrong with it; a year alone comes as a number. */
const Typed = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** What a measure's page keeps in its address, so that a link shows the same to whoever opens it. */
export const MeasureSearch = z.object({
  every: Every.optional().catch(undefined),
  range: Range.optional().catch(undefined),
  from: Typed,
  to: Typed,
  /** Evidence: what went in or what was left out, of one period or all, and which page of it. */
  rows: z.enum(["in", "out"]).optional().catch(undefined),
  start: z.iso.date().optional().catch(undefined),
  page: z.int().min(1).optional().catch(undefined),
});
export type MeasureSearch = z.infer<typeof MeasureSearch>;
