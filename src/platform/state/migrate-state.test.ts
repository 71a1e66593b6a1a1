import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fingerprintOf, type Migration, readMigrations } from "../migrations.ts";
import { migrateState } from "./migrate-state.ts";
import { EMBEDDED_OWNER, openState, stateMigrations } from "./open-state.ts";
import { openTestState } from "./testing.ts";
import { newDatabase } from "./testing-postgres.ts";

const product = await readMigrations(stateMigrations);
const file = (name: string, sql: string): Migration => {
  const nameless = { name: `9${name}.sql`, sql, checksum: "" };
  return { ...nameless, checksum: fingerprintOf([{ ...nameless, checksum: sql }]) };
};

/** Something with all of the product's migrations run, and a way to run those and more. */
interface Store {
  run(...more: Migration[]): Promise<string[]>;
  close(): Promise<void>;
}

async function onPglite(): Promise<Store> {
  const state = await openTestState();
  return {
    async run(...more) {
      const client = await state.bare.connect();
      return migrateState(client, [...product, ...more], EMBEDDED_OWNER).finally(() => client.release());
    },
    close: () => state.close(),
  };
}

async function onPostgres(): Promise<Store> {
  const { ownerUrl, leave } = await newDatabase();
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const run = (...more: Migration[]) => migrateState(owner, [...product, ...more]);
  await run();
  return { run, close: () => owner.end().then(leave) };
}

describe.each([
  ["PGlite", onPglite],
  ["PostgreSQL", onPostgres],
])("on %s", (_name, open) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  test("a file that fails leaves nothing behind, neither of itself nor of those that ran with it", async () => {
    const first = file("001", "create table probe (n int);");
    const wrong = file("002", "create table more (n int); select 1 / 0;");
    await expect(store.run(first, wrong)).rejects.toThrow(/9002\.sql failed: division by zero/);
    expect(await store.run(first, file("002", "create table more (n int);"))).toEqual([
      "9001.sql",
      "9002.sql",
    ]);
  });

  test("each file runs once; a change to one that ran, and one that is gone, are refused", async () => {
    const ran = [
      file("001", "create table probe (n int);"),
      file("002", "create table more (n int);"),
    ] as const;
    expect(await store.run(...ran)).toEqual([]);
    await expect(store.run(ran[0], file("002", "select 1"))).rejects.toThrow(/9002\.sql was changed/);
    await expect(store.run(ran[0])).rejects.toThrow(/newer version of Septet: its migration 9002\.sql/);
    expect(await store.run(...ran, file("003", "select 1"))).toEqual(["9003.sql"]);
  });
});

test("of several that start at once on one empty database, one migrates and the others find it done", async () => {
  const { leave, ...place } = await newDatabase();
  const states = await Promise.all(Array.from({ length: 8 }, () => openState(place)));
  expect(states.map(({ migrated }) => migrated.length).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, product.length]);
  await Promise.all(states.map((state) => state.close()));
  await leave();
});

test("two databases of one server may start at once, though they share their roles", async () => {
  const places = [await newDatabase(), await newDatabase()];
  const states = await Promise.all(places.map(({ leave: _, ...place }) => openState(place)));
  expect(states.map(({ migrated }) => migrated.length)).toEqual([product.length, product.length]);
  await Promise.all(states.map((state) => state.close()));
  for (const { leave } of places) await leave();
});

test("where the owner may not grant the roles, the message holds the statement that someone must run", async () => {
  const first = await newDatabase();
  await (await openState(first)).close();
  const { leave, ...place } = await newDatabase({ owner: "septet_modest", login: "septet_guest" });
  await expect(openState(place)).rejects.toThrow(
    'run: grant septet_app, septet_auth, septet_jobs to "septet_guest" with inherit false, set true;',
  );
  await leave();
  await first.leave();
});
