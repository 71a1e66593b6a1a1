import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  real,
  text,
  time,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Every } from "../measures/contract.ts";
import type { notShown } from "../sharing/not-shown.ts";
import type { Direction, Ends, ExperimentKind, Next, Reading, Sense } from "./contract.ts";
import type { Shows } from "./experiments/contract.ts";
import type { GuessBase } from "./guess.ts";
import type { ClosedBecause, QuestionKind } from "./pulse/contract.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Whose a thing is: a unit's, or a person's. Just one of them is there. */
const owner = { unit: uuid(), person: text(), about: uuid() };

/** A question that is asked on a rhythm. */
export const loop = pgTable("loops_loop", {
  id: uuid().primaryKey().defaultRandom(),
  ...owner,
  area: text().notNull(),
  question: text().notNull(),
  /** Ids; the first is the one that is guessed. None: it is answered in words alone. */
  measures: text().array().notNull().default([]),
  every: text().$type<Every>().notNull().default("week"),
  /** RFC 5545 without DTSTART. */
  rule: text().notNull(),
  starts: date({ mode: "string" }).notNull(),
  at: time().notNull().default("09:00"),
  /** Null follows the unit. */
  timeZone: text("time_zone"),
  audience: uuid(),
  /** Turns that were done before are not shown by themselves. */
  sharedSince: moment("shared_since"),
  shareAfter: integer("share_after"),
  createdBy: text("created_by"),
  createdAt: moment("created_at").notNull().defaultNow(),
  endedAt: moment("ended_at"),
});

/** One turn of a loop, begun when somebody first writes something. A turn that nobody took is not there. */
export const turn = pgTable("loops_turn", {
  id: uuid().primaryKey().defaultRandom(),
  loop: uuid().notNull(),
  due: date({ mode: "string" }).notNull(),
  sense: text().$type<Sense>(),
  /** For those whose loop it is; it never leaves. */
  note: text().notNull().default(""),
  /** For those with whom the reading is shared. */
  annotation: text().notNull().default(""),
  next: text().$type<Next>(),
  /** Of the words; counts up with each change of them. */
  version: integer().notNull().default(0),
  begunAt: moment("begun_at").notNull(),
  doneAt: moment("done_at"),
  doneBy: text("done_by"),
  /** What was looked at, as it was when it was done. */
  readings: jsonb().$type<readonly Reading[]>().notNull().default([]),
});

/** What others see of a turn. */
export const shown = pgTable("loops_shown", {
  turn: uuid().primaryKey(),
  loop: uuid().notNull(),
  audience: uuid().notNull(),
  due: date({ mode: "string" }).notNull(),
  reading: jsonb().$type<Reading>(),
  annotation: text().notNull().default(""),
  shownAt: moment("shown_at").notNull(),
  takenBackAt: moment("taken_back_at"),
});

/** What the next reading will be; the team's has no person. */
export const guess = pgTable("loops_guess", {
  id: uuid().primaryKey().defaultRandom(),
  loop: uuid().notNull(),
  turn: uuid().notNull(),
  person: text(),
  direction: text().$type<Direction>().notNull(),
  /** In percent. */
  sure: integer(),
  base: jsonb().$type<GuessBase>().notNull(),
  /** The day of the turn at which it is looked up. */
  lookedUp: date("looked_up", { mode: "string" }).notNull(),
  madeAt: moment("made_at").notNull(),
  resolvedAt: moment("resolved_at"),
  came: text().$type<Direction>(),
  reading: jsonb().$type<Reading>(),
});

/** Something tried, or, as a look back, something that was changed in the past. */
export const experiment = pgTable("loops_experiment", {
  id: uuid().primaryKey().defaultRandom(),
  ...owner,
  area: text().notNull(),
  kind: text().$type<ExperimentKind>().notNull(),
  title: text().notNull(),
  why: text().notNull().default(""),
  measure: text(),
  every: text().$type<Every>().notNull().default("week"),
  begins: date({ mode: "string" }).notNull(),
  direction: text().$type<Direction>(),
  /** As a ratio: 0.3 is by 30 %. */
  size: real(),
  sure: integer(),
  lookAgain: date("look_again", { mode: "string" }).notNull(),
  createdBy: text("created_by"),
  createdAt: moment("created_at").notNull(),
});

/** What was concluded of an experiment; the last one says how it stands. */
export const conclusion = pgTable("loops_conclusion", {
  id: uuid().primaryKey().defaultRandom(),
  experiment: uuid().notNull(),
  ends: text().$type<Ends>().notNull(),
  words: text().notNull().default(""),
  shows: jsonb().$type<Shows>(),
  asExpected: boolean("as_expected"),
  real: boolean().notNull().default(false),
  lookAgain: date("look_again", { mode: "string" }),
  concludedBy: text("concluded_by"),
  concludedAt: moment("concluded_at").notNull(),
});

