/** Test support: only tests import this. */
import { createHash } from "node:crypto";
import { cpSync } from "node:fs";
import { access, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { holdDirectory } from "../lock.ts";
import { fingerprintOf, readMigrations } from "../migrations.ts";
import { EMBEDDED_OWNER, type OpenState, openState, stateMigrations } from "./open-state.ts";
import type { Tx } from "./state-db.ts";

export interface TestState extends OpenState {
  /** Runs `work` as the owner of all tables, past every policy: to lay out what a test is about. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

const packageRoot = new URL("../../../", import.meta.url);
const cache = fileURLToPath(new URL("node_modules/.cache/septet/states/", packageRoot));
/** The longest that one test process waits for another to make the store that all copy, in milliseconds. */
const PATIENCE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A fresh state store with all migrations run, within a second, gone when it is closed. */
export async function openTestState(): Promise<TestState> {
  const folder = await mkdtemp(join(tmpdir(), "septet-store-"));
  const dataDir = join(folder, "state");
  await layMigratedState(dataDir);
  const state = await openState({ dataDir });
  const close = async () => {
    await state.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...withOwner(state, (work) => ownerTransaction(state.bare, work, EMBEDDED_OWNER)), close };
}

/** Adds `asOwner` through a server's own connection for the owner. */
export function withOwnerUrl(state: OpenState, ownerUrl: string): TestState {
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  owner.on("error", () => undefined); // the server may go first
  const close = async () => {
    await state.close();
    await owner.end();
  };
  return { ...withOwner(state, (work) => ownerTransaction(owner, work)), close };
}

const withOwner = (state: OpenState, asOwner: TestState["asOwner"]): TestState => ({ ...state, asOwner });

function ownerTransaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>, role?: string): Promise<T> {
  return drizzle({ client: pool }).transaction(async (tx) => {
    if (role !== undefined) await tx.execute(sql.raw(`set local role ${role}`));
    return work(tx);
  });
}

/**
 * Puts an embedded store with all migrations run, as a first start leaves it before anything is written, where none is yet.
 * It is a copy of one that is made once, as making it takes longer than most tests.
 */
export async function layMigratedState(dataDir: string): Promise<void> {
  // At once rather than by `cp` of the promises, which takes three times as much work for its thousand files.
  cpSync(await migratedState(), dataDir, { recursive: true });
}

/** The folder that is copied, named after all that it depends on. */
async function migratedState(): Promise<string> {
  const folder = join(cache, `state-${await versionOfState()}`);
  if (await exists(folder)) return folder;
  const held = await holdDirectory(cache, { waitMs: PATIENCE_MS });
  try {
    if (!(await exists(folder))) await makeState(folder);
  } finally {
    await held.release();
  }
  return folder;
}

async function versionOfState(): Promise<string> {
  const engine = await readFile(
    new URL("node_modules/@electric-sql/pglite/package.json", packageRoot),
    "utf8",
  );
  const files = fingerprintOf(await readMigrations(stateMigrations));
  return createHash("sha256").update(engine).update(files).digest("hex").slice(0, 16);
}

async function makeState(folder: string): Promise<void> {
  await removeOldStates();
  await (await openState({ dataDir: `${folder}.new` })).close();
  await rename(`${folder}.new`, folder);
}

/** Those that other versions left, and what was broken off while it was made. */
async function removeOldStates(): Promise<void> {
  const states = (await readdir(cache))
    .filter((name) => name.startsWith("state-"))
    .map((name) => join(cache, name));
  for (const state of states)
    if (state.endsWith(".new") || Date.now() - (await stat(state)).mtimeMs > DAY_MS)
      await rm(state, { recursive: true, force: true });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
