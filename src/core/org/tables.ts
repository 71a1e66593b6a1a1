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
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});

/** What a team owns, by the name that its events carry. */
export const component = pgTable("org_component", {
  name: text().primaryKey(),
  /** Shown until there is something real. */
  example: boolean().notNull().default(false),
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
});
