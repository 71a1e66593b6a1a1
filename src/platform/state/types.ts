import pg from "pg";

/** The text of one value as PostgreSQL writes it, made a JavaScript value. */
type Parse = (text: string) => unknown;

const { INT8, NUMERIC, DATE, TIMESTAMP, TIMESTAMPTZ, INTERVAL } = pg.types.builtins;
const arrayOf = { INT8: 1016, NUMERIC: 1231, DATE: 1182 };

/** A number where that loses nothing, else the digits as text. */
const wholeNumber: Parse = (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
const asIs: Parse = (text) => text;

/** The one place that says how values come back; all else is as `pg` has it (`timestamptz` a Date, `jsonb` parsed). */
const ours = new Map<number, Parse>([
  [INT8, wholeNumber],
  [NUMERIC, Number],
  [DATE, asIs],
  [arrayOf.INT8, listOf(wholeNumber)],
  [arrayOf.NUMERIC, listOf(Number)],
  [arrayOf.DATE, listOf(asIs)],
]);

/** What Drizzle's columns translate by themselves, from the text. */
const drizzles = new Set<number>([TIMESTAMP, TIMESTAMPTZ, DATE, INTERVAL, 1115, 1185, 1182, 1187]);

const parserOf = (oid: number, format?: "text" | "binary"): Parse =>
  (format !== "binary" && ours.get(oid)) || (pg.types.getTypeParser(oid, format as "text") as Parse);

/** For statements written by hand. */
export const valueTypes = { getTypeParser: parserOf } as pg.CustomTypesConfig;

/** For queries over Drizzle's tables. */
export const columnTypes = {
  getTypeParser: (oid: number, format?: "text" | "binary") =>
    drizzles.has(oid) ? asIs : parserOf(oid, format),
} as pg.CustomTypesConfig;

function listOf(parse: Parse): Parse {
  const { arrayParser } = pg.types as unknown as {
    arrayParser: { create(text: string, parse: Parse): { parse(): unknown[] } };
  };
  return (text) => arrayParser.create(text, (item) => (item === null ? null : parse(item))).parse();
}
