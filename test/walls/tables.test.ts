import { getTableColumns, getTableName, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { described } from "./described.ts";

let state: TestState;
beforeAll(async () => {
  state = await openTestState();
});
afterAll(() => state.close());

/** Every table of ours: all but the queue's, which live in a schema of their own. */
async function tablesInDatabase(): Promise<string[]> {
  const { rows } = await state.asOwner((tx) =>
    tx.execute<{ name: string }>(sql`
      select relname as name from pg_class join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname = 'public' order by relname`),
  );
  return rows.map(({ name }) => name).filter((name) => name !== "septet_migration");
}

describe("tables.ts and the database", () => {
  test("know the same tables", async () => {
    expect(await tablesInDatabase()).toEqual(described.map(getTableName).sort());
  });

  test.each(described.map((table) => [getTableName(table), table] as const))(
    "agree on the columns of %s",
    async (name, table) => {
      const { rows } = await state.asOwner((tx) =>
        tx.execute(sql`
        select attname as column, format_type(atttypid, atttypmod) as type, attnotnull as required
        from pg_attribute where attrelid = ${name}::regclass and attnum > 0 and not attisdropped order by attname`),
      );
      const wanted = Object.values(getTableColumns(table)).map((column) => ({
        column: column.name,
        type: column.getSQLType().replace(/^time$/, "time without time zone"),
        required: column.notNull,
      }));
      expect(rows).toEqual(wanted.sort((a, b) => a.column.localeCompare(b.column)));
    },
  );
});

describe("the walls", () => {
  test("every table has row-level security, also against its owner", async () => {
    const { rows } = await state.asOwner((tx) =>
      tx.execute(sql`
        select relname from pg_class join pg_namespace n on n.oid = relnamespace
        where relkind in ('r', 'p') and nspname = 'public' and relname <> 'septet_migration'
          and not (relrowsecurity and relforcerowsecurity)`),
    );
    expect(rows).toEqual([]);
  });

  test.each(["people_user", "people_session", "people_account", "people_verification"])(
    "%s is closed to everything but sign-in",
    async (name) => {
      const read = sql`select 1 from ${sql.identifier(name)}`;
      await expect(state.as("someone", (tx) => tx.execute(read))).rejects.toThrow(/permission denied/);
      await expect(state.asJobs((tx) => tx.execute(read))).rejects.toThrow(/permission denied/);
      await expect(state.asAuth((tx) => tx.execute(read))).resolves.toBeDefined();
    },
  );

  test("sign-in sees nothing of the organisation or its repositories", async () => {
    for (const name of [
      "org_unit",
      "org_component",
      "org_ownership",
      "git_repository",
      "git_import",
      "people_identity",
    ]) {
      await expect(
        state.asAuth((tx) => tx.execute(sql`select 1 from ${sql.identifier(name)}`)),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
