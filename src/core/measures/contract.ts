import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { UnitBrief } from "../org/contract.ts";

const day = z.iso.date();
export const Every = z.enum(["day", "week", "month"]);
export type Every = z.infer<typeof Every>;

export const MeasureDefinition = z.object({
  id: z.string(),
  title: z.string(),
  /** What values count in: seconds, ratio (0 to 1), changes, deployments. */
  unit: z.enum(["seconds", "ratio", "changes", "deployments"]),
  better: z.enum(["lower", "higher"]).nullable(),
  meaning: z.string(),
  formula: z.string(),
  source: z.string(),
  notes: z.array(z.string()),
  of: z.object({ one: z.string(), many: z.string() }),
});
export type MeasureDefinition = z.infer<typeof MeasureDefinition>;

/** A period: `start` is its first day in the unit's time zone; `value` is `null` where unknown; `n` is how many rows went in. */
const Point = z.object({ start: day, value: z.number().nullable(), n: z.int() });

export const Signal = z.object({ start: day, rule: z.enum(["outside", "run-of-8", "three-of-four"]) });

/** A day from whose period on limits are drawn anew, as the team says why the process is another one since. */
export const Redrawn = z.object({ day, reason: z.string() });
export type Redrawn = z.infer<typeof Redrawn>;

/** The points between two days at which limits are drawn anew; signals are found in each by itself. */
const Segment = z.object({
  /** The first point's period, or that of the day at which limits are drawn anew. */
  start: day,
  /** The first period that no longer belongs to it; `null` for the latest segment. */
  until: day.nullable(),
  /** `null`, all three, where it has too few points to say what is usual. */
  centre: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  /** Why it has no limits, e.g. "Not enough to say what is usual since …: 5 complete weeks with a value, 12 are needed." */
  why: z.string().nullable(),
});
export type Segment = z.infer<typeof Segment>;

export const Chart = z.object({
  scale: z.enum(["linear", "log"]),
  /** Of the latest segment that has limits, which need not be the one of the newest reading: that is the last of `segments`. */
  centre: z.number(),
  lower: z.number(),
  upper: z.number(),
  /** Oldest first; one where limits were never drawn anew. */
  segments: z.array(Segment),
  signals: z.array(Signal),
});
export type Chart = z.infer<typeof Chart>;

export const EvidenceRow = z.object({
  /** When it counts, in the unit's time zone rules; `null` where its date is not to be believed. */
  at: z.iso.datetime().nullable(),
  component: z.string(),
  kind: z.enum(["change", "deployment"]),
  /** The commit's hash. */
  id: z.string(),
  title: z.string(),
  /** Seconds, or 1 and 0 for "yes" and "no", or a count; `null` where the row was left out. */
  value: z.number().nullable(),
  /** Why it counts as it does, e.g. "v1.4.1 reverts 9f2c…". */
  because: z.string(),
  /** Why it was left out, or `null` where it went in. */
  reason: z.string().nullable(),
});
export type EvidenceRow = z.infer<typeof EvidenceRow>;

export const MeasureAnswer = z.object({
  measure: z.string(),
  /** The slug of the team, group or organisation. */
  unit: z.string(),
  every: Every,
  from: day,
  to: day,
  timeZone: z.string(),
  /** The measure's title as it applies here, e.g. "Merge to release" where the host squashes. */
  title: z.string(),
  /** What the chart shows, as a sentence. */
  sentence: z.string(),
  points: z.array(Point),
  /** Over all rows from `from` to `to`; never a mean of points. */
  summary: z.object({ value: z.number().nullable(), n: z.int() }),
  /** For counts, on how many of the range's local days there was one: "days with a deployment"; else `null`. */
  days: z.object({ n: z.int(), of: z.int() }).nullable(),
  /** The 85th percentile of each period, for durations. */
  p85: z
    .object({
      points: z.array(z.object({ start: day, value: z.number().nullable() })),
      summary: z.number().nullable(),
    })
    .nullable(),
  /** Periods that the range cuts or that are not over yet; they are drawn open and are no part of the chart's limits. */
  partial: z.array(day),
  chart: Chart.nullable(),
  /** Why there is no chart, e.g. "Not enough to say: 5 weeks with a value, 12 are needed." */
  noChart: z.string().nullable(),
  rows: z.object({
    in: z.int(),
    out: z.array(z.object({ reason: z.string(), n: z.int() })),
    list: z.array(EvidenceRow).optional(),
  }),
  /** Which of the rows the person who asks may see: they stay with the team that they are of. */
  rowsVisible: z.enum(["all", "some", "none"]),
  /** For a group: the teams that share the measure with it, by name, of how many that own something; null for a team. */
  teams: z.object({ counted: z.array(UnitBrief), of: z.int() }).nullable(),
  /** When components came to the unit or went within the range: the figures before are those of who owned them then. */
  moves: z.array(z.object({ day, text: z.string() })),
  /** Within the range, by day. */
  redrawn: z.array(Redrawn),
  definition: MeasureDefinition,
  /** When the newest fact behind it was read; `null` where there is none. */
  fresh: z.iso.datetime().nullable(),
});
export type MeasureAnswer = z.infer<typeof MeasureAnswer>;

/** `to` is the last day that counts. */
const range = { from: day.optional(), to: day.optional(), every: Every.default("week") };

export const measures = contract({
  method: "GET",
  path: "/api/measures",
  summary: "Every measure with its definition, formula, unit and source",
  input: z.object({}),
  output: z.object({ measures: z.array(MeasureDefinition) }),
});

export const measure = contract({
  method: "GET",
  path: "/api/measures/:id",
  summary: "A measure of a team, group or organisation over time, with its chart and how many rows went in",
  input: z.object({ id: z.string(), unit: z.string(), ...range, rows: z.stringbool().default(false) }),
  output: MeasureAnswer,
});

export const measureRows = contract({
  method: "GET",
  path: "/api/measures/:id/rows",
  summary: "The rows behind a measure, newest first: what went in, or what was left out and why",
  input: z.object({
    id: z.string(),
    unit: z.string(),
    ...range,
    /** Only the period that starts on this day. */
    start: day.optional(),
    left: z.enum(["in", "out"]).default("in"),
    offset: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({ rows: z.array(EvidenceRow), total: z.int() }),
});
