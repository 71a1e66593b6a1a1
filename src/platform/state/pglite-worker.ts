/** PGlite in a thread of its own, so that the event loop of the product never waits on WASM. Started by `embedded.ts`. */
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { citext } from "@electric-sql/pglite/contrib/citext";
import { fuzzystrmatch } from "@electric-sql/pglite/contrib/fuzzystrmatch";
import { ltree } from "@electric-sql/pglite/contrib/ltree";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { pgcrypto } from "@electric-sql/pglite/contrib/pgcrypto";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

export interface WorkerInput {
  /** A folder, or `memory://`. */
  readonly dataDir: string;
  readonly socket: string;
  /** A dump of a data directory to begin with. */
  readonly dump?: string;
}
export type WorkerOrder = { order: "close" } | { order: "dump" };
export type WorkerReport = { report: "ready" | "closed" } | { report: "dumped"; dump: Uint8Array };

const { dataDir, socket, dump } = workerData as WorkerInput;
const extensions = { btree_gist, citext, fuzzystrmatch, ltree, pg_trgm, pgcrypto, unaccent };
const tell = (report: WorkerReport) => parentPort?.postMessage(report);

const pglite = await PGlite.create({
  dataDir,
  extensions,
  ...(dump === undefined ? {} : { loadDataDir: new Blob([await readFile(dump)]) }),
});
crashOnEngineError(pglite);
// One connection is used; a few more may be there for a moment while one is replaced.
const server = new PGLiteSocketServer({ db: pglite, path: socket, maxConnections: 10 });
await server.start();

parentPort?.on("message", async ({ order }: WorkerOrder) => {
  if (order === "dump") {
    const blob = await pglite.dumpDataDir("none");
    return tell({ report: "dumped", dump: new Uint8Array(await blob.arrayBuffer()) });
  }
  await server.stop();
  await pglite.close();
  tell({ report: "closed" });
  parentPort?.close();
});
tell({ report: "ready" });

/** When the engine itself fails (not a statement), the socket server would wait for ever. Ending the thread closes the sockets. */
function crashOnEngineError(db: PGlite): void {
  const run = db.execProtocolRawStream.bind(db);
  db.execProtocolRawStream = async (...parts) => {
    try {
      return await run(...parts);
    } catch (error) {
      setImmediate(() => {
        throw error;
      });
      throw error;
    }
  };
}