/** What a turn led to, by the name that its module has for it. */
export const followUp = pgTable("loops_follow_up", {
  turn: uuid().notNull(),
  kind: text().notNull(),
  thing: uuid().notNull(),
  at: moment("at").notNull(),
});

/** A few questions that a unit asks those who belong to it, in rounds. */
export const pulse = pgTable("loops_pulse", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  loop: uuid().notNull(),
  /** So many days before each turn a round opens by itself; null: when somebody opens one. */
  ahead: integer(),
  begunBy: text("begun_by"),
  begunAt: moment("begun_at").notNull(),
  /** What a group offers, that the unit took up. */
  offer: uuid(),
  /** Since when what it comes to may be counted in that group's figure. */
  openedAt: moment("opened_at"),
});

/** It keeps its words for ever. */
export const pulseQuestion = pgTable("loops_pulse_question", {
  id: uuid().primaryKey().defaultRandom(),
  pulse: uuid().notNull(),
  kind: text().$type<QuestionKind>().notNull(),
  text: text().notNull(),
  /** Of a choice what can be chosen, of a scale what its two ends mean. */
  options: text().array().notNull().default([]),
  place: integer().notNull(),
  writtenAt: moment("written_at").notNull(),
  retiredAt: moment("retired_at"),
  /** The question of a group that it is, word for word. */
  offered: uuid(),
});

/** One asking; what the database fixes when it opens and counts when it closes is never written from here. */
export const pulseRound = pgTable("loops_pulse_round", {
  id: uuid().primaryKey().defaultRandom(),
  pulse: uuid().notNull(),
  questions: uuid().array().notNull(),
  asked: integer().notNull(),
  /** The fewest answers that may ever be told together beyond the unit. */
  threshold: integer().notNull().default(5),
  turn: date({ mode: "string" }),
  openedBy: text("opened_by"),
  openedAt: moment("opened_at").notNull(),
  /** The last day on which it can be answered. */
  until: date({ mode: "string" }).notNull(),
  closedAt: moment("closed_at"),
  closedBecause: text("closed_because").$type<ClosedBecause>(),
  closedBy: text("closed_by"),
  /** How many answered anything. */
  answered: integer(),
});

export const pulseAsked = pgTable("loops_pulse_asked", {
  round: uuid().notNull(),
  person: text().notNull(),
});

/** Read by its author alone. */
export const pulseAnswer = pgTable("loops_pulse_answer", {
  round: uuid().notNull(),
  question: uuid().notNull(),
  person: text().notNull(),
  /** From 1 on. */
  option: integer(),
  words: text(),
  teamReads: boolean("team_reads").notNull().default(false),
  signed: boolean().notNull().default(false),
});

/** What a round came to; only of questions that two or more answered. */
export const pulseCount = pgTable("loops_pulse_count", {
  round: uuid().notNull(),
  question: uuid().notNull(),
  n: integer().notNull(),
  counts: integer().array().notNull(),
});

/** Questions that a group offers to the teams below it. */
export const offer = pgTable("loops_offer", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  question: text().notNull(),
  offeredBy: text("offered_by"),
  offeredAt: moment("offered_at").notNull(),
});

export const offerQuestion = pgTable("loops_offer_question", {
  id: uuid().primaryKey().defaultRandom(),
  offer: uuid().notNull(),
  kind: text().$type<"scale" | "choice">().notNull(),
  text: text().notNull(),
  options: text().array().notNull(),
  place: integer().notNull(),
});

/** Rounds of teams that close after it opens are counted together, once its last day is over. */
export const gathering = pgTable("loops_gathering", {
  id: uuid().primaryKey().defaultRandom(),
  offer: uuid().notNull(),
  threshold: integer().notNull().default(5),
  openedBy: text("opened_by"),
  openedAt: moment("opened_at").notNull(),
  until: date({ mode: "string" }).notNull(),
  closedAt: moment("closed_at"),
});

/** What is told of one question, or why nothing is. */
export const figure = pgTable("loops_figure", {
  gathering: uuid().notNull(),
  question: uuid().notNull(),
  because: text().$type<keyof typeof notShown>(),
  teams: integer(),
  n: integer(),
  counts: integer().array(),
});

/** Who somebody is among those who answer an offer; gone with the person. Read by the jobs alone. */
export const respondent = pgTable("loops_respondent", {
  offer: uuid().notNull(),
  person: text().notNull(),
  respondent: uuid().notNull().defaultRandom(),
});

/** Who was counted, without a way to the person once that is gone. */
export const counted = pgTable("loops_counted", {
  gathering: uuid().notNull(),
  question: uuid().notNull(),
  team: uuid().notNull(),
  respondent: uuid().notNull(),
});
