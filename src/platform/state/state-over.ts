import { DrizzleQueryError, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import type pg from "pg";
import { insideTransaction, refuseInsideTransaction } from "../transaction.ts";
import type { Bus } from "./bus.ts";
import { type Role, RoleClient, RolePool } from "./role-pool.ts";
import type { StateDb, Tx } from "./state-db.ts";
import { Turns } from "./turns.ts";

/** The state store over a pool of connections; the same for both modes. `stop` ends what was started for it. */
export function stateOver(pool: pg.Pool, bus: Bus, stop: () => Promise<void>): StateDb {
  const turns = new Turns(pool);

  const within = async <T>(role: Role, work: (tx: Tx) => Promise<T>): Promise<T> => {
    refuseInsideTransaction("Another transaction");
    const client = new RoleClient(await turns.take(), role);
    try {
      const db = drizzle({ client: client as unknown as pg.PoolClient });
      return await insideTransaction(() => db.transaction(work));
    } catch (error) {
      throw error instanceof DrizzleQueryError ? (error.cause ?? error) : error; // its own message tells the parameters
    } finally {
      client.release();
    }
  };

  let closed: Promise<void> | undefined;
  const close = async () => {
    await turns.drain();
    await bus.close();
    await stop();
  };

  return {
    as: (person, work) =>
      within("septet_app", async (tx) => {
        await tx.execute(sql`select set_config('septet.person', ${person}, true)`);
        return work(tx);
      }),
    asJobs: (work) => within("septet_jobs", work),
    asAuth: (work) => within("septet_auth", work),
    authPool: new RolePool(turns.take, "septet_auth") as unknown as pg.Pool,
    jobsPool: new RolePool(turns.take, "septet_jobs") as unknown as pg.Pool,
    async notify(channel, payload) {
      refuseInsideTransaction("A notification");
      await bus.notify(channel, payload);
    },
    listen: (channel, heard) => bus.listen(channel, heard),
    close: () => (closed ??= close()),
  };
}
