/** Plans one import in a thread of its own, so that nobody waits for it. Started by `planner.ts`. */
import { randomUUID } from "node:crypto";
import { parentPort, workerData } from "node:worker_threads";
import { Failure } from "../../../platform/errors.ts";
import type { Directory } from "../directory.ts";
import { type Importing, type Planned, planImport } from "../plan-import.ts";

export interface WorkerOrder {
  readonly importing: Importing;
  readonly directory: Directory;
  readonly me: string;
}

/** A failure loses its kind on the way between threads, so its code goes by itself. */
export type WorkerReport =
  | { readonly planned: Planned }
  | { readonly failed: { readonly code: Failure["code"]; readonly detail: string } };

parentPort?.postMessage(report(workerData as WorkerOrder));

function report({ importing, ...known }: WorkerOrder): WorkerReport {
  try {
    return { planned: planImport(importing, { ...known, newId: randomUUID }) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { failed: { code: error.code, detail: error.message } };
  }
}
