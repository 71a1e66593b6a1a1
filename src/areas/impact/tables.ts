import { bigint, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Each sentence that a unit ever wrote as its purpose; the last one holds. Rows are added, and never changed. */
export const purpose = pgTable("impact_purpose", {
  id: uuid().primaryKey().defaultRandom(),
  /** What came after what, whatever the clocks say. */
  nth: bigint({ mode: "number" }).notNull().generatedByDefaultAsIdentity(),
  unit: uuid().notNull(),
  /** One line. */
  sentence: text().notNull(),
  /** Null once the person is gone. */
  writtenBy: text("written_by"),
  writtenAt: moment("written_at").notNull(),
});

/** Somebody of the unit found that a sentence is still right. */
export const review = pgTable("impact_review", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  purpose: uuid().notNull(),
  /** Null once the person is gone. */
  reviewedBy: text("reviewed_by"),
  reviewedAt: moment("reviewed_at").notNull(),
});

/** Who beyond the unit reads the sentence that holds; without a row, nobody. */
export const audience = pgTable("impact_audience", {
  unit: uuid().primaryKey(),
  /** A unit above, or the unit itself with all below it. */
  audience: uuid().notNull(),
  openedAt: moment("opened_at").notNull(),
});
