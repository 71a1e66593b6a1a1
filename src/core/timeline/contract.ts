import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { Chart, MeasureDefinition, Redrawn } from "../measures/contract.ts";

/** A dot with words. */
const StaveMark = z.object({
  at: z.iso.datetime(),
  text: z.string(),
  kind: z.enum(["note", "event", "unusual"]),
  /** Where it can be read. */
  href: z.string().nullable(),
});

/** What was tried, as long as it was; `until` is `null` while it goes on. */
const Bar = z.object({
  from: z.iso.date(),
  until: z.iso.date().nullable(),
  text: z.string(),
  href: z.string().nullable(),
});

/** One row of the time line: an area that the team uses, with its curve where there is a series. */
export const Stave = z.object({
  area: z.string(),
  title: z.string(),
  question: z.string(),
  measure: MeasureDefinition.nullable(),
  points: z.array(z.object({ start: z.iso.date(), value: z.number().nullable(), n: z.int() })),
  partial: z.array(z.iso.date()),
  chart: Chart.nullable(),
  /** Where limits are drawn anew, by day. */
  redrawn: z.array(Redrawn),
  marks: z.array(StaveMark),
  bars: z.array(Bar),
  /** The days on which its questions were looked at. */
  checkIns: z.array(z.iso.date()),
  /** The question that the unit asks itself in this area, where it does: the one that it began with. */
  loop: z.uuid().nullable(),
  /** At the right edge: the latest known reading, and of what week it is, with its usual range or why that is not known. */
  latest: z.object({ reading: z.string(), usual: z.string() }).nullable(),
});
export type Stave = z.infer<typeof Stave>;

export const timeline = contract({
  method: "GET",
  path: "/api/units/:slug/timeline",
  summary: "The last weeks of a team, group or organisation: one row for each area that it uses",
  input: z.object({ slug: z.string(), weeks: z.coerce.number().int().min(4).max(260).default(26) }),
  output: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    staves: z.array(Stave),
    /** The areas not yet used, each as the question that a team could ask. */
    questions: z.array(
      z.object({
        area: z.string(),
        title: z.string(),
        question: z.string(),
        /** Whether only a person asks it, for themselves. */
        own: z.boolean(),
      }),
    ),
  }),
});
