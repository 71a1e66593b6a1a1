import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { Every, MeasureAnswer, Signal } from "../measures/contract.ts";
import { UnitBrief } from "../org/contract.ts";
import { PLAIN_LINES, plainLine } from "../plain-text.ts";
import { Mark } from "./marks.ts";

const day = z.iso.date();

/** A day that somebody names; any other is a slip of the pen, and no calendar takes it. */
export const NamedDay = day.refine(
  (named) => named >= "1970-01-01" && named < "2200-01-01",
  "Write a day from 1970 to 2199.",
);

/** Words of somebody's, over several lines. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Write at most ${most.toLocaleString("en")} characters.`)
    .regex(PLAIN_LINES, "There are control characters in it.");

export const line = (most: number) =>
  z.string().trim().regex(plainLine(most), `Write 1 to ${most} characters on one line.`);

export const Direction = z.enum(["lower", "same", "higher"]);
export type Direction = z.infer<typeof Direction>;
/** What a team makes of a reading. */
export const Sense = z.enum(["usual", "unusual", "unclear"]);
export type Sense = z.infer<typeof Sense>;
/** What it does about it. */
export const Next = z.enum(["nothing", "try", "decide", "ask"]);
export type Next = z.infer<typeof Next>;
export const ExperimentKind = z.enum(["experiment", "look-back"]);
export type ExperimentKind = z.infer<typeof ExperimentKind>;
/** How a look at an experiment ends. */
export const Ends = z.enum(["keep", "drop", "go-on", "abandoned"]);
export type Ends = z.infer<typeof Ends>;

/** In percent, how sure somebody is; without it only the direction counts. */
export const Sure = z
  .int()
  .min(1, "Write a percentage from 1 to 99.")
  .max(99, "Write a percentage from 1 to 99.");

/** A measure's latest complete period, as it was when it was looked at. */
export const Reading = z.object({
  measure: z.string(),
  title: z.string(),
  unit: z.enum(["seconds", "ratio", "changes", "deployments"]),
  every: Every,
  /** The first day of the period. */
  start: day,
  /** `null` where it is unknown. */
  value: z.number().nullable(),
  n: z.int(),
  usual: z.object({ lower: z.number(), upper: z.number() }).nullable(),
  /** What was unusual on the chart then. */
  unusual: z.array(Signal),
  /** What the chart said, in words. */
  sentence: z.string(),
});
export type Reading = z.infer<typeof Reading>;

const Somebody = z.object({ id: z.string(), name: z.string() }).nullable();

/** The rhythm of a loop. */
export const Cadence = z.object({
  /** RFC 5545 recurrence, without DTSTART: `FREQ=WEEKLY;BYDAY=MO`. */
  rule: z.string(),
  starts: day,
  /** Local time, `09:30`. */
  at: z.string(),
  timeZone: z.string(),
  /** In words: "every Monday". */
  says: z.string(),
});
export type Cadence = z.infer<typeof Cadence>;

export const Loop = z.object({
  id: z.uuid(),
  area: z.string(),
  question: z.string(),
  /** Whose it is; `null` is one's own. */
  unit: UnitBrief.nullable(),
  /** Whose figures it looks at. */
  about: UnitBrief.nullable(),
  measures: z.array(z.object({ id: z.string(), title: z.string() })),
  every: Every,
  cadence: Cadence,
  /** Those who see the question and the readings that are shown to them; `null` is nobody else. */
  audience: UnitBrief.nullable(),
  /** After how many days a reading is shown to them by itself. */
  shareAfter: z.int().nullable(),
  /** Who sees it, in words. */
  seenBy: z.string(),
  ended: z.boolean(),
  /** The day of the turn that waits; `null` where none does. */
  due: day.nullable(),
  /** The day of the next one. */
  next: day.nullable(),
  /** The day of the last that was done. */
  last: day.nullable(),
  can: z.object({ change: z.boolean() }),
});
export type Loop = z.infer<typeof Loop>;

/** What the next reading will be, and, once it is there, what it was. */
export const Guess = z.object({
  direction: Direction,
  sure: Sure.nullable(),
  /** The day of the turn at which it is looked up. */
  lookedUp: day,
  /** `null` while it is open, or where there was no reading to tell by. */
  came: Direction.nullable(),
  resolved: z.boolean(),
  /** In words: "Last time you said: about the same. It was." */
  says: z.string(),
});
export type Guess = z.infer<typeof Guess>;

export const FollowUp = z.object({
  kind: z.string(),
  id: z.uuid(),
  day,
  what: z.string(),
  expected: z.string(),
  came: z.string(),
  href: z.string(),
});
export type FollowUp = z.infer<typeof FollowUp>;

export const Turn = z.object({
  loop: z.uuid(),
  due: day,
  sense: Sense.nullable(),
  note: z.string(),
  annotation: z.string(),
  next: Next.nullable(),
  /** Of the words: 0 where nobody has written any yet. */
  version: z.int(),
  done: z.object({ at: z.iso.datetime(), by: Somebody }).nullable(),
  readings: z.array(Reading),
  /** What was guessed at this turn: by the team, and by the person who asks. */
  guess: Guess.nullable(),
  mine: Guess.nullable(),
  followUps: z.array(FollowUp),
});
export type Turn = z.infer<typeof Turn>;

