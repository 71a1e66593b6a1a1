import { randomBytes, timingSafeEqual } from "node:crypto";
import { access, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import { Failure } from "./errors.ts";

/** With the local token, in whose name to act: an id or an e-mail address. */
export const ACT_AS = "septet-as";

/** A running server, as it tells the command line beside it. Only who can read the data directory can read this. */
const Running = z.object({ url: z.url(), token: z.string(), pid: z.int() });
export type Running = z.infer<typeof Running>;

const RUNNING = "server.json";

export const newToken = (): string => randomBytes(32).toString("base64url");

/** Compares without telling by its time how much was right. */
export function sameToken(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Written whole or not at all. */
export async function announceRunning(dataDir: string, running: Running): Promise<void> {
  const file = join(dataDir, RUNNING);
  await writeFile(`${file}.new`, JSON.stringify(running), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export async function forgetRunning(dataDir: string): Promise<void> {
  await rm(join(dataDir, RUNNING), { force: true });
}

/** The server that announced itself last, if its note can be read; it may be gone. */
export async function announced(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(join(dataDir, RUNNING), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return Running.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whether a first start, or what else may begin an installation, was ever made here: a store lies there. */
export async function isKept(dataDir: string): Promise<boolean> {
  const stores = ["state", "events"].map((store) => access(join(dataDir, store)));
  return (await Promise.allSettled(stores)).some(({ status }) => status === "fulfilled");
}

/** Says so where nothing is kept: a folder that was entered by mistake, mostly. */
export async function mustBeKept(dataDir: string): Promise<void> {
  if (await isKept(dataDir)) return;
  const detail = `Nothing is kept in ${resolve(dataDir)}. Start Septet there first, or say where it is kept with SEPTET_DATA.`;
  throw new Failure("not_ready", { detail });
}
