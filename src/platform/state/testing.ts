/** Test support: only tests import this. */
import { createHash } from "node:crypto";
import { access, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
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
const cache = new URL("node_modules/.cache/septet/", packageRoot);
/** The longest that one test process waits for another to make the dump, in milliseconds. */
const PATIENCE_MS = 60_000;
const DAY_MS = 86_400_000;

/** A fresh state store in memory, with all migrations run; within a second, from a dump that is made once. */
export async function openTestState(): Promise<TestState> {
  const state = await openState({ dataDir: "memory://", dump: await migratedDump() });
  return withOwner(state, (work) => ownerTransaction(state.bare, work, EMBEDDED_OWNER));
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

/** A file with the embedded data directory as it is after a folder's migrations, named after all that it depends on. */
export async function migratedDump(migrations: URL = stateMigrations): Promise<string> {
  const dump = fileURLToPath(new URL(`state-${await versionOfDump(migrations)}.tar`, cache));
  if (await exists(dump)) return dump;
  const held = await holdDirectory(fileURLToPath(cache), { waitMs: PATIENCE_MS });
  try {
    if (!(await exists(dump))) await makeDump(dump, migrations);
  } finally {
    await held.release();
  }
  return dump;
}

async function versionOfDump(migrations: URL): Promise<string> {
  const engine = await readFile(
    new URL("node_modules/@electric-sql/pglite/package.json", packageRoot),
    "utf8",
  );
  const files = fingerprintOf(await readMigrations(migrations));
  return createHash("sha256").update(engine).update(files).digest("hex").slice(0, 16);
}

async function makeDump(file: string, migrations: URL): Promise<void> {
  const state = await openState({ dataDir: "memory://" }, { migrations });
  const tar = await state.embedded?.dump();
  await state.close();
  await removeOldDumps();
  await writeFile(`${file}.new`, tar as Uint8Array);
  await rename(`${file}.new`, file);
}

async function removeOldDumps(): Promise<void> {
  const dumps = (await readdir(cache))
    .filter((name) => name.startsWith("state-"))
    .map((name) => new URL(name, cache));
  for (const dump of dumps)
    if (Date.now() - (await stat(dump)).mtimeMs > DAY_MS) await rm(dump, { force: true });
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
