import { getTableColumns, getTableName, is, sql, Table } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as audit from "../../src/core/audit/tables.ts";
import * as git from "../../src/core/connectors/git/tables.ts";
import * as org from "../../src/core/org/tables.ts";
import * as people from "../../src/core/people/tables.ts";
import * as sharing from "../../src/core/sharing/tables.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";

const described = [audit, people, org, sharing, git].flatMap((module) =>
  Object.values(module).filter((value) => is(value, Table)),
);

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
        type: column.getSQLType().replace(/^timestamp with time zone$/, "timestamp with time zone"),
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

  test("a stranger, and code that forgot to say who asks, see no row of any table", async () => {
    await state.asAuth(async (tx) => {
      await tx.insert(people.user).values({ id: "someone", name: "Someone", email: "someone@example.org" });
      await tx.insert(people.person).values({ id: "someone", name: "Someone", administrator: true });
    });
    await state.asJobs(async (tx) => {
      await tx
        .insert(org.unit)
        .values({ slug: "organisation", name: "Organisation", kind: "organisation", timeZone: "UTC" });
      await tx.insert(org.component).values({ name: "ledger" });
      const [unit] = await tx.select().from(org.unit);
      await tx.insert(org.ownership).values({ component: "ledger", unit: unit?.id as string });
      await tx.insert(git.repository).values({ component: "ledger", path: "/ledger", rule: "auto" });
      await tx.insert(git.gitImport).values({ path: "/ledger" });
      await tx.insert(people.identity).values({ hash: Buffer.from("x"), pseudonym: "p" });
    });
    const seen: Record<string, number> = {};
    for (const who of ["", "a-stranger"]) {
      for (const table of described) {
        seen[`${who || "nobody"}: ${getTableName(table)}`] = await state
          .as(who, async (tx) => (await tx.select().from(table)).length)
          .catch((error: Error) =>
            /permission denied/.test(String(error.cause ?? error)) ? 0 : Promise.reject(error),
          );
      }
    }
    // Names of people are known to whoever the installation has signed in; a person's id is given by the sign-in alone.
    const { "a-stranger: people_person": _, ...others } = seen;
    expect(Object.entries(others).filter(([, rows]) => rows > 0)).toEqual([]);
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

  test("who does not run the installation cannot change it, nor see the folders that are read", async () => {
    await state.asAuth(async (tx) => {
      await tx.insert(people.person).values({ id: "member", name: "Member" }).onConflictDoNothing();
    });
    const rename = sql`update org_unit set name = 'Mine' where slug = 'organisation'`;
    const { rowCount } = await state.as("member", (tx) => tx.execute(rename));
    expect(rowCount).toBe(0);
    await expect(
      state.as("member", (tx) =>
        tx.insert(org.unit).values({ slug: "t", name: "T", kind: "team", parent: null }),
      ),
    ).rejects.toThrow();
    expect(await state.as("member", (tx) => tx.select().from(git.repository))).toEqual([]);
    expect(await state.as("member", (tx) => tx.select().from(git.gitImport))).toEqual([]);
    expect(await state.as("member", (tx) => tx.select().from(org.unit))).toHaveLength(1);
  });
});
