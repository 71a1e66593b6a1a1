import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { layMigratedState } from "../../src/platform/state/testing.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
/** As `bin/run.mjs` starts it. */
const options = [
  "--disable-warning=ExperimentalWarning",
  `--import=${new URL("../../bin/quick-imports.mjs", import.meta.url)}`,
];

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Where {
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** Starts the command as a process of its own. */
export function spawnSeptet(args: readonly string[], { cwd, env = {} }: Where = {}): Running {
  const child = spawn(process.execPath, [...options, main, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", TZ: "UTC", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  child.once("close", () => started.delete(child));
  return new Running(child);
}

/** What a failed test leaves behind must not live on. */
const started = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of started) child.kill("SIGKILL");
});

/** Runs the command to its end. */
export const septet = (args: readonly string[], where?: Where): Promise<Ended> =>
  spawnSeptet(args, where).ended;

/**
 * Makes a data directory in which the first command finds its state store made, which is most of what it would take; all
 * else it still begins. For tests that are not about that making. Gives the option that names it.
 */
export async function prepared(dataDir: string): Promise<string[]> {
  await mkdir(dataDir, { mode: 0o700 });
  await layMigratedState(join(dataDir, "state"));
  return ["--data", dataDir];
}

/** The object in the last line of standard output. */
export function lastJson<T>({ stdout, stderr }: Ended): T {
  const line = stdout.trimEnd().split("\n").at(-1);
  if (!line) throw new Error(`Nothing on standard output; standard error says: ${stderr}`);
  return JSON.parse(line) as T;
}

export class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  #out = "";
  #err = "";

  constructor(child: ChildProcess) {
    this.child = child;
    child.stdout?.on("data", (text) => (this.#out += text));
    child.stderr?.on("data", (text) => (this.#err += text));
    this.ended = once(child, "close").then(([code]) => ({
      code: code as number | null,
      stdout: this.#out,
      stderr: this.#err,
    }));
  }

  get stderr(): string {
    return this.#err;
  }

  /** Waits until standard output has a whole line, and gives its object. */
  async firstJson<T>(): Promise<T> {
    while (!this.#out.includes("\n")) {
      if (this.child.exitCode !== null) throw new Error(`It ended with ${this.child.exitCode}: ${this.#err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return JSON.parse(this.#out.slice(0, this.#out.indexOf("\n"))) as T;
  }

  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}
