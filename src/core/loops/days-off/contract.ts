import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { UnitBrief } from "../../org/contract.ts";

const day = z.iso.date();

export const DayOff = z.object({
  id: z.uuid(),
  from: day,
  /** The last one. */
  to: day,
  name: z.string(),
  /** Whose it is: the unit's, or that of a unit above, which holds for all below it. */
  unit: UnitBrief,
});
export type DayOff = z.infer<typeof DayOff>;

export const daysOff = contract({
  method: "GET",
  path: "/api/units/:slug/days-off",
  summary:
    "The days from today on on which nobody of a unit is asked anything, its own and those of the units above",
  input: z.object({ slug: z.string() }),
  output: z.object({ days: z.array(DayOff), can: z.object({ change: z.boolean() }) }),
});

export const addDaysOff = contract({
  method: "POST",
  path: "/api/units/:slug/days-off",
  summary:
    "Add days off from a calendar's file (iCalendar) or from lines like 2026-12-24..2027-01-01 Company holidays",
  input: z.object({
    slug: z.string(),
    text: z.string().min(1, "Give a calendar's file, or lines."),
    /** Without it, it is only shown what would be added. */
    apply: z.boolean().default(false),
  }),
  output: z.object({
    days: z.array(DayOff.omit({ id: true, unit: true })),
    /** What was left out, and where it stands. */
    problems: z.array(z.object({ place: z.string(), detail: z.string() })),
  }),
  largest: 8 * 1024 * 1024,
});

export const removeDayOff = contract({
  method: "DELETE",
  path: "/api/days-off/:id",
  summary: "Take a day off back",
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
});
