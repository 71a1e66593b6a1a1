import pg from "pg";
import { expect, test } from "vitest";
import { openState } from "./open-state.ts";
import { stateConformance } from "./testing/conformance.ts";
import { newDatabase, openTestPostgres } from "./testing-postgres.ts";

stateConformance("PostgreSQL", openTestPostgres);

test("what one process tells, another process of the same installation hears", async () => {
  const { leave, ...place } = await newDatabase();
  const [here, there] = [await openState(place), await openState(place)];
  const heard: string[] = [];
  await there.listen("probe", (payload) => heard.push(payload));
  await here.notify("probe", "from here");
  await expect.poll(() => heard).toEqual(["from here"]);
  await Promise.all([here.close(), there.close()]);
  await leave();
});

test("who listens goes on hearing after the connection was lost", async () => {
  const { leave, ...place } = await newDatabase();
  const state = await openState(place);
  const heard: string[] = [];
  await state.listen("probe", (payload) => heard.push(payload));
  const login = new pg.Client(place.url);
  await login.connect();
  const listeners = "from pg_stat_activity where query like 'listen%' and datname = current_database()";
  const { rowCount } = await login.query(`select pg_terminate_backend(pid) ${listeners}`);
  await login.end();
  const telling = setInterval(() => void state.notify("probe", "still there"), 100);
  await expect.poll(() => heard, { timeout: 10_000 }).toContain("still there");
  clearInterval(telling);
  expect(rowCount).toBe(1);
  await state.close();
  await leave();
});
