import { mkdir, rm } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { WorkerInput, WorkerOrder, WorkerReport } from "./pglite-worker.ts";
import { newSocketFolder, socketIn } from "./socket-folder.ts";

/** PostgreSQL inside this process: PGlite in a worker thread, behind a unix socket that only this user can reach. */
export interface Embedded {
  /** For `pg`: the folder of the socket. */
  readonly host: string;
  stop(): Promise<void>;
}

export async function startEmbedded(dataDir: string): Promise<Embedded> {
  if (!dataDir.includes("://")) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const host = await newSocketFolder();
  const worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), {
    workerData: { dataDir, socket: socketIn(host) } satisfies WorkerInput,
    // What makes TypeScript run where Septet is installed as a package; never `--eval` and its like, which a worker would obey.
    execArgv: process.execArgv.filter((option) => option.startsWith("--import=")),
  });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const tidy = () => rm(host, { recursive: true, force: true });
  try {
    await untilReady(worker);
  } catch (error) {
    await tidy();
    throw error;
  }
  worker.on("error", () => undefined); // the connections break, which their users are told
  return {
    host,
    async stop() {
      worker.postMessage("close" satisfies WorkerOrder);
      await ended;
      await tidy();
    },
  };
}

function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const ready = (_report: WorkerReport) => {
      stopListening();
      resolve();
    };
    const failed = (error: unknown) => {
      stopListening();
      reject(error);
    };
    const exited = () => failed(new Error("The embedded database ended unexpectedly."));
    const stopListening = () => worker.off("message", ready).off("error", failed).off("exit", exited);
    worker.on("message", ready).on("error", failed).on("exit", exited);
  });
}