/** A reading that a team shows, with the words that it chose for it. */
export const Shown = z.object({
  loop: z.uuid(),
  question: z.string(),
  area: z.string(),
  unit: UnitBrief.nullable(),
  due: day,
  reading: Reading.nullable(),
  annotation: z.string(),
});
export type Shown = z.infer<typeof Shown>;

/** How often what was guessed came. */
export const Rightness = z.object({
  right: z.int(),
  of: z.int(),
  /** Share with its 95 % interval after Wilson; `null` where nothing was guessed. */
  interval: z.object({ share: z.number(), lower: z.number(), upper: z.number() }).nullable(),
  /** Mean squared error of the probabilities that were given, 0 to 1; `null` where none was. */
  brier: z.object({ score: z.number(), of: z.int() }).nullable(),
  /** In words. */
  says: z.string(),
});
export type Rightness = z.infer<typeof Rightness>;

export const starters = contract({
  method: "GET",
  path: "/api/starters",
  summary: "Questions to begin with, for each area, each with what it is good for",
  input: z.object({}),
  output: z.object({
    areas: z.array(
      z.object({
        area: z.string(),
        title: z.string(),
        question: z.string(),
        starters: z.array(
          z.object({
            question: z.string(),
            goodFor: z.string(),
            measures: z.array(z.string()),
            own: z.boolean(),
          }),
        ),
      }),
    ),
  }),
});

export const loops = contract({
  method: "GET",
  path: "/api/loops",
  summary:
    "The loops of a team, group or organisation, or one's own, and what the units below it show of theirs",
  input: z.object({
    /** The slug; without it, one's own. */
    unit: z.string().optional(),
    ended: z.stringbool().default(false),
  }),
  output: z.object({
    loops: z.array(Loop),
    /** The latest reading of each loop that units below show to this one, by the names of the units. */
    shown: z.array(Shown),
    can: z.object({ add: z.boolean() }),
    /** With whom they can be shared: the units above, the nearest first. */
    audiences: z.array(UnitBrief),
  }),
});

const rhythm = {
  /** RFC 5545 recurrence, without DTSTART: `FREQ=WEEKLY;BYDAY=MO`. */
  rule: z.string().trim().max(300),
  /** Local time. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time like 09:30."),
  every: Every,
};

const question = line(300);
const measuresOf = z.array(z.string()).max(6, "A loop looks at six measures at most.");

export const addLoop = contract({
  method: "POST",
  path: "/api/loops",
  summary: "Begin to ask a question on a rhythm; only the team, or the person, sees it",
  input: z.object({
    /** Whose it shall be: a unit's slug; without it, one's own. */
    unit: z.string().optional(),
    /** For one's own: the unit whose figures it looks at. */
    about: z.string().optional(),
    area: z.string(),
    question,
    measures: measuresOf.default([]),
    rule: rhythm.rule.default("FREQ=WEEKLY;BYDAY=MO"),
    at: rhythm.at.default("09:00"),
    every: rhythm.every.default("week"),
    /** Its first day; without it, today. */
    starts: NamedDay.optional(),
  }),
  output: Loop,
});

export const changeLoop = contract({
  method: "PATCH",
  path: "/api/loops/:id",
  summary: "Change a loop: its question, what it looks at, its rhythm, who sees it; or end it",
  input: z.object({
    id: z.uuid(),
    question: question.optional(),
    measures: measuresOf.optional(),
    rule: rhythm.rule.optional(),
    at: rhythm.at.optional(),
    every: rhythm.every.optional(),
    /** The slug of a unit above; `null` takes it back, with all that was shown. */
    audience: z.string().nullable().optional(),
    /** Days after which a reading is shown by itself; `null`: never by itself. */
    shareAfter: z.int().min(0).max(90).nullable().optional(),
    ended: z.boolean().optional(),
  }),
  output: Loop,
});

export const loop = contract({
  method: "GET",
  path: "/api/loops/:id",
  summary: "One loop: what it looks at, its turns, what was done about it and what came of that",
  input: z.object({
    id: z.uuid(),
    /** How many weeks of the charts. */
    weeks: z.coerce.number().int().min(4).max(260).default(26),
  }),
  output: z.object({
    loop: Loop,
    /** What it looks at; a measure that the person who asks may not see is left out. */
    answers: z.array(MeasureAnswer),
    /** Newest first. For those who only have it shared: none. */
    turns: z.array(Turn),
    /** What is shown to those it is shared with, newest first. */
    shown: z.array(Shown),
    /** What was done about it, newest first. */
    followUps: z.array(FollowUp),
    marks: z.array(Mark),
    /** How often the team was right, or for a loop of one's own that person; `null` where it is not for the person who asks. */
    rightness: Rightness.nullable(),
    /** What only the person who asks guessed, and sees. */
    mine: Rightness.nullable(),
    /** From what was unusual to the turn that saw it, and to what was done; for those whose loop it is. */
    noticed: z
      .object({
        /** Newest first. Days; `null` where nothing was done yet. */
        list: z.array(
          z.object({ start: day, title: z.string(), notice: z.number(), act: z.number().nullable() }),
        ),
        /** Medians in days, of at least five; else `null`. */
        notice: z.number().nullable(),
        act: z.number().nullable(),
      })
      .nullable(),
  }),
});
