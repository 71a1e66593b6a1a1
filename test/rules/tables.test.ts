import { expect, test } from "vitest";
import { ours } from "./ours.ts";
import { createdIn, declaredIn, oneSided, shared, withoutPrefix } from "./tables.ts";

const declared = ours("src/**/tables.ts").flatMap(declaredIn);
const state = ours("migrations/state/**/*.sql").flatMap(createdIn);
const events = ours("migrations/events/**/*.sql").flatMap(createdIn);

test("there are tables to look at, in the sources and in both kinds of migration", () => {
  expect([declared.length > 3, state.length > 3, events.length > 3]).toEqual([true, true, true]);
});

test("every table of a module bears its prefix", () => {
  expect(withoutPrefix(declared)).toEqual([]);
  expect(events.filter((table) => !table.startsWith("events_"))).toEqual([]);
});

test("a table belongs to one module", () => {
  expect(shared(declared)).toEqual([]);
});

test("every table is declared by its module and created by a migration", () => {
  expect(oneSided(declared, state)).toEqual([]);
});

test("a table without its module's prefix is found", () => {
  const path = "src/core/connectors/git/tables.ts";
  const planted = declaredIn({
    path,
    source: 'pgTable("git_repository", {});\npgTable(\n  "repository", {});',
  });
  expect(planted.map(({ table }) => table)).toEqual(["git_repository", "repository"]);
  expect(withoutPrefix(planted)).toEqual(["repository is of git, so it would be git_…"]);
});

test("a table that two modules declare is found", () => {
  const of = (module: string) => ({ table: "org_unit", module });
  expect(shared([of("org"), of("people")])).toEqual(["org_unit"]);
});

test("a table made in SQL alone, and one made nowhere, are found", () => {
  const created = createdIn({
    path: "migrations/state/1.sql",
    source:
      '-- create table org_old (\ncreate table if not exists "public"."org_unit" ();\nCREATE TABLE org_stray ();',
  });
  const two = [
    { table: "org_unit", module: "org" },
    { table: "org_gone", module: "org" },
  ];
  expect(oneSided(two, created)).toEqual(["org_stray is declared nowhere", "org_gone is never created"]);
});

test("the platform's own bookkeeping belongs to no module", () => {
  const source = "create table if not exists septet_migration (); CREATE TABLE pgboss.job ();";
  expect(createdIn({ path: "migrations/state/1.sql", source })).toEqual([]);
});
