import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { statementsOf } from "./migrate-events.ts";
import { openEvents } from "./open-events.ts";

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "septet-events-"));
});
afterEach(() => rm(dir, { recursive: true }));

const migrations = () => pathToFileURL(`${dir}/`);
const write = (name: string, sql: string) => writeFile(join(dir, name), sql);
const open = async () => {
  const events = await openEvents({ dataDir: join(dir, "data") }, { migrations: migrations() });
  const tables = (
    await events.query("select name from system.tables where database = currentDatabase() order by name")
  ).map(({ name }) => name);
  await events.close();
  return { ran: events.migrated, tables };
};

test("a file that was broken off half way is run again from its start", async () => {
  await write(
    "0001_two.sql",
    "create table if not exists a (n UInt8) engine = Memory;\nselect throwIf(1);\n",
  );
  await expect(open()).rejects.toThrow(/throwIf/);
  await write(
    "0001_two.sql",
    "create table if not exists a (n UInt8) engine = Memory;\ncreate table if not exists b (n UInt8) engine = Memory;\n",
  );
  expect(await open()).toEqual({ ran: ["0001_two.sql"], tables: ["a", "b", "septet_migration"] });
});

test("a file that was changed after it had run is refused by name", async () => {
  await write("0001_one.sql", "create table if not exists a (n UInt8) engine = Memory;\n");
  await open();
  await write("0001_one.sql", "create table if not exists c (n UInt8) engine = Memory;\n");
  await expect(open()).rejects.toThrow(/0001_one\.sql was changed/);
});

test("statements end with a semicolon at the end of a line, and comments alone are none", () => {
  const sql = "-- First; not the end of it.\nselect ';' as a;  \n\nselect 2;\r\n-- nothing more\n";
  expect(statementsOf(sql)).toEqual(["-- First; not the end of it.\nselect ';' as a", "select 2"]);
});
