import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import type { Log } from "../log.ts";
import type { StateDb } from "../state/state-db.ts";
import type { Job, Jobs } from "./job.ts";
import { takeUpAgain } from "./recovery.ts";

export interface JobsOptions {
  readonly log: Log;
  /** Whether no other process works on these jobs, so that what is in hand at the start belongs to one that died. */
  readonly alone: boolean;
  /** The longest that a graceful stop waits, in milliseconds. */
  readonly patienceMs?: number;
}

/** Where other processes hear that there is work. */
const CHANNEL = "septet_jobs";
/** A backstop, as work announces itself; and how soon a retry is seen. */
const POLL_SECONDS = 1;
/** A run whose process gave no sign of life for so long is taken up by another. */
const HEARTBEAT_SECONDS = 60;
const HOUR_SECONDS = 3600;

/** Opens the background work of an installation; it rests until `start`. */
export async function openJobs(state: StateDb, jobs: readonly Job[], options: JobsOptions): Promise<Jobs> {
  const { log, alone, patienceMs = 60_000 } = options;
  const boss = bossOver(state, log);
  await boss.start();
  for (const job of jobs) await ensureQueue(boss, job);
  let stopListening: (() => Promise<void>) | undefined;

  return {
    async enqueue(job, input, { singletonKey = randomUUID(), afterSeconds = 0 } = {}) {
      const id = await boss.send(job.name, job.input.parse(input), {
        singletonKey,
        startAfter: afterSeconds,
      });
      if (id !== null) await state.notify(CHANNEL, job.name);
      return id;
    },
    async start() {
      const names = jobs.map(({ name }) => name);
      const recovered = alone ? await takeUpAgain(boss, state, names) : 0;
      const workers = new Map<string, string>();
      for (const job of jobs) workers.set(job.name, await work(boss, job, log));
      stopListening = await state.listen(CHANNEL, (name) => {
        const worker = workers.get(name);
        if (worker !== undefined) boss.notifyWorker(worker);
      });
      return { recovered };
    },
    async stop({ graceful }) {
      await stopListening?.();
      await boss.stop({ graceful, close: false, timeout: patienceMs });
    },
  };
}

/** The schema is a migration's, so pg-boss neither makes nor changes it. */
function bossOver(state: StateDb, log: Log): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => state.jobsPool.query(text, values) },
    schema: "pgboss",
    migrate: false,
    createSchema: false,
    supervise: true,
    schedule: false,
    registerInstance: false,
    reindex: false, // only an owner may
    monitorVacuum: false,
  });
  boss.on("error", (err) => log.error({ err }, "background work failed"));
  boss.on("warning", (warning) => log.warn({ warning }, "background work"));
  return boss;
}

async function ensureQueue(
  boss: PgBoss,
  { name, retries = 2, longestSeconds = HOUR_SECONDS }: Job,
): Promise<void> {
  const options = {
    retryLimit: retries,
    retryDelay: 5,
    retryBackoff: true,
    expireInSeconds: longestSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  };
  await boss.createQueue(name, { policy: "stately", ...options }); // nothing happens where there is one
  await boss.updateQueue(name, options);
}

/** Gives the worker's id. */
function work(boss: PgBoss, job: Job, log: Log): Promise<string> {
  return boss.work<object>(job.name, { pollingIntervalSeconds: POLL_SECONDS }, async ([run]) => {
    if (!run) return;
    try {
      await job.run(job.input.parse(run.data), {
        id: run.id,
        attempt: run.retryCount + 1,
        signal: run.signal,
      });
    } catch (err) {
      log.error({ err, job: job.name, id: run.id }, "a job failed");
      throw err;
    }
  });
}
