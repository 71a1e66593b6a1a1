import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OpenState, openState, type StatePlace, stateMigrations } from "./open-state.ts";
import { migratedDump } from "./testing.ts";
import { newDatabase } from "./testing-postgres.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "septet-state-"));
  await copyFile(new URL("0001_roles.sql", stateMigrations), join(dir, "0001_roles.sql"));
});
afterEach(() => rm(dir, { recursive: true }));

const write = (name: string, sql: string) => writeFile(join(dir, name), sql);
const opening = (place: StatePlace): Promise<OpenState> =>
  openState(place, { migrations: pathToFileURL(`${dir}/`) });
const ranAt = async (place: StatePlace) => {
  const state = await opening(place);
  await state.close();
  return state.migrated;
};
const grants = "grant select on probe to septet_app";

/** With the first file run already, as making a data directory takes seconds. */
const embedded = async () => {
  const dump = await migratedDump(pathToFileURL(`${dir}/`));
  await (await opening({ dataDir: join(dir, "data"), dump })).close();
  return { dataDir: join(dir, "data"), leave: async () => undefined };
};
const database = async () => {
  const { leave, ...place } = await newDatabase();
  await ranAt(place);
  return { ...place, leave };
};

describe.each([
  ["PGlite", embedded],
  ["PostgreSQL", database],
])("on %s", (_name, prepare) => {
  test("each file runs once; a change to one that ran, and one that is gone, are refused", async () => {
    const { leave, ...place } = await prepare();
    await write("0002_probe.sql", `create table probe (n int); ${grants};`);
    expect(await ranAt(place)).toEqual(["0002_probe.sql"]);
    expect(await ranAt(place)).toEqual([]);
    await write("0002_probe.sql", "create table other (n int);");
    await expect(opening(place)).rejects.toThrow(/0002_probe\.sql was changed/);
    await rm(join(dir, "0002_probe.sql"));
    await expect(opening(place)).rejects.toThrow(/newer version/);
    await leave();
  }, 60_000);

  test("a file that fails leaves nothing behind, neither of itself nor of those that ran with it", async () => {
    const { leave, ...place } = await prepare();
    await write("0002_probe.sql", "create table probe (n int);");
    await write("0003_wrong.sql", "create table more (n int); select 1 / 0;");
    await expect(opening(place)).rejects.toThrow(/0003_wrong\.sql failed: division by zero/);
    await write("0003_wrong.sql", "create table more (n int);");
    expect(await ranAt(place)).toEqual(["0002_probe.sql", "0003_wrong.sql"]);
    await leave();
  }, 60_000);
});

test("of several that start at once on one server, one migrates and the others find it done", async () => {
  const { leave, ...place } = await newDatabase();
  await write("0002_probe.sql", `create table probe (n int); select pg_sleep(0.2); ${grants};`);
  const states = await Promise.all([opening(place), opening(place), opening(place)]);
  expect(states.map(({ migrated }) => migrated.length).sort()).toEqual([0, 0, 2]);
  await Promise.all(states.map((state) => state.close()));
  await leave();
}, 60_000);

test("where the owner may not grant the roles, the message holds the statement that someone must run", async () => {
  const { leave, url, ownerUrl } = await newDatabase();
  await ranAt({ url, ownerUrl });
  const stranger = url.replace("septet@", "stranger@");
  await expect(opening({ url: stranger, ownerUrl })).rejects.toThrow(/stranger/);
  await leave();
}, 60_000);
