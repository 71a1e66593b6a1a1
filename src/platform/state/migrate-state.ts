import type pg from "pg";
import { type Applied, type Migration, migrate } from "../migrations.ts";

const bookkeeping = `create table if not exists septet_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null default now()
)`;

/**
 * Brings the schema up to date, all in one transaction that holds a lock on its own bookkeeping: of two that start at once,
 * the second waits and then finds nothing to do. `owner` is the role to rise to, where the session has none of its own.
 */
export async function migrateState(
  client: pg.ClientBase,
  migrations: readonly Migration[],
  owner?: string,
): Promise<string[]> {
  const rise = owner === undefined ? "" : `set local role ${owner};`;
  await ensureBookkeeping(client, rise);
  await client.query(`begin; ${rise} lock table septet_migration in exclusive mode`);
  try {
    const ran = await migrate(migrations, {
      applied: async () => (await client.query<Applied>("select name, checksum from septet_migration")).rows,
      apply: (migration) => apply(client, migration),
    });
    await client.query("commit");
    return ran;
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** `if not exists` does not keep two apart that create at the same moment: one of them fails, and then finds it made. */
async function ensureBookkeeping(client: pg.ClientBase, rise: string): Promise<void> {
  try {
    await client.query(`begin; ${rise} ${bookkeeping}; commit`);
  } catch (error) {
    await client.query("rollback");
    const { rows } = await client.query<{ made: boolean }>(
      "select to_regclass('septet_migration') is not null as made",
    );
    if (!rows[0]?.made) throw error;
  }
}

async function apply(client: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    throw new Error(`The migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
  await client.query("insert into septet_migration (name, checksum) values ($1, $2)", [name, checksum]);
}
