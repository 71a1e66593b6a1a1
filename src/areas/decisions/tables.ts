import {
  boolean,
  customType,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Reading } from "../../core/loops/contract.ts";
import type { Every } from "../../core/measures/contract.ts";
import type { Figures } from "./figures/contract.ts";
import type { FileLink, FileProblem, LeftOut, SourceKind } from "./files/found.ts";
import type {
  Bound,
  Came,
  Capacity,
  Changed,
  Level,
  LinkKind,
  Next,
  Sort,
  Stance,
  Status,
  Taken,
  TurnedOut,
  Undone,
} from "./values.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const day = (name: string) => date(name, { mode: "string" });
const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** Something that a unit, or a person for themselves, decided or is about to decide; or a principle that is agreed on in the same way. */
export const decision = pgTable("decisions_decision", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid(),
  person: text(),
  sort: text().$type<Sort>().notNull().default("decision"),
  title: text().notNull(),
  /** Null: what stands in the file says nothing of it. */
  status: text().$type<Status>(),
  rawStatus: text("raw_status"),
  statusSince: moment("status_since").notNull(),
  proposedAt: moment("proposed_at"),
  decidedOn: day("decided_on"),
  deciders: text().array().notNull().default([]),
  consulted: text().array().notNull().default([]),
  informed: text().array().notNull().default([]),
  /** When it comes back. */
  reviewBy: day("review_by"),
  /** What sort of thing it decides, as the unit calls it. */
  kind: text(),
  level: text().$type<Level>(),
  undone: text().$type<Undone>(),
  /** Markdown below the title. */
  body: text().notNull().default(""),
  /** What was looked at, frozen on the day. */
  readings: jsonb().$type<readonly Reading[]>().notNull().default([]),
  audience: uuid(),
  version: integer().notNull().default(1),
  /** Of one that comes from a file: where, and its bytes as they were read last. */
  source: uuid(),
  path: text(),
  file: bytes(),
  /** The file as it is there, while both sides changed the same lines. */
  fileThere: bytes("file_there"),
  /** Its file is not there any more. */
  gone: boolean().notNull().default(false),
  /** What could not be read in it. */
  problems: text().array().notNull().default([]),
  createdBy: text("created_by"),
  createdAt: moment("created_at").notNull(),
});

/** Where records of decisions are kept as files, and what was found there. */
export const source = pgTable("decisions_source", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  kind: text().$type<SourceKind>().notNull(),
  /** What it is known by from one reading to the next. */
  name: text().notNull(),
  /** Of a repository: as Septet knows it, and the folder in it. */
  component: text(),
  folder: text(),
  twoWay: boolean("two_way").notNull().default(true),
  readAt: moment("read_at"),
  readBy: text("read_by"),
  /** Of all files that were read. */
  print: text(),
  /** Of a repository's folder, Git's own hash of it. */
  tree: text(),
  leftOut: jsonb("left_out").$type<readonly LeftOut[]>().notNull().default([]),
  problems: jsonb().$type<readonly FileProblem[]>().notNull().default([]),
  /** What the files say of each other, by the decisions' ids. */
  links: jsonb().$type<readonly FileLink[]>().notNull().default([]),
  lookedAt: moment("looked_at"),
  trouble: text(),
});

export const version = pgTable(
  "decisions_version",
  {
    decision: uuid().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    status: text().$type<Status>(),
    body: text().notNull(),
    writtenBy: text("written_by"),
    writtenAt: moment("written_at").notNull(),
  },
  (one) => [primaryKey({ columns: [one.decision, one.version] })],
);

export const expectation = pgTable("decisions_expectation", {
  id: uuid().primaryKey().defaultRandom(),
  /** In the order in which they were written. */
  nth: integer().generatedByDefaultAsIdentity(),
  decision: uuid().notNull(),
  statement: text().notNull(),
  /** In percent. */
  sure: integer(),
  resolveBy: day("resolve_by").notNull(),
  measure: text(),
  every: text().$type<Every>().notNull().default("month"),
  bound: text().$type<Bound>(),
  /** In the unit of the measure. */
  value: doublePrecision(),
  /** What the measure said when it was expected. */
  base: jsonb().$type<Reading>(),
  addedBy: text("added_by"),
  addedAt: moment("added_at").notNull(),
  came: text().$type<Came>(),
  cameWords: text("came_words").notNull().default(""),
  /** Where the measure told it. */
  reading: jsonb().$type<Reading>(),
  /** When it was last tried to tell it by its measure. */
  triedAt: moment("tried_at"),
  /** Null, and resolved: the measure told it. */
  resolvedBy: text("resolved_by"),
  resolvedAt: moment("resolved_at"),
});

