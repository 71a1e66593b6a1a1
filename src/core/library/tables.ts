import { boolean, customType, date, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";

const words = customType<{ data: string }>({ dataType: () => "tsvector" });

/** A copy of something written, made by triggers of the table in which it is written; read by whoever reads that. */
export const libraryText = pgTable(
  "library_text",
  {
    /** What it is, by the name that its module has for it, and its id there. */
    kind: text().notNull(),
    thing: uuid().notNull(),
    /** Whose it is: a unit's or a person's. */
    unit: uuid(),
    person: text(),
    /** The unit with which it is shared; `reads` is the same while it counts, as one that stands above. */
    audience: uuid(),
    whileAbove: boolean("while_above").notNull().default(false),
    reads: uuid(),
    /** The unit under which it is found. */
    about: uuid(),
    title: text().notNull(),
    body: text().notNull(),
    day: date({ mode: "string" }).notNull(),
    state: text().notNull(),
    /** What its module needs besides the id to lead to it. */
    place: text().notNull(),
    titleWords: words("title_words").notNull(),
    words: words().notNull(),
  },
  ({ kind, thing }) => [primaryKey({ columns: [kind, thing] })],
);

/** Single persons who may read a text. */
export const libraryReader = pgTable(
  "library_reader",
  { kind: text().notNull(), thing: uuid().notNull(), person: text().notNull() },
  ({ kind, thing, person }) => [primaryKey({ columns: [kind, thing, person] })],
);

/** Units whose people may read a text. */
export const libraryUnitReader = pgTable(
  "library_unit_reader",
  { kind: text().notNull(), thing: uuid().notNull(), unit: uuid().notNull() },
  ({ kind, thing, unit }) => [primaryKey({ columns: [kind, thing, unit] })],
);

/** Every word that some text has, so that a slip of the pen finds what it was meant to be; open to nobody. */
export const libraryWord = pgTable("library_word", {
  word: text().primaryKey(),
  /** In how many texts it stands, counted up to 100. */
  texts: integer().notNull(),
  near: text().array().notNull(),
});
