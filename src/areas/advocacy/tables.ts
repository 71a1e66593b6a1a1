import { date, integer, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Helped, Side, StepKind } from "./contract.ts";

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Something that a unit needs from a person or from another unit. */
export const ask = pgTable("advocacy_ask", {
  id: uuid().primaryKey().defaultRandom(),
  fromUnit: uuid("from_unit").notNull(),
  /** One of both is there; neither where the person who was asked is gone. */
  toPerson: text("to_person"),
  toUnit: uuid("to_unit"),
  /** What is needed, in a line. */
  title: text().notNull(),
  why: text().notNull().default(""),
  mattersBy: date("matters_by", { mode: "string" }),
  askedBy: text("asked_by"),
  askedAt: moment("asked_at").notNull(),
});

/** The turn of a loop that an ask came from, for those who ask alone. */
export const origin = pgTable("advocacy_origin", {
  ask: uuid().primaryKey(),
  loop: uuid().notNull(),
  due: date({ mode: "string" }).notNull(),
});

/** What one of the two sides said; it only grows. */
export const step = pgTable(
  "advocacy_step",
  {
    ask: uuid().notNull(),
    /** From 1 on. */
    n: integer().notNull(),
    side: text().$type<Side>().notNull(),
    kind: text().$type<StepKind>().notNull(),
    words: text().notNull().default(""),
    /** Of a yes. */
    byWhen: date("by_when", { mode: "string" }),
    /** Where it was carried, if that is a unit here. */
    toUnit: uuid("to_unit"),
    helped: text().$type<Helped>(),
    saidBy: text("said_by"),
    saidAt: moment("said_at").notNull(),
  },
  ({ ask: of, n }) => [primaryKey({ columns: [of, n] })],
);
