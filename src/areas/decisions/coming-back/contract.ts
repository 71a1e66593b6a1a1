import { z } from "zod";
import { line, NamedDay, Reading, Rightness, words } from "../../../core/loops/contract.ts";
import { CalibrationPoint } from "../../../core/loops/mine/contract.ts";
import { Every } from "../../../core/measures/contract.ts";
import { UnitBrief } from "../../../core/org/contract.ts";
import { contract } from "../../../platform/http/contract.ts";
import { Bound, Came, Changed, Next, TurnedOut } from "../values.ts";

const day = z.iso.date();
const Somebody = z.object({ id: z.string(), name: z.string() }).nullable();

/** How likely something is, in percent; whoever says 0 or 100 says that it cannot be otherwise. */
export const Likely = z
  .int()
  .min(0, "Write a percentage from 0 to 100.")
  .max(100, "Write a percentage from 0 to 100.");

/** What the measure must say for it to have come; `value` in the unit of the measure: seconds, a share from 0 to 1, a number. */
export const ToldBy = z.object({
  measure: z.string(),
  every: Every.default("month"),
  bound: Bound,
  value: z.number(),
});

export const NewExpectation = z.object({
  statement: line(500),
  sure: Likely.nullable().default(null),
  resolveBy: NamedDay,
  toldBy: ToldBy.optional(),
});
export type NewExpectation = z.output<typeof NewExpectation>;

export const Expectation = z.object({
  id: z.uuid(),
  statement: z.string(),
  /** In percent; `null` where nobody said. */
  sure: Likely.nullable(),
  resolveBy: day,
  /** With the measure's title; `says`: "Change lead time at most 2 days". */
  toldBy: ToldBy.extend({ title: z.string(), says: z.string() }).nullable(),
  /** What the measure said when it was expected. */
  base: Reading.nullable(),
  /** `null` while it is open. */
  came: Came.nullable(),
  words: z.string(),
  /** What the measure said then; `null` where people told it. */
  reading: Reading.nullable(),
  resolved: z.object({ on: day, by: Somebody }).nullable(),
  /** What the person who asks thinks privately, in percent. */
  mine: Likely.nullable(),
  /** Its day has come, and people have to tell it. */
  waits: z.boolean(),
  /** How it stands, in words. */
  says: z.string(),
  can: z.object({ resolve: z.boolean(), forecast: z.boolean(), remove: z.boolean() }),
});
export type Expectation = z.infer<typeof Expectation>;

/** What was said of a decision when it was looked at again. */
export const Outcome = z.object({
  id: z.uuid(),
  turnedOut: TurnedOut,
  next: Next,
  words: z.string(),
  reviewBy: day.nullable(),
  by: Somebody,
  on: day,
});
export type Outcome = z.infer<typeof Outcome>;

/** From 0 to 100. */
const Mark = z.int().min(0, "Write a number from 0 to 100.").max(100, "Write a number from 0 to 100.");
/** The six elements of decision quality (Spetzler, Winter and Meyer, 2016), each from 0 to 100. */
const elements = {
  frame: Mark.nullable().default(null),
  alternatives: Mark.nullable().default(null),
  information: Mark.nullable().default(null),
  tradeOffs: Mark.nullable().default(null),
  reasoning: Mark.nullable().default(null),
  commitment: Mark.nullable().default(null),
};

/** How well it was decided, said before anybody knew how it turned out. */
export const Quality = z.object({ how: Mark, ...elements, by: Somebody, on: day });
export type Quality = z.infer<typeof Quality>;

/** A unit that is touched, and what it says that the decision changed for it. */
export const Touched = z.object({
  unit: UnitBrief,
  changed: Changed.nullable(),
  words: z.string(),
  by: Somebody,
  on: day.nullable(),
  /** It is a unit of one's own. */
  mine: z.boolean(),
});
export type Touched = z.infer<typeof Touched>;