/** What one person thinks privately of an expectation. */
export const forecast = pgTable(
  "decisions_forecast",
  {
    expectation: uuid().notNull(),
    person: text().notNull(),
    sure: integer().notNull(),
    madeAt: moment("made_at").notNull(),
  },
  (one) => [primaryKey({ columns: [one.expectation, one.person] })],
);

export const advice = pgTable("decisions_advice", {
  id: uuid().primaryKey().defaultRandom(),
  decision: uuid().notNull(),
  person: text(),
  unit: uuid(),
  /** Of whoever is asked, as it was then; it stays when a person goes. */
  name: text().notNull(),
  capacity: text().$type<Capacity>().notNull(),
  askedBy: text("asked_by"),
  askedAt: moment("asked_at").notNull(),
  stance: text().$type<Stance>(),
  said: text(),
  saidBy: text("said_by"),
  saidAt: moment("said_at"),
  taken: text().$type<Taken>(),
  takenWhy: text("taken_why").notNull().default(""),
  takenBy: text("taken_by"),
  takenAt: moment("taken_at"),
});

export const link = pgTable("decisions_link", {
  id: uuid().primaryKey().defaultRandom(),
  decision: uuid().notNull(),
  kind: text().$type<LinkKind>().notNull(),
  to: uuid().notNull(),
  owner: text(),
  until: day("until"),
  words: text().notNull().default(""),
  addedBy: text("added_by"),
  addedAt: moment("added_at").notNull(),
});

/** How well it was decided, said before it is known how it turned out; each from 0 to 100. */
export const quality = pgTable("decisions_quality", {
  decision: uuid().primaryKey(),
  how: integer().notNull(),
  frame: integer(),
  alternatives: integer(),
  information: integer(),
  tradeOffs: integer("trade_offs"),
  reasoning: integer(),
  commitment: integer(),
  saidBy: text("said_by"),
  saidAt: moment("said_at").notNull(),
});

export const outcome = pgTable("decisions_outcome", {
  id: uuid().primaryKey().defaultRandom(),
  decision: uuid().notNull(),
  turnedOut: text("turned_out").$type<TurnedOut>().notNull(),
  next: text().$type<Next>().notNull(),
  words: text().notNull().default(""),
  /** The day on which it had come back. */
  due: day("due"),
  reviewBy: day("review_by"),
  saidBy: text("said_by"),
  saidAt: moment("said_at").notNull(),
});

/** A unit that a decision touches, and what it says that it changed for it. */
export const touched = pgTable(
  "decisions_touched",
  {
    decision: uuid().notNull(),
    unit: uuid().notNull(),
    addedAt: moment("added_at").notNull(),
    changed: text().$type<Changed>(),
    words: text().notNull().default(""),
    saidBy: text("said_by"),
    saidAt: moment("said_at"),
  },
  (one) => [primaryKey({ columns: [one.decision, one.unit] })],
);

/** Who may take decisions of a kind alone, after advice or together; the last line about a kind holds. */
export const delegation = pgTable("decisions_delegation", {
  id: uuid().primaryKey().defaultRandom(),
  nth: integer().generatedByDefaultAsIdentity(),
  unit: uuid().notNull(),
  kind: text().notNull(),
  level: text().$type<Level>(),
  setBy: text("set_by"),
  setAt: moment("set_at").notNull(),
});

/** When a measure that a decision names was last seen to be unusual; it is looked at once a day. */
export const watch = pgTable("decisions_watch", {
  decision: uuid().primaryKey(),
  watchedOn: day("watched_on").notNull(),
  measure: text(),
  /** The first day of the period. */
  since: day("since"),
  /** What the chart said. */
  says: text(),
});

/** What a unit shows of how its decisions went: a copy, with its own words. */
export const shownFigures = pgTable("decisions_shown", {
  unit: uuid().primaryKey(),
  audience: uuid().notNull(),
  annotation: text().notNull().default(""),
  figures: jsonb().$type<Figures>().notNull(),
  countedOn: day("counted_on").notNull(),
  /** When it was last tried to count them anew. */
  triedOn: day("tried_on").notNull(),
  openedAt: moment("opened_at").notNull(),
});
