import { spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { Failure } from "../../../../platform/errors.ts";
import { splitFields } from "../fields.ts";
import { explain } from "../trouble.ts";

/** The program `git` in one folder. Only hashes and our own words ever reach its command line; the folder is where it runs. */
export interface Git {
  readonly folder: string;
  /** Streams what it writes, cut at NUL, some fields at a time; it goes on only when they were taken. Ends it when left early. */
  fields(args: readonly string[], options?: RunOptions): AsyncGenerator<string[], void>;
  /** All of its output, for the few questions with a short answer, without the line end; `null` where it says no. */
  answer(args: readonly string[], options?: RunOptions): Promise<string | null>;
  /** All of its output as bytes; throws where there is more than `most` of it. */
  bytes(args: readonly string[], options: RunOptions & { readonly most: number }): Promise<Uint8Array>;
}

export interface RunOptions {
  /** What it reads on its standard input, e.g. hashes, one a line. */
  readonly input?: string | Uint8Array;
  /** Exit codes other than 0 that mean "no" and not "it failed". */
  readonly no?: readonly number[];
  /** Ends it; a question with a short answer otherwise has {@link LONGEST_ANSWER_MS}. */
  readonly signal?: AbortSignal;
}

/** A question with a short answer is given up after this long: what a repository's files are (a pipe, say) is a stranger's. */
const LONGEST_ANSWER_MS = 60_000;

/**
 * A repository's own settings are a stranger's. What they could start is switched off here: monitors, hooks, pagers, signature
 * programs, and every transport, so that a partial clone cannot fetch what it lacks (older gits do not know GIT_NO_LAZY_FETCH).
 * Replacements and grafts are ignored: they stay on the machine that made them, and two clones must give the same figures.
 */
const SETTINGS = {
  "core.quotepath": "off",
  "core.fsmonitor": "false",
  "core.hooksPath": "/dev/null",
  "log.showSignature": "false",
  "column.ui": "never",
  "color.ui": "never",
  "i18n.logOutputEncoding": "UTF-8",
  "trailer.separators": ":",
  "protocol.allow": "never",
  "maintenance.auto": "false",
};

const ENVIRONMENT = {
  LC_ALL: "C",
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: "/dev/null/none",
  GIT_ALLOW_PROTOCOL: "none",
  GIT_TERMINAL_PROMPT: "0",
  GIT_PAGER: "cat",
};

/**
 * What a person may have set for git on purpose, such as `safe.directory`. All other GIT_… would point it elsewhere,
 * as when Septet is started from a hook.
 */
const KEPT = /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|EXEC_PATH|CEILING_DIRECTORIES)$/;

function environment(): Record<string, string | undefined> {
  // biome-ignore lint/style/noProcessEnv: nothing is configured by it; the child gets this process's environment, cleaned.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith("GIT_") || KEPT.test(name));
  return { ...Object.fromEntries(own), ...ENVIRONMENT };
}

const OPTIONS = [
  "--no-pager",
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
];

export function gitIn(folder: string): Git {
  return {
    folder,
    fields: (args, options = {}) => run({ folder, args, options, cut: 0 }),
    bytes: (args, options) => bytesOf(folder, args, options),
    answer: async (args, options = {}) => {
      const parts: string[] = [];
      const signal = options.signal ?? AbortSignal.timeout(LONGEST_ANSWER_MS);
      try {
        for await (const some of run({ folder, args, options: { ...options, signal }, cut: null }))
          parts.push(...some);
      } catch (error) {
        if (error instanceof SaysNo) return null;
        if (signal.aborted)
          throw new Failure("not_readable", { detail: `git does not answer in ${folder}.`, cause: error });
        throw error;
      }
      return parts.join("").replace(/\n$/, "");
    },
  };
}

async function bytesOf(
  folder: string,
  args: readonly string[],
  { most, ...options }: RunOptions & { most: number },
) {
  const signal = options.signal ?? AbortSignal.timeout(LONGEST_ANSWER_MS);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf({ folder, args, options: { ...options, signal } })) {
    size += chunk.length;
    if (size > most) throw new Failure("too_large", { detail: `There are more than ${most} bytes to read.` });
    parts.push(chunk);
  }
  return new Uint8Array(Buffer.concat(parts));
}

class SaysNo extends Error {}

interface Run {
  readonly folder: string;
  readonly args: readonly string[];
  readonly options: RunOptions;
}

/** `cut` is the byte to cut at; `null` for all in one. */
async function* run({ cut, ...of }: Run & { readonly cut: number | null }): AsyncGenerator<string[], void> {
  yield* splitFields(chunksOf(of), cut);
}

async function* chunksOf({ folder, args, options }: Run): AsyncGenerator<Buffer, void> {
  const child = spawn("git", [...OPTIONS, ...args], {
    cwd: folder,
    env: environment(),
    windowsHide: true,
    ...(options.signal === undefined ? {} : { signal: options.signal, killSignal: "SIGKILL" }),
  });
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? -1));
  });
  // It may end before anyone waits for it, and before it has read all; its exit code tells what came of it.
  ended.catch(nothing);
  child.stdin.on("error", nothing);
  child.stdin.end(options.input ?? "");
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said = (said + chunk.toString("utf8")).slice(-8_000);
  });
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) yield chunk;
    const code = await ended.catch((error) => noProgram(folder, error));
    if (options.no?.includes(code)) throw new SaysNo();
    if (code !== 0) throw explain(said, folder);
  } finally {
    if (child.exitCode === null) child.kill();
  }
}

async function noProgram(folder: string, cause: unknown): Promise<never> {
  const there = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const detail = there
    ? "The program git cannot be started. Install it (https://git-scm.com/downloads) and see that it is in the PATH."
    : `There is no folder ${folder} any more.`;
  throw new Failure("not_readable", { detail, cause });
}

const nothing = (): void => undefined;
