import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { UnitBrief } from "../../org/contract.ts";
import { line, words } from "../contract.ts";

const day = z.iso.date();

export const QuestionKind = z.enum(["scale", "choice", "words"]);
export type QuestionKind = z.infer<typeof QuestionKind>;
/** All had answered, its last day was over, or somebody closed it. */
export const ClosedBecause = z.enum(["all", "day", "hand"]);
export type ClosedBecause = z.infer<typeof ClosedBecause>;

/** Of which a scale has five steps, and is told as such. */
export const SCALE = [1, 2, 3, 4, 5] as const;
/** More nobody answers in a minute. */
export const MOST_QUESTIONS = 5;

const option = line(100);
const text = line(300);

export const NewScale = z.object({
  kind: z.literal("scale"),
  text,
  /** What 1 and 5 mean. */
  options: z.tuple([option, option]),
});
export const NewChoice = z.object({
  kind: z.literal("choice"),
  text,
  options: z
    .array(option)
    .min(2, "Give two answers to choose from, or more.")
    .max(7, "Give seven answers to choose from at most.")
    .refine((all) => new Set(all).size === all.length, "Give each answer once."),
});

/** A question that is new: it keeps these words for ever. */
export const NewQuestion = z.discriminatedUnion("kind", [
  NewScale,
  NewChoice,
  z.object({ kind: z.literal("words"), text, options: z.tuple([]).default([]) }),
]);
export type NewQuestion = z.infer<typeof NewQuestion>;

export const PulseQuestion = z.object({
  id: z.uuid(),
  kind: QuestionKind,
  text: z.string(),
  /** Of a choice what can be chosen; of a scale from 1 to 5 what 1 and 5 mean. */
  options: z.array(z.string()),
});
export type PulseQuestion = z.infer<typeof PulseQuestion>;

/** What one question came to in one round. */
export const QuestionResult = z.object({
  question: PulseQuestion,
  /** How many answered it; `null` where fewer than two did: what one says alone is not told. */
  n: z.int().nullable(),
  /** How many gave each answer, in their order; of words none. */
  counts: z.array(z.int()).nullable(),
  /** Of a scale. */
  mean: z.number().nullable(),
  /** The words that their authors let the others read, in the order of the alphabet; signed where the author wanted that. */
  words: z.array(z.object({ words: z.string(), by: z.string().nullable() })),
});
export type QuestionResult = z.infer<typeof QuestionResult>;

export const PulseRound = z.object({
  id: z.uuid(),
  /** The day on which it opened. */
  opened: day,
  /** The last day on which it can be answered. */
  until: day,
  /** The day on which it closed; `null` while it is open. */
  closed: day.nullable(),
  because: ClosedBecause.nullable(),
  /** How many it asks. */
  asked: z.int(),
  /** How many have answered; `null` where it would tell one of two what the other does. */
  answered: z.int().nullable(),
  /** Whether it asks the person who asks for it. */
  asksMe: z.boolean(),
  /** Whether that person has answered anything: nobody else is told. */
  answeredByMe: z.boolean(),
  /** `null` while it is open, and for those whom it did not ask. */
  results: z.array(QuestionResult).nullable(),
});
export type PulseRound = z.infer<typeof PulseRound>;

export const Pulse = z.object({
  id: z.uuid(),
  unit: UnitBrief,
  /** The loop that looks at it: its question, and its rhythm in words. */
  loop: z.object({ id: z.uuid(), question: z.string(), says: z.string(), ended: z.boolean() }),
  /** So many days before each turn of the loop a round opens by itself; `null`: when somebody opens one. */
  ahead: z.int().nullable(),
  /** The group to which it is open: its rounds from then on are counted with those of other teams, in one figure. */
  openTo: UnitBrief.nullable(),
  /** What the next round asks, in its order. */
  questions: z.array(PulseQuestion),
  open: PulseRound.nullable(),
  /** Those that are closed, newest first. */
  rounds: z.array(PulseRound),
});
export type Pulse = z.infer<typeof Pulse>;

/** Questions to begin with, and what they are good for. */
export const ReadyPulse = z.object({
  title: z.string(),
  goodFor: z.string(),
  question: z.string(),
  questions: z.array(NewQuestion),
});
export type ReadyPulse = z.infer<typeof ReadyPulse>;

