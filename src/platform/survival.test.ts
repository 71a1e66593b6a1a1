import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openEvents } from "./events/open-events.ts";
import { holdDirectory } from "./lock.ts";
import { openState } from "./state/open-state.ts";
import { layMigratedState } from "./state/testing.ts";

let dir: string;
let child: ChildProcess | undefined;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "septet-survival-"));
});
afterEach(async () => {
  child?.kill("SIGKILL");
  await rm(dir, { recursive: true, force: true });
});

/** Runs a program beside these files, and gives it back once it has said "done". */
async function started(program: string, ...args: string[]): Promise<ChildProcess> {
  const here = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const text = program.replace(/from "(\..+?)"/g, (_, file: string) => `from ${here(file)}`);
  const node = [
    "--input-type=module",
    "--eval",
    `${text}\nconsole.log("done"); setInterval(() => {}, 1000);`,
    "--",
    ...args,
  ];
  child = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "inherit"] });
  await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, "data"),
    once(child, "exit").then(([code]) => Promise.reject(new Error(`It ended with ${code}.`))),
  ]);
  return child;
}

async function killed(process: ChildProcess): Promise<void> {
  const ended = once(process, "exit");
  process.kill("SIGKILL");
  await ended;
}

const holding = `
  import { holdDirectory } from "./lock.ts";
  await holdDirectory(process.argv[1], { command: "septet start" });`;

test("a second process is refused the directory, and told which one holds it", async () => {
  const holder = await started(holding, dir);
  const refused = holdDirectory(dir);
  await expect(refused).rejects.toMatchObject({ code: "conflict" });
  await expect(refused).rejects.toThrow(new RegExp(`process ${holder.pid} \\(septet start, since 2`));
});

test("kill -9 frees the directory at once, and the next holder learns of it", async () => {
  const holder = await started(holding, dir);
  await killed(holder);
  const held = await holdDirectory(dir);
  expect(held.broken).toMatchObject({ pid: holder.pid, command: "septet start" });
  await held.release();
});

test("who waits gets the directory when its holder is gone", async () => {
  const holder = await started(holding, dir);
  const waiting = holdDirectory(dir, { waitMs: 15_000 });
  await killed(holder);
  await (await waiting).release();
});

test("what both stores had acknowledged is there after kill -9 during further writing", async () => {
  await layMigratedState(join(dir, "state"));
  const writing = `
    import { openEvents } from "./events/open-events.ts";
    import { openState } from "./state/open-state.ts";
    const [, dir] = process.argv;
    const events = await openEvents({ dataDir: dir + "/events" });
    await events.query("create table probe (n UInt64) engine = MergeTree order by n");
    const state = await openState({ dataDir: dir + "/state" });
    for (let batch = 0; batch < 20; batch++) {
      await events.insert("probe", Array.from({ length: 1000 }, (_, n) => ({ n: batch * 1000 + n })));
      await state.jobsPool.query("insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds, partition, table_name) values ($1, 'standard', 0, 0, false, 1, 1, 1, false, 'job_common')", ["probe-" + batch]);
    }
    void (async () => { for (let n = 20000; ; n++) await events.insert("probe", [{ n }]); })();
    void (async () => { for (;;) await state.jobsPool.query("update pgboss.queue set updated_on = now()"); })();`;
  await killed(await started(writing, dir));
  const events = await openEvents({ dataDir: join(dir, "events") });
  const state = await openState({ dataDir: join(dir, "state") });
  const [kept] = await events.query("select uniqExact(n)::UInt32 as different from probe where n < 20000");
  const queues = await state.jobsPool.query(
    "select count(*) as n from pgboss.queue where name like 'probe-%'",
  );
  expect([kept, queues.rows]).toEqual([{ different: 20_000 }, [{ n: 20 }]]);
  await Promise.all([events.close(), state.close()]);
}, 60_000);
