import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { quietLog } from "../log.ts";
import { openTestState, type TestState } from "../state/testing.ts";
import { defineJob, type Job, type Jobs } from "./job.ts";
import { openJobs } from "./open-jobs.ts";

let state: TestState;
let jobs: Jobs | undefined;

beforeAll(async () => {
  state = await openTestState();
});
afterEach(async () => {
  await jobs?.stop({ graceful: false });
  jobs = undefined;
});
afterAll(() => state.close());

const open = async (...all: Job[]): Promise<Jobs> => {
  jobs = await openJobs(state, all, { log: quietLog, alone: true });
  return jobs;
};

/** A job that can be watched from outside. */
function watched(name: string, run: (count: number) => Promise<void> | void = () => undefined) {
  const seen: { count: number; attempt: number }[] = [];
  const { promise: first, resolve } = Promise.withResolvers<void>();
  const job = defineJob({
    name,
    input: z.object({ count: z.int() }),
    async run({ count }, { attempt }) {
      seen.push({ count, attempt });
      resolve();
      await run(count);
    },
  });
  return { job, seen, first };
}

const stateOf = async (id: string | null) => {
  const { rows } = await state.jobsPool.query(
    "select state::text, retry_count from pgboss.job where id = $1",
    [id],
  );
  return rows[0];
};
const until = (claim: () => Promise<boolean> | boolean) => expect.poll(claim, { timeout: 20_000 }).toBe(true);

test("the schema in the migration is the one that the installed pg-boss expects", async () => {
  const { PgBoss } = await import("pg-boss");
  const db = { executeSql: (text: string, values?: unknown[]) => state.jobsPool.query(text, values) };
  const boss = new PgBoss({ db, migrate: false, createSchema: false, supervise: false, schedule: false });
  await boss.start();
  const { ok, ...drift } = await boss.detectSchemaDrift();
  await boss.stop({ graceful: false });
  expect(ok, JSON.stringify(drift)).toBe(true);
});

test("what is asked for is done, with its input", async () => {
  const { job, seen, first } = watched("done");
  const open_ = await open(job);
  await open_.start();
  await open_.enqueue(job, { count: 7 });
  await first;
  expect(seen).toEqual([{ count: 7, attempt: 1 }]);
});

test("an input that the job does not take is refused before it is kept", async () => {
  const { job } = watched("refused");
  const open_ = await open(job);
  await expect(open_.enqueue(job, { count: "seven" } as never)).rejects.toThrow(/expected number/);
});

test("of those with the same key only one waits", async () => {
  const { job } = watched("same-key");
  const open_ = await open(job);
  const ids = [
    await open_.enqueue(job, { count: 1 }, { singletonKey: "k" }),
    await open_.enqueue(job, { count: 2 }, { singletonKey: "k" }),
  ];
  const others = [await open_.enqueue(job, { count: 3 }), await open_.enqueue(job, { count: 4 })];
  expect(ids.map((id) => id === null)).toEqual([false, true]);
  expect(others).not.toContain(null);
});

test("a graceful stop finishes what is in hand", async () => {
  const { promise: gate, resolve: letGo } = Promise.withResolvers<void>();
  const { job, first } = watched("in-hand", () => gate);
  const open_ = await open(job);
  await open_.start();
  const id = await open_.enqueue(job, { count: 1 });
  await first;
  const stopped = open_.stop({ graceful: true });
  setTimeout(letGo, 50);
  await stopped;
  jobs = undefined;
  expect(await stateOf(id)).toMatchObject({ state: "completed" });
});

test("what was in hand when the process died is counted and taken up again at the next start", async () => {
  const { job, seen, first } = watched("orphan");
  const before = await open(job);
  const id = await before.enqueue(job, { count: 5 });
  await state.jobsPool.query(
    "update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() where id = $1",
    [id],
  );
  await before.stop({ graceful: false });
  const after = await open(job);
  expect(await after.start()).toEqual({ recovered: 1 });
  await first;
  expect(seen).toEqual([{ count: 5, attempt: 2 }]);
});

test("a job that fails as often as it may is kept as failed", async () => {
  const { job, seen } = watched("fails", () => {
    throw new Error("no");
  });
  const open_ = await open({ ...job, retries: 0 });
  await open_.start();
  const id = await open_.enqueue(job, { count: 1 });
  await until(async () => (await stateOf(id)).state === "failed");
  expect(seen).toHaveLength(1);
});

test("work may not be asked for inside a transaction", async () => {
  const { job } = watched("inside");
  const open_ = await open(job);
  await expect(state.as("ada", () => open_.enqueue(job, { count: 1 }))).rejects.toThrow(
    /inside a state transaction/,
  );
});
