import { type Applied, type Migration, migrate } from "../migrations.ts";
import type { EventsDb } from "./events-db.ts";

const bookkeeping = `create table if not exists septet_migration (
  name String,
  checksum String,
  applied_at DateTime64(3, 'UTC') default now64(3)
) engine = MergeTree order by name`;

/**
 * Brings the schema up to date. There are no transactions: a file that was broken off is run again from its start, so each of its
 * statements is written to be repeatable (`if not exists`). Only the holder of the data directory runs this.
 */
export async function migrateEvents(db: EventsDb, migrations: readonly Migration[]): Promise<string[]> {
  await db.query(bookkeeping);
  return migrate(migrations, {
    applied: async () =>
      (await db.query("select name, checksum from septet_migration")) as unknown as Applied[],
    async apply({ name, sql, checksum }) {
      for (const statement of statementsOf(sql)) await db.query(statement);
      await db.insert("septet_migration", [{ name, checksum }]);
    },
  });
}

/** The statements of a file: each ends with a semicolon at the end of a line. Comments alone are none. */
export function statementsOf(sql: string): string[] {
  return sql
    .split(/;[ \t]*(?:\r?\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^\s*--.*$/gm, "").trim() !== "");
}
