import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const time = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What a unit shares with a unit above it, from then until it takes it back; what ended stays, and says what was seen when. */
export const share = pgTable("sharing_share", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  kind: text({ enum: ["measure"] }).notNull(),
  /** For a measure, its id. */
  thing: text().notNull(),
  audience: uuid().notNull(),
  sharedBy: text("shared_by"),
  sharedAt: time("shared_at").notNull().defaultNow(),
  endedBy: text("ended_by"),
  endedAt: time("ended_at"),
});
