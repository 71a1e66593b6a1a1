import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { BegunKind } from "./impediments/contract.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A line on what is in a team's way, until it is gone. */
export const impediment = pgTable("delivery_impediment", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid().notNull(),
  text: text().notNull(),
  saidBy: text("said_by"),
  saidAt: moment("said_at").notNull(),
  goneAt: moment("gone_at"),
  goneWords: text("gone_words").notNull().default(""),
});

/** What was begun because of it, by the name that its module has for it. */
export const begun = pgTable(
  "delivery_begun",
  {
    impediment: uuid().notNull(),
    kind: text().$type<BegunKind>().notNull(),
    thing: uuid().notNull(),
    at: moment("at").notNull(),
  },
  (row) => [primaryKey({ columns: [row.impediment, row.kind, row.thing] })],
);
