import {
  boolean,
  date,
  integer,
  pgTable,
  primaryKey,
  text,
  time,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { ItemKind, Mode, Outcome, Phase, Resolved, SayingKind, Voice } from "./values.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const day = (name: string) => date(name, { mode: "string" });

/** Where a unit solves together, on a rhythm, what one person does not decide alone. */
export const forum = pgTable("forums_forum", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  name: text().notNull(),
  purpose: text().notNull().default(""),
  rule: text().notNull(),
  starts: day("starts").notNull(),
  at: time().notNull(),
  /** How long an item may take where nobody says otherwise. */
  minutes: integer().notNull().default(15),
  audience: uuid(),
  createdBy: text("created_by"),
  createdAt: moment("created_at").notNull(),
  endedAt: moment("ended_at"),
});

export const meeting = pgTable("forums_meeting", {
  id: uuid().primaryKey().defaultRandom(),
  forum: uuid().notNull(),
  mode: text().$type<Mode>().notNull(),
  /** To whom the forum was opened when it began; who is let in later does not read it. */
  audience: uuid(),
  /** The day of the rhythm that it was held for. */
  due: day("due"),
  until: day("until"),
  atItem: uuid("at_item"),
  beganBy: text("began_by"),
  beganAt: moment("began_at").notNull(),
  closedBy: text("closed_by"),
  closedAt: moment("closed_at"),
});

export const present = pgTable(
  "forums_present",
  {
    meeting: uuid().notNull(),
    person: text().notNull(),
    cameAt: moment("came_at").notNull(),
    leftAt: moment("left_at"),
  },
  (one) => [primaryKey({ columns: [one.meeting, one.person] })],
);

/** Something to talk about: on the agenda of the next meeting, or taken up in one. */
export const item = pgTable("forums_item", {
  id: uuid().primaryKey().defaultRandom(),
  forum: uuid().notNull(),
  /** Null: on the agenda. */
  meeting: uuid(),
  place: integer().notNull(),
  kind: text().$type<ItemKind>().notNull(),
  title: text().notNull(),
  /** Of those that are proposed for it, the one that it is about now. */
  decision: uuid(),
  ask: uuid(),
  /** Whose matter it is: they take part. */
  unit: uuid(),
  minutes: integer().notNull(),
  putBy: text("put_by"),
  putAt: moment("put_at").notNull(),
  phase: text().$type<Phase>().notNull().default("waiting"),
  phaseSince: moment("phase_since").notNull(),
  moves: integer().notNull().default(0),
  boxUntil: moment("box_until"),
  outcome: text().$type<Outcome>(),
  words: text().notNull().default(""),
  carriedFrom: uuid("carried_from"),
});

/** A decision that is proposed for an item. */
export const proposal = pgTable(
  "forums_proposal",
  {
    item: uuid().notNull(),
    decision: uuid().notNull(),
    nth: integer().generatedByDefaultAsIdentity(),
    putBy: text("put_by"),
    putAt: moment("put_at").notNull(),
  },
  (one) => [primaryKey({ columns: [one.item, one.decision] })],
);

export const saying = pgTable("forums_saying", {
  id: uuid().primaryKey().defaultRandom(),
  nth: integer().generatedByDefaultAsIdentity(),
  meeting: uuid().notNull(),
  item: uuid(),
  kind: text().$type<SayingKind>().notNull(),
  /** Of an answer: the question. */
  about: uuid(),
  words: text().notNull(),
  saidBy: text("said_by"),
  saidAt: moment("said_at").notNull(),
});

export const round = pgTable("forums_round", {
  id: uuid().primaryKey().defaultRandom(),
  nth: integer().generatedByDefaultAsIdentity(),
  item: uuid().notNull(),
  decision: uuid().notNull(),
  openedBy: text("opened_by"),
  openedAt: moment("opened_at").notNull(),
  closedBy: text("closed_by"),
  closedAt: moment("closed_at"),
  /** Null, and closed: it was left before it came to an end. */
  reached: boolean(),
  /** Of the text to which was consented. */
  version: integer(),
});

/** What somebody says in a round, of the version of the text that they had before them. */
export const voice = pgTable("forums_voice", {
  id: uuid().primaryKey().defaultRandom(),
  round: uuid().notNull(),
  person: text(),
  stance: text().$type<Voice>().notNull(),
  words: text().notNull().default(""),
  version: integer().notNull(),
  saidAt: moment("said_at").notNull(),
});

export const objection = pgTable("forums_objection", {
  id: uuid().primaryKey().defaultRandom(),
  round: uuid().notNull(),
  person: text(),
  reason: text().notNull(),
  version: integer().notNull(),
  saidAt: moment("said_at").notNull(),
  resolved: text().$type<Resolved>(),
  resolvedWords: text("resolved_words").notNull().default(""),
  lookOn: day("look_on"),
  resolvedBy: text("resolved_by"),
  resolvedAt: moment("resolved_at"),
});
