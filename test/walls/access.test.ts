import { getTableName } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { attempts } from "./attempts.ts";
import { described } from "./described.ts";
import { expected } from "./expected.ts";
import { type ActorName, actors, makeWorld } from "./world.ts";

test("every table says what each may do with it, and no table is gone that still says so", () => {
  expect(Object.keys(expected).sort()).toEqual(described.map(getTableName).sort());
});

describe.each([
  ["PGlite", openTestState],
  ["PostgreSQL", openTestPostgres],
] as const)("on %s", (_, open) => {
  let state: TestState;
  beforeAll(async () => {
    state = await open();
    await makeWorld(state);
  });
  afterAll(() => state?.close());

  describe.each(Object.keys(actors) as ActorName[])("%s reaches what is theirs, and no more", (actor) => {
    test.each(described.map((table) => [getTableName(table), table] as const))("%s", async (name, table) => {
      const rights = expected[name];
      expect(await attempts(state, actors[actor], table)).toBe(rights?.[actor] ?? rights?.others);
    });
  });
});
