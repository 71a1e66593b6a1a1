import { mkdir, rm } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { WorkerInput, WorkerOrder, WorkerReport } from "./pglite-worker.ts";
import { newSocketFolder, socketIn } from "./socket-folder.ts";

/** PostgreSQL inside this process: PGlite in a worker thread, behind a unix socket that only this user can reach. */
export interface Embedded {
  /** For `pg`: the folder of the socket. */
  readonly host: string;
  /** The whole data directory as a tar. */
  dump(): Promise<Uint8Array>;
  stop(): Promise<void>;
}

export async function startEmbedded(dataDir: string, dump?: string): Promise<Embedded> {
  if (!dataDir.includes("://")) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const host = await newSocketFolder();
  const input: WorkerInput = {
    dataDir,
    socket: socketIn(host),
    ...(dump === undefined ? {} : { dump }),
  };
  const worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), {
    workerData: input,
    // What makes TypeScript run where Septet is installed as a package; never `--eval` and its like, which a worker would obey.
    execArgv: process.execArgv.filter((option) => option.startsWith("--import=")),
  });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const tidy = () => rm(host, { recursive: true, force: true });
  try {
    await reportOf(worker, "ready");
  } catch (error) {
    await tidy();
    throw error;
  }
  worker.on("error", () => undefined); // the connections break, which their users are told
  return {
    host,
    async dump() {
      const dumped = reportOf(worker, "dumped");
      worker.postMessage({ order: "dump" } satisfies WorkerOrder);
      return (await dumped).dump;
    },
    async stop() {
      worker.postMessage({ order: "close" } satisfies WorkerOrder);
      await ended;
      await tidy();
    },
  };
}

function reportOf<R extends WorkerReport["report"]>(worker: Worker, wanted: R) {
  return new Promise<Extract<WorkerReport, { report: R }>>((resolve, reject) => {
    const listen = (report: WorkerReport) => {
      if (report.report !== wanted) return;
      stopListening();
      resolve(report as Extract<WorkerReport, { report: R }>);
    };
    const failed = (error: unknown) => {
      stopListening();
      reject(error);
    };
    const exited = () => failed(new Error("The embedded database ended unexpectedly."));
    const stopListening = () => worker.off("message", listen).off("error", failed).off("exit", exited);
    worker.on("message", listen).on("error", failed).on("exit", exited);
  });
}
