import { execFile } from "node:child_process";
import { access, stat, statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import pc from "picocolors";
import { measures } from "../../core/measures/contract.ts";
import { units } from "../../core/org/contract.ts";
import { pagesFolder } from "../../platform/build-pages.ts";
import type { Config } from "../../platform/config.ts";
import { Failure } from "../../platform/errors.ts";
import { version } from "../../platform/version.ts";
import { connect, reachable } from "../connect.ts";
import type { Output } from "../output.ts";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  /** What to do about it, or "". */
  readonly todo: string;
}

/** Below this much room a growing store soon has none, in bytes. */
const LITTLE_ROOM = 2 * 1024 ** 3;
/** The oldest git whose options are used. */
const OLDEST_GIT = [2, 25] as const;

/** Looks at everything that Septet stands on. Gives whether all is well. */
export async function doctorCommand(config: Config, out: Output): Promise<boolean> {
  const checks = [
    versions(),
    await git(),
    await room(config),
    await directory(config),
    await pages(),
    ...(await stores(config, out)),
  ];
  const ok = checks.every((check) => check.ok);
  out.result({ ok, version, checks }, () => checks.map(words).join("\n"));
  return ok;
}

const words = ({ name, ok, found, todo }: Check): string =>
  `${ok ? pc.green("✓") : pc.red("✗")} ${name}: ${found}${todo ? `\n  ${pc.yellow(todo)}` : ""}`;

const good = (name: string, found: string): Check => ({ name, ok: true, found, todo: "" });
const bad = (name: string, found: string, todo: string): Check => ({ name, ok: false, found, todo });

function versions(): Check {
  const found = `Septet ${version} on Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  const enough = Number.parseInt(process.versions.node, 10) >= 24;
  return enough
    ? good("versions", found)
    : bad("versions", found, "Septet runs on Node 24, which npm install brings. Run: npm install");
}

async function git(): Promise<Check> {
  try {
    const { stdout } = await promisify(execFile)("git", ["--version"]);
    const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(stdout) ?? []).slice(1).map(Number);
    const enough = major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1]);
    return enough
      ? good("git", stdout.trim())
      : bad("git", stdout.trim(), `Install git ${OLDEST_GIT.join(".")} or newer.`);
  } catch {
    return bad("git", "not found", "Install git, and see that it is on the PATH.");
  }
}

async function room({ data }: Config): Promise<Check> {
  const there = await access(resolve(data)).then(
    () => resolve(data),
    () => process.cwd(),
  );
  const { bavail, bsize } = await statfs(there);
  const found = `${((Number(bavail) * Number(bsize)) / 1024 ** 3).toFixed(1)} GB free`;
  return Number(bavail) * Number(bsize) > LITTLE_ROOM
    ? good("disk", found)
    : bad("disk", found, `Make room on the disk that holds ${there}.`);
}

async function directory({ data }: Config): Promise<Check> {
  const path = resolve(data);
  const there = await stat(path).catch(() => undefined);
  if (!there) return good("data", `${path} is not there yet; the first start makes it`);
  const open = (there.mode & 0o077) !== 0;
  return open
    ? bad("data", `${path} can be read by others`, `Run: chmod 700 ${path}`)
    : good("data", `${path}, yours alone`);
}

async function pages(): Promise<Check> {
  const built = await access(join(pagesFolder, "index.html")).then(
    () => true,
    () => false,
  );
  return good("pages", built ? "built" : "not built yet; the next start builds them");
}

async function stores(config: Config, out: Output): Promise<Check[]> {
  const running = await reachable(config.data);
  const server = good("server", running ? `answers at ${running.url}` : "not running");
  try {
    const connection = await connect(config, out);
    try {
      const tree = await connection.ask(units, {});
      const known = await connection.ask(measures, {});
      return [
        server,
        good(
          "stores",
          `both open and answer (teams and groups: ${tree.units.length}, measures: ${known.measures.length})`,
        ),
      ];
    } finally {
      await connection.close();
    }
  } catch (error) {
    const todo =
      error instanceof Failure
        ? "See the message above."
        : "Start Septet once more; if it stays so, restore the data directory from a copy.";
    return [server, bad("stores", (error as Error).message, todo)];
  }
}