export const unitPulses = contract({
  method: "GET",
  path: "/api/units/:slug/pulses",
  summary:
    "The pulses of a team or group, with what their rounds came to; and some that are ready to begin with",
  input: z.object({ slug: z.string() }),
  output: z.object({ pulses: z.array(Pulse), ready: z.array(ReadyPulse) }),
});

export const loopPulse = contract({
  method: "GET",
  path: "/api/loops/:id/pulse",
  summary: "The pulse that a loop looks at, if it looks at one",
  input: z.object({ id: z.uuid() }),
  output: z.object({ pulse: Pulse.nullable() }),
});

const questions = <Each extends z.ZodType>(each: Each) =>
  z
    .array(each)
    .min(1, "Ask one question at least.")
    .max(MOST_QUESTIONS, `Ask ${MOST_QUESTIONS} questions at most.`);
const ahead = z
  .int()
  .min(1, "A round opens 1 to 14 days before.")
  .max(14, "A round opens 1 to 14 days before.");

export const beginPulse = contract({
  method: "POST",
  path: "/api/units/:slug/pulses",
  summary: "Begin a pulse, with a loop that looks at it; nothing is asked until a round opens",
  input: z.object({
    slug: z.string(),
    /** The area of its loop. */
    area: z.string(),
    /** What it is looked at for. */
    question: text,
    questions: questions(NewQuestion),
    /** RFC 5545 recurrence of its loop, without DTSTART. */
    rule: z.string().trim().max(300).default("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO"),
    ahead: ahead.nullable().default(null),
  }),
  output: Pulse,
});

export const changePulse = contract({
  method: "PATCH",
  path: "/api/pulses/:id",
  summary:
    "Change what the next rounds ask, or whether they open by themselves; a round that is open stays as it is",
  input: z.object({
    id: z.uuid(),
    /** All that shall be asked, in its order: those there are by their ids, and new ones. */
    questions: questions(z.union([z.object({ id: z.uuid() }).strict(), NewQuestion])).optional(),
    ahead: ahead.nullable().optional(),
  }),
  output: Pulse,
});

export const openRound = contract({
  method: "POST",
  path: "/api/pulses/:id/rounds",
  summary: "Open a round: those who belong today are asked, until a day",
  input: z.object({
    id: z.uuid(),
    /** The last day on which it can be answered; without it, the day a week from today. */
    until: day.optional(),
  }),
  output: PulseRound,
});

/** What the person who asks answered. */
export const OwnAnswer = z.object({
  question: z.uuid(),
  /** From 1 on, for a scale or a choice. */
  option: z.int().min(1).max(7).nullable().default(null),
  words: words(2_000).nullable().default(null),
  /** Of words: those who are asked with them may read them, */
  teamReads: z.boolean().default(false),
  /** and see who wrote them. */
  signed: z.boolean().default(false),
});
export type OwnAnswer = z.infer<typeof OwnAnswer>;

/** A round with what the person who asks for it answered. */
export const RoundPage = z.object({
  unit: UnitBrief,
  pulse: z.uuid(),
  loop: z.object({ id: z.uuid(), question: z.string() }),
  round: PulseRound,
  questions: z.array(PulseQuestion),
  mine: z.array(OwnAnswer),
  /** Who will see what, in words. */
  promise: z.array(z.string()),
});
export type RoundPage = z.infer<typeof RoundPage>;

export const round = contract({
  method: "GET",
  path: "/api/rounds/:id",
  summary: "One round: its questions, what oneself answered, and, once it is closed, what it came to",
  input: z.object({ id: z.uuid() }),
  output: RoundPage,
});

export const answerRound = contract({
  method: "PUT",
  path: "/api/rounds/:id/answers",
  summary: "Answer a round, all at once and again until it closes; what is left out is skipped",
  input: z.object({ id: z.uuid(), answers: z.array(OwnAnswer).max(MOST_QUESTIONS) }),
  output: RoundPage,
});

export const closeRound = contract({
  method: "POST",
  path: "/api/rounds/:id/closed",
  summary: "Close a round before its last day is over: those who were asked see what it came to",
  input: z.object({ id: z.uuid() }),
  output: RoundPage,
});

export const takeWordsBack = contract({
  method: "DELETE",
  path: "/api/rounds/:id/words/:question",
  summary: "Take back that others may read what oneself wrote, at any time",
  input: z.object({ id: z.uuid(), question: z.uuid() }),
  output: z.object({}),
});
