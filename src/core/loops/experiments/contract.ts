import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { Every, MeasureAnswer } from "../../measures/contract.ts";
import { UnitBrief } from "../../org/contract.ts";
import { FromTurn, Title } from "../check-in/contract.ts";
import { Direction, Ends, ExperimentKind, NamedDay, Sure, words } from "../contract.ts";
import { Mark } from "../marks.ts";

const day = z.iso.date();

/** What the measure shows since a change: an estimate, its interval, what the chart's rules say, and how likely chance is. */
export const Shows = z.object({
  /** Complete periods with a value, before and since. */
  known: z.object({ before: z.int(), since: z.int() }),
  /** `null` where there is too little to say. */
  effect: z
    .object({
      /** The typical period before and since, in the unit of the measure. */
      was: z.number(),
      is: z.number(),
      scale: z.enum(["log", "linear"]),
      /** On a log scale how many times as much, else the difference. */
      estimate: z.number(),
      /** `null` where no period differs from another. */
      sure: z
        .object({
          /** The 95 % interval of the estimate. */
          lower: z.number(),
          upper: z.number(),
          /** How often a difference at least so large would come about if nothing had changed, 0 to 1. */
          chance: z.number(),
          /** The chance that it is nothing is at least this, if before looking either was as likely. */
          nothing: z.number(),
        })
        .nullable(),
    })
    .nullable(),
  /** Which way it went, as far as can be told: the interval lies on one side, or `same`. `null`: too little to say. */
  came: Direction.nullable(),
  /** What the rules of the chart say of the periods since, against the limits from before. */
  rule: z.string().nullable(),
  /** In words: what the measure shows, and how sure one can be. */
  says: z.array(z.string()),
});
export type Shows = z.infer<typeof Shows>;

export const Conclusion = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  ends: Ends,
  words: z.string(),
  shows: Shows.nullable(),
  asExpected: z.boolean().nullable(),
  real: z.boolean(),
  lookAgain: day.nullable(),
});
export type Conclusion = z.infer<typeof Conclusion>;

export const Experiment = z.object({
  id: z.uuid(),
  kind: ExperimentKind,
  /** Whose it is; `null` is one's own. */
  unit: UnitBrief.nullable(),
  area: z.string(),
  title: z.string(),
  why: z.string(),
  measure: z.object({ id: z.string(), title: z.string() }).nullable(),
  every: Every,
  begins: day,
  /** What is expected of the measure, in words as well; `null` where it is seen in words alone. */
  expects: z
    .object({ direction: Direction, size: z.number().nullable(), sure: Sure.nullable(), says: z.string() })
    .nullable(),
  lookAgain: day,
  /** How it stands: it runs, it has come back, or how it ended. */
  state: z.enum(["runs", "back", "keep", "drop", "abandoned"]),
  conclusions: z.array(Conclusion),
  can: z.object({ conclude: z.boolean() }),
});
export type Experiment = z.infer<typeof Experiment>;

export const experiments = contract({
  method: "GET",
  path: "/api/experiments",
  summary: "The experiments and look backs of a team, or one's own, the newest first",
  input: z.object({
    /** The slug; without it, one's own. */
    unit: z.string().optional(),
  }),
  output: z.object({ experiments: z.array(Experiment), can: z.object({ add: z.boolean() }) }),
});

const expected = {
  direction: Direction.optional(),
  /** Roughly how much, as a ratio: 0.3 is by 30 %. */
  size: z.number().positive().max(100).nullable().default(null),
  sure: Sure.nullable().default(null),
};

export const beginExperiment = contract({
  method: "POST",
  path: "/api/experiments",
  summary: "Try something: what is changed, what is expected of it, and when to look again",
  input: z.object({
    /** Whose it shall be: a unit's slug; without it, one's own. */
    unit: z.string().optional(),
    area: z.string(),
    title: Title,
    why: words(4_000).default(""),
    /** The id of the measure that shall show it; without it, it is seen in words alone. */
    measure: z.string().optional(),
    every: Every.default("week"),
    ...expected,
    /** The first day; without it, today. */
    begins: NamedDay.optional(),
    /** When to look again; without it, when there will be enough to say. */
    lookAgain: NamedDay.optional(),
    /** The turn of a loop that it comes from. */
    from: FromTurn.optional(),
  }),
  output: Experiment,
});

export const lookBack = contract({
  method: "POST",
  path: "/api/look-backs",
  summary:
    "Look back at something that was changed in the past: guessed first, then looked at on data that is there",
  input: z.object({
    unit: z.string().optional(),
    area: z.string(),
    title: Title,
    measure: z.string(),
    every: Every.default("week"),
    /** The day of the change. */
    begins: NamedDay,
    /** What one thinks that came of it, before looking. */
    ...{ ...expected, direction: Direction },
  }),
  output: Experiment,
});

export const experiment = contract({
  method: "GET",
  path: "/api/experiments/:id",
  summary:
    "One experiment: what was expected, what the measure shows by now, what else happened, what was concluded",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    experiment: Experiment,
    /** The chart, from some time before it began; `null` where it has no measure, or nothing is known of it. */
    answer: MeasureAnswer.nullable(),
    shows: Shows.nullable(),
    /** What else happened in those weeks. */
    since: z.array(Mark),
  }),
});

export const changeExperiment = contract({
  method: "PATCH",
  path: "/api/experiments/:id",
  summary:
    "Mend the words of an experiment that runs, or look at it on another day; what is expected stays as it was",
  input: z.object({
    id: z.uuid(),
    title: Title.optional(),
    why: words(4_000).optional(),
    lookAgain: NamedDay.optional(),
  }),
  output: Experiment,
});

export const concludeExperiment = contract({
  method: "POST",
  path: "/api/experiments/:id/conclusions",
  summary:
    "Say what is concluded of an experiment: keep it, drop it, go on, or that it was abandoned and why",
  input: z.object({
    id: z.uuid(),
    ends: Ends,
    words: words(4_000).default(""),
    /** The process is another one since: limits are drawn anew from the day on which it began. */
    real: z.boolean().default(false),
    /** For `go-on`: when to look again; without it, when there will be more to say. */
    lookAgain: NamedDay.optional(),
  }),
  output: Experiment,
});
