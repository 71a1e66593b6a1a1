import { boolean, customType, date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Weekday } from "./weekday.ts";

const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What one person wants to be told outside Septet; without a row, nothing. */
export const choice = pgTable("reminders_choice", {
  person: text().primaryKey(),
  checkInSince: moment("check_in_since"),
  digest: text().$type<Weekday>(),
  digestSince: moment("digest_since"),
  digestTold: text("digest_told").array().notNull().default([]),
  titles: boolean().notNull().default(true),
  lookAt: moment("look_at"),
});

/** The private address of a person's calendar; of its secret only the hash is kept. */
export const calendar = pgTable("reminders_calendar", {
  person: text().primaryKey(),
  id: text().notNull(),
  hash: bytes().notNull(),
  madeAt: moment("made_at").notNull(),
  askedAt: moment("asked_at"),
});

/** Where a team's reminders are posted. */
export const channel = pgTable("reminders_channel", {
  unit: uuid().primaryKey(),
  sealed: text().notNull(),
  host: text().notNull(),
  checkInSince: moment("check_in_since"),
  digest: text().$type<Weekday>(),
  digestSince: moment("digest_since"),
  digestTold: text("digest_told").array().notNull().default([]),
  readings: boolean().notNull().default(false),
  setBy: text("set_by"),
  setAt: moment("set_at").notNull(),
  trouble: text(),
  troubleAt: moment("trouble_at"),
  lookAt: moment("look_at"),
});

/** One row for each thing that is sent to a person, or to a team's channel, on a day. */
export const sent = pgTable("reminders_sent", {
  id: uuid().primaryKey().defaultRandom(),
  person: text(),
  unit: uuid(),
  kind: text().$type<SentKind>().notNull(),
  day: date({ mode: "string" }).notNull(),
  tries: integer().notNull().default(1),
  nextAt: moment("next_at"),
  sentAt: moment("sent_at"),
});

export type SentKind = "check-in" | "digest";
