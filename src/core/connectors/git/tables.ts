import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { person } from "../../people/tables.ts";
import type { Before } from "./before.ts";
import type { Found } from "./contract.ts";

const time = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A repository that is read, and how far. */
export const repository = pgTable("git_repository", {
  component: text().primaryKey(),
  path: text().notNull(),
  /** Host and path of its `origin`, where it has one. */
  origin: text(),
  /** `auto`, `tags:GLOB`, `branch:NAME` or `none`. */
  rule: text().notNull(),
  /** Shown until there is something real. */
  example: boolean().notNull().default(false),
  /** Where the last reading ended, so that the next one reads only what is new; written when all of it is stored. */
  before: jsonb().$type<Before>(),
  /** The number of a reading that began to store facts and did not come to its end. */
  unfinished: integer(),
});

/** A part of a repository that is a component of its own. */
export const part = pgTable("git_part", {
  component: text().primaryKey(),
  repository: text()
    .notNull()
    .references(() => repository.component),
  /** Which of the repository's paths are its own, as in `.gitignore`. */
  globs: text().array().notNull(),
  /** Its own rule for what is live of it; null where the repository's deployments count for it. */
  deployments: text(),
});

/** One import, from the asking to its end. */
export const gitImport = pgTable("git_import", {
  id: uuid().primaryKey().defaultRandom(),
  path: text().notNull(),
  component: text(),
  /** The slug of the team that was named, and then of the one that owns it; null until then. */
  unit: text(),
  /** The slug of the unit that owned it until this import. */
  movedFrom: text("moved_from"),
  /** As asked for; null for "as last time". */
  rule: text(),
  example: boolean().notNull().default(false),
  state: text({ enum: ["waiting", "running", "done", "failed"] })
    .notNull()
    .default("waiting"),
  done: integer().notNull().default(0),
  total: integer(),
  found: jsonb().$type<Found>(),
  problem: text(),
  /** The person; null where it came by itself. */
  askedBy: text("asked_by").references(() => person.id, { onDelete: "set null" }),
  startedAt: time("started_at").notNull().defaultNow(),
  endedAt: time("ended_at"),
});
