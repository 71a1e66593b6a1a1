/** PGlite in a thread of its own, so that the event loop of the product never waits on WASM. Started by `embedded.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";

export interface WorkerInput {
  /** A folder, or `memory://`. */
  readonly dataDir: string;
  readonly socket: string;
}
/** The one message to the thread, and the one from it. */
export type WorkerOrder = "close";
export type WorkerReport = "ready";

const { dataDir, socket } = workerData as WorkerInput;
/** Those that the migrations create: each is unpacked again at every start. */
const extensions = { btree_gist };

const pglite = await PGlite.create({ dataDir, extensions });
crashOnEngineError(pglite);
// One connection is used; a few more may be there for a moment while one is replaced.
const server = new PGLiteSocketServer({ db: pglite, path: socket, maxConnections: 10 });
await server.start();

parentPort?.once("message", async (_order: WorkerOrder) => {
  await server.stop();
  await pglite.close();
  parentPort?.close();
});
parentPort?.postMessage("ready" satisfies WorkerReport);

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