export const addExpectation = contract({
  method: "POST",
  path: "/api/decisions/:id/expectations",
  summary: "Say what is expected of a decision, how sure one is, and on which day it can be told",
  input: NewExpectation.extend({ id: z.uuid() }),
  output: z.object({ expectation: Expectation }),
});

export const resolveExpectation = contract({
  method: "PUT",
  path: "/api/expectations/:id/resolution",
  summary: "Say whether what was expected came; what a measure tells is told by it",
  input: z.object({ id: z.uuid(), came: Came, words: words(2_000).default("") }),
  output: z.object({ expectation: Expectation }),
});

export const removeExpectation = contract({
  method: "DELETE",
  path: "/api/expectations/:id",
  summary: "Take back what was expected, within the day on which it was written",
  input: z.object({ id: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
});

export const forecastExpectation = contract({
  method: "PUT",
  path: "/api/expectations/:id/forecast",
  summary: "Say privately how likely one thinks it is oneself; nobody else sees it",
  input: z.object({ id: z.uuid(), sure: Likely.nullable() }),
  output: z.object({ expectation: Expectation }),
});

export const addOutcome = contract({
  method: "POST",
  path: "/api/decisions/:id/outcomes",
  summary: "Say how a decision turned out, and whether it stands",
  input: z.object({
    id: z.uuid(),
    turnedOut: TurnedOut,
    next: Next.default("stands"),
    words: words(4_000).default(""),
    reviewBy: NamedDay.nullable().default(null),
  }),
  output: z.object({ outcome: Outcome }),
});

export const judgeDecision = contract({
  method: "PUT",
  path: "/api/decisions/:id/quality",
  summary: "Say how well it was decided, before it is known how it turns out; in one answer, or in six",
  input: z.object({ id: z.uuid(), how: Mark, ...elements }),
  output: z.object({ quality: Quality }),
});

export const touchUnits = contract({
  method: "PUT",
  path: "/api/decisions/:id/touched",
  summary: "Name the teams that a decision touches: they read it, and say first what it changed for them",
  input: z.object({ id: z.uuid(), units: z.array(z.string()).max(200) }),
  output: z.object({ touched: z.array(Touched) }),
});

export const sayChanged = contract({
  method: "PUT",
  path: "/api/decisions/:id/touched/:unit",
  summary: "Say what a decision changed for one's team",
  input: z.object({ id: z.uuid(), unit: z.string(), changed: Changed, words: words(2_000).default("") }),
  output: z.object({ touched: z.array(Touched) }),
});

/** How decisions went: counted only from what is known; `null` where it is too little to say. */
const Share = z.object({ share: z.number(), lower: z.number(), upper: z.number() }).nullable();

export const learnt = contract({
  method: "GET",
  path: "/api/decisions/learnt",
  summary:
    "How decisions of a team, or one's own, went: how long they took, what came as expected, what was reversed",
  input: z.object({ unit: z.string().optional() }),
  output: z.object({
    /** By the decisions' own probabilities. */
    rightness: Rightness,
    /** What the person who asks thought privately. */
    mine: Rightness,
    /** Where 20 forecasts or more stand together: what was said, and how often it came. */
    calibration: z.array(CalibrationPoint),
    /** Median and 85th percentile of days from proposal to decision. */
    days: z.object({ median: z.number(), p85: z.number(), n: z.int() }).nullable(),
    /** Each decided one, oldest first, for the chart. */
    decided: z.array(z.object({ id: z.uuid(), title: z.string(), on: day, days: z.number().nullable() })),
    reviewed: z.object({ onTime: z.int(), of: z.int(), interval: Share }),
    reversals: z.object({ n: z.int(), of: z.int(), days: z.number().nullable() }),
    levels: z.object({ alone: z.int(), advice: z.int(), together: z.int(), unknown: z.int() }),
    /** How well it was decided against how it turned out. */
    table: z.object({ goodWell: z.int(), goodBadly: z.int(), poorWell: z.int(), poorBadly: z.int() }),
    /** In words. */
    says: z.array(z.string()),
  }),
});
