import { date, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Visibility } from "../sharing/visibility.ts";

/** A remark beside a unit's chart, on a day: a person's own, seen by whom they say. */
export const note = pgTable("notes_note", {
  id: uuid().primaryKey().defaultRandom(),
  /** Null once the person is gone: what was shared stays without the name. */
  author: text(),
  unit: uuid().notNull(),
  /** The id of the measure whose chart it stands beside. */
  measure: text().notNull(),
  day: date({ mode: "string" }).notNull(),
  text: text().notNull(),
  visibility: text().$type<Visibility>().notNull().default("private"),
  partner: text(),
  audience: uuid(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});
