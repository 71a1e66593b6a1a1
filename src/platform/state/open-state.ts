import pg from "pg";
import { type Migration, readMigrations } from "../migrations.ts";
import { localBus } from "./bus.ts";
import { startEmbedded } from "./embedded.ts";
import { grantRoles } from "./grant-roles.ts";
import { migrateState } from "./migrate-state.ts";
import { serverBus } from "./server-bus.ts";
import type { StateDb } from "./state-db.ts";
import { stateOver } from "./state-over.ts";

/** Where the state lives: a folder of our own (or `memory://`), or a PostgreSQL server. */
export type StatePlace =
  | { readonly dataDir: string }
  | { readonly url: string; readonly ownerUrl?: string | undefined };

export interface StateOptions {
  readonly migrations?: URL;
}

/** The store, and what only its own tests and tools need. */
export interface OpenState extends StateDb {
  /** The migrations that ran at this opening. */
  readonly migrated: readonly string[];
  /** Connections without a role of their own asking: what a forgotten role gets. */
  readonly bare: pg.Pool;
}

export const stateMigrations = new URL("../../../migrations/state/", import.meta.url);

/** Waiting longer than this for one's turn is an error in the program: transactions are short. */
const LONGEST_WAIT_MS = 30_000;
/** The superuser of PGlite's session, to which migrations rise. */
export const EMBEDDED_OWNER = "postgres";

/** Opens the state store and brings its schema up to date. */
export async function openState(
  place: StatePlace,
  { migrations = stateMigrations }: StateOptions = {},
): Promise<OpenState> {
  const files = await readMigrations(migrations);
  return "dataDir" in place
    ? openEmbedded(place.dataDir, files)
    : openServer(place.url, place.ownerUrl, files);
}

async function openEmbedded(dataDir: string, files: readonly Migration[]): Promise<OpenState> {
  const embedded = await startEmbedded(dataDir);
  // One connection, as there is one session: the messages of several would mix between "parse" and "bind".
  const pool = poolOf({
    host: embedded.host,
    user: EMBEDDED_OWNER,
    database: "postgres",
    max: 1,
    idleTimeoutMillis: 0,
  });
  const stop = async () => {
    await pool.end();
    await embedded.stop();
  };
  try {
    const migrated = await migrateEmbedded(pool, files);
    return { ...stateOver(pool, localBus(), stop), migrated, bare: pool };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function migrateEmbedded(pool: pg.Pool, files: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    const migrated = await migrateState(client, files, EMBEDDED_OWNER);
    await client.query("set role septet_app"); // the session's own from here on: what forgets to ask has no rights
    return migrated;
  } finally {
    client.release();
  }
}

async function openServer(
  url: string,
  ownerUrl: string | undefined,
  files: readonly Migration[],
): Promise<OpenState> {
  const migrated = await migrateServer(ownerUrl ?? url, url, files);
  const connection = { connectionString: url, options: "-c role=septet_app" };
  const pool = poolOf({ ...connection, max: 10, idle_in_transaction_session_timeout: LONGEST_WAIT_MS });
  const bus = serverBus(connection, (text, values) => pool.query(text, values));
  return { ...stateOver(pool, bus, () => pool.end()), migrated, bare: pool };
}

async function migrateServer(ownerUrl: string, url: string, files: readonly Migration[]): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  owner.on("error", () => undefined); // the statement that runs is told
  await owner.connect();
  try {
    const migrated = await migrateState(owner, files);
    await grantRoles(owner, url);
    return migrated;
  } finally {
    await owner.end();
  }
}

function poolOf(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ connectionTimeoutMillis: LONGEST_WAIT_MS, ...config });
  pool.on("error", () => undefined); // an idle connection broke: the next query makes a new one, or is told
  return pool;
}
