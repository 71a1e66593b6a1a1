import { bigint, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** What was done that others have a right to know of; append only, also for those who run the database's roles. */
export const entry = pgTable("audit_entry", {
  id: uuid().primaryKey().defaultRandom(),
  at: timestamp({ withTimezone: true, mode: "date" }).notNull().defaultNow(),
  /** The person who did it; null where the installation itself did. */
  actor: text(),
  action: text().notNull(),
  aboutPerson: text("about_person"),
  aboutUnit: uuid("about_unit"),
  /** Names no person: those stand in it by their ids, so that erasing one leaves no name. */
  detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  /** In which order it was done, also within one moment. */
  n: bigint({ mode: "number" }).notNull().generatedByDefaultAsIdentity(),
});
