import { type AnyPgColumn, boolean, date, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** A node of the organisation tree. */
export const unit = pgTable("org_unit", {
  id: uuid().primaryKey().defaultRandom(),
  slug: text().notNull().unique(),
  name: text().notNull(),
  kind: text({ enum: ["organisation", "group", "team"] }).notNull(),
  parent: uuid().references((): AnyPgColumn => unit.id),
  /** IANA name; without one, that of the unit above. The organisation always has one. */
  timeZone: text("time_zone"),
  /** What a catalogue calls it: `group:default/payments`. */
  ref: text().unique(),
  /** What it was read from, so that what is gone from there can be archived; null is by hand. */
  source: text(),
  archivedAt: timestamp("archived_at", { withTimezone: true, mode: "date" }),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});

/** What a team owns, by the name that its events carry. */
export const component = pgTable("org_component", {
  name: text().primaryKey(),
  /** Shown until there is something real. */
  example: boolean().notNull().default(false),
  /** What people call it, where that is not its name. */
  title: text(),
  /** In a catalogue's words: service, website, library, system, domain. */
  kind: text(),
  /** The component that this is a part of: a system, or a repository. */
  partOf: text("part_of").references((): AnyPgColumn => component.name, { onDelete: "set null" }),
  ref: text().unique(),
  source: text(),
  archivedAt: timestamp("archived_at", { withTimezone: true, mode: "date" }),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});

/** Who owns a component, and when. A first claim reaches back to the beginning: its `from` is null. */
export const ownership = pgTable("org_ownership", {
  id: uuid().primaryKey().defaultRandom(),
  component: text()
    .notNull()
    .references(() => component.name, { onDelete: "cascade" }),
  unit: uuid()
    .notNull()
    .references(() => unit.id),
  from: date({ mode: "string" }),
  /** The first day that it no longer holds. */
  until: date({ mode: "string" }),
  /** Nobody said so: the first claim replaces it, back to the beginning. */
  assumed: boolean().notNull().default(false),
});

/** Who belongs to a unit or leads it, and when. */
export const membership = pgTable("org_membership", {
  id: uuid().primaryKey().defaultRandom(),
  person: text().notNull(),
  unit: uuid()
    .notNull()
    .references(() => unit.id),
  role: text({ enum: ["member", "lead"] }).notNull(),
  /** Null is since ever. */
  from: date({ mode: "string" }),
  /** The first day that it no longer holds. */
  until: date({ mode: "string" }),
  source: text(),
});

/** Days, both included, on which nobody of a unit and those below it is asked anything. */
export const dayOff = pgTable("org_day_off", {
  id: uuid().primaryKey().defaultRandom(),
  unit: uuid()
    .notNull()
    .references(() => unit.id),
  from: date({ mode: "string" }).notNull(),
  to: date({ mode: "string" }).notNull(),
  name: text().notNull(),
});
