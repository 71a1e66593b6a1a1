import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { Failure } from "./errors.ts";

/** Who holds a directory, as written beside the lock. */
export const Holder = z.object({ pid: z.int(), since: z.string(), command: z.string() });
export type Holder = z.infer<typeof Holder>;

export interface Held {
  /** Who held the directory last, where it ended without letting go: it was killed, or the machine went down. */
  readonly broken: Holder | undefined;
  release(): Promise<void>;
}

/** Somebody else holds the directory, who may be about to let go. */
export class HeldByOther extends Failure {
  constructor(detail: string) {
    super("conflict", { detail });
  }
}

export interface HoldOptions {
  /** How long to wait for a holder that is just closing, in milliseconds. */
  readonly waitMs?: number;
  /** What to say of ourselves. */
  readonly command?: string;
}

const LOOK_AGAIN_MS = 100;
const SQLITE_BUSY = 5;

/**
 * Holds a directory for this process alone, and makes it private. The lock is the kernel's, through SQLite, as Node has no
 * `flock`: it frees itself when the process is gone, however it went. What is written beside it only tells who it is.
 */
export async function holdDirectory(
  dir: string,
  { waitMs = 0, command = commandLine() }: HoldOptions = {},
): Promise<Held> {
  await makePrivate(dir);
  const lock = await takeLock(join(dir, "lock"), waitMs);
  if (!lock) throw heldByOther(dir, await holderOf(dir));
  const broken = await holderOf(dir);
  const holder: Holder = { pid: process.pid, since: new Date().toISOString(), command };
  await writeFile(noteIn(dir), JSON.stringify(holder), { mode: 0o600 });
  let released = false;
  return {
    broken,
    async release() {
      if (released) return;
      released = true;
      await rm(noteIn(dir), { force: true });
      lock.close();
    },
  };
}

/** Makes the directory, or sees that it is ours alone. One that holds other things is left as it is, and refused where others can read it. */
async function makePrivate(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  if (((await stat(dir)).mode & 0o077) === 0) return;
  const names = await readdir(dir);
  if (names.length > 0 && !names.includes("lock")) {
    throw new Failure("conflict", {
      detail: `${dir} holds other things, and others can read it. Choose a directory of its own with --data.`,
    });
  }
  await chmod(dir, 0o700);
}

/** Who wrote themselves down last; they hold the directory only if the lock is taken. */
export async function holderOf(dir: string): Promise<Holder | undefined> {
  try {
    return Holder.parse(JSON.parse(await readFile(noteIn(dir), "utf8")));
  } catch {
    return undefined;
  }
}

async function takeLock(file: string, waitMs: number): Promise<DatabaseSync | undefined> {
  const until = performance.now() + waitMs;
  for (;;) {
    const lock = tryLock(file);
    if (lock || performance.now() >= until) return lock;
    await sleep(LOOK_AGAIN_MS);
  }
}

function tryLock(file: string): DatabaseSync | undefined {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec("pragma locking_mode = exclusive; begin exclusive");
    return database;
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}

function heldByOther(dir: string, holder: Holder | undefined): HeldByOther {
  const who = holder ? `process ${holder.pid} (${holder.command}, since ${holder.since})` : "another process";
  return new HeldByOther(
    `The data directory ${dir} is in use by ${who}. Stop it, or choose another with --data.`,
  );
}

const noteIn = (dir: string): string => join(dir, "holder.json");

/** Without the paths of Node and of our own files. */
const commandLine = (): string => ["septet", ...process.argv.slice(2)].join(" ");
