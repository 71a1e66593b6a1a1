import { z } from "zod";
import { words } from "../../../core/loops/contract.ts";
import { UnitBrief } from "../../../core/org/contract.ts";
import { contract } from "../../../platform/http/contract.ts";

/** What a unit shows of how its decisions went, counted on a day: no title and no name is in it. */
export const Figures = z.object({
  /** Of how many it is known whether they came, how many came as expected. */
  came: z.object({ right: z.int(), of: z.int() }),
  /** Median days from proposal to decision; `null` below five. */
  days: z.object({ median: z.number(), p85: z.number(), n: z.int() }).nullable(),
  reviewed: z.object({ onTime: z.int(), of: z.int() }),
  reversals: z.object({ n: z.int(), of: z.int() }),
  levels: z.object({ alone: z.int(), advice: z.int(), together: z.int(), unknown: z.int() }),
});
export type Figures = z.infer<typeof Figures>;

const ShownFigures = z.object({
  unit: UnitBrief,
  annotation: z.string(),
  on: z.iso.date(),
  figures: Figures,
  /** In words. */
  says: z.array(z.string()),
});
export type ShownFigures = z.infer<typeof ShownFigures>;

export const decisionFigures = contract({
  method: "GET",
  path: "/api/units/:slug/decisions/figures",
  summary:
    "How decisions went in the teams at and beneath a unit that show it, each by itself and with its own words",
  input: z.object({ slug: z.string() }),
  output: z.object({
    teams: z.array(ShownFigures),
    /** For those who belong to the unit: to whom it is open, and to whom it could be. */
    own: z
      .object({ audience: UnitBrief.nullable(), annotation: z.string(), audiences: z.array(UnitBrief) })
      .nullable(),
  }),
});

export const openFigures = contract({
  method: "PUT",
  path: "/api/units/:slug/decisions/figures",
  summary:
    "Show a unit above how one's decisions went, counted anew each day, with one's own words; or take it back",
  input: z.object({ slug: z.string(), audience: z.string().nullable(), annotation: words(500).default("") }),
  output: decisionFigures.output,
});
