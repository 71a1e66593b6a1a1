import { date, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Where a unit says that the process behind a measure is another one since: its limits are drawn anew from that day. */
export const redrawn = pgTable("measures_redrawn", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  measure: text().notNull(),
  day: date({ mode: "string" }).notNull(),
  reason: text().notNull(),
  redrawnBy: text("redrawn_by"),
  redrawnAt: timestamp("redrawn_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});
