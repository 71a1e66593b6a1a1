import { Worker } from "node:worker_threads";
import { Failure } from "../../../platform/errors.ts";
import type { Planned } from "../plan-import.ts";
import type { WorkerOrder, WorkerReport } from "./plan-worker.ts";

/** Longer than 64 MiB of entries take on a small machine. */
const PATIENCE_MS = 120_000;
/** What they take at most, and some more. */
const MEMORY_MB = 2_048;

export interface Planner {
  plan(order: WorkerOrder): Promise<Planned>;
}

/** Plans imports, one after the other: each may need a processor and a good deal of memory for some seconds. */
export function planner({ patience = PATIENCE_MS, memory = MEMORY_MB } = {}): Planner {
  let last: Promise<unknown> = Promise.resolve();
  return {
    plan(order) {
      const planned = last.then(() => planInWorker(order, { patience, memory }));
      last = planned.catch(() => undefined);
      return planned;
    },
  };
}

interface Limits {
  readonly patience: number;
  readonly memory: number;
}

async function planInWorker(order: WorkerOrder, { patience, memory }: Limits): Promise<Planned> {
  const worker = new Worker(new URL("./plan-worker.ts", import.meta.url), {
    workerData: order,
    // What makes TypeScript run where Septet is installed as a package.
    execArgv: process.execArgv.filter((option) => option.startsWith("--import=")),
    resourceLimits: { maxOldGenerationSizeMb: memory },
  });
  const timer = setTimeout(() => void worker.terminate(), patience);
  try {
    const report = await reportOf(worker);
    if ("failed" in report) throw new Failure(report.failed.code, { detail: report.failed.detail });
    return report.planned;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const TOO_MUCH = "This is more than can be read at once. Give it in several imports.";

function reportOf(worker: Worker): Promise<WorkerReport> {
  return new Promise<WorkerReport>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", (error) => reject(outOfMemory(error) ? tooMuch() : error));
    worker.once("exit", () => reject(tooMuch()));
  });
}

const outOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

const tooMuch = () => new Failure("too_large", { detail: TOO_MUCH });
