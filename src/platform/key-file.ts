import { randomBytes } from "node:crypto";
import { access, chmod, link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { Failure } from "./errors.ts";
import { type KeyRing, newRing } from "./secrets.ts";

const Ring = z
  .object({ current: z.string(), keys: z.record(z.string(), z.base64url().length(43)) })
  .refine(({ current, keys }) => Object.hasOwn(keys, current));

/** Fewer characters than this were never a key of ours. */
const SHORTEST_PLAIN_KEY = 32;

/** What a key file holds: a ring of keys, or the plain key that installations had before. */
export type KeyFile = { readonly ring: KeyRing; readonly plain?: string };

/**
 * Reads the key file, if there is one. A plain key of before comes back with a new ring beside it, which is not written yet.
 * One that was cut short is refused: a broken key would hide nothing.
 */
export async function readKeyFile(file: string): Promise<KeyFile | undefined> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Failure("not_readable", {
      detail: `The key file ${file} cannot be read (${error.code}).`,
      cause: error,
    });
  });
  if (text === undefined) return undefined;
  await chmod(file, 0o600).catch(() => undefined); // where it is mounted read-only, its mode is not ours
  return parsed(text.trim()) ?? refuse(file);
}

function parsed(text: string): KeyFile | undefined {
  if (!text.startsWith("{"))
    return text.length >= SHORTEST_PLAIN_KEY ? { ring: newRing(), plain: text } : undefined;
  const kept = Ring.extend({ plain: z.string().min(SHORTEST_PLAIN_KEY).optional() }).safeParse(
    json(text),
  ).data;
  if (!kept) return undefined;
  const { plain, ...ring } = kept;
  return plain === undefined ? { ring } : { ring, plain };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refuse(file: string): never {
  throw new Failure("not_readable", { detail: `The key in ${file} is cut short or damaged. ${WAY_OUT}` });
}

/** What to do where the key is lost. */
export const WAY_OUT =
  "Put the key file back from a copy. Without a copy, run: npx septet keys reset --yes. Then everybody signs in again, and people in events get new pseudonyms.";

/** Makes a new key file; where there is one already, that one stays and holds. */
export async function makeKeyFile(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = await written(file, { ring: newRing() });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(fresh);
}

/** Replaces the key file: whole, or not at all. */
export async function writeKeyFile(file: string, content: KeyFile): Promise<void> {
  await rename(await written(file, content), file);
}

/** Sets a key file aside under another name: it may belong to another installation. */
export async function setKeyFileAside(file: string): Promise<void> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (there) await rename(file, `${file}.before-reset-${randomBytes(4).toString("hex")}`);
}

async function written(file: string, { ring, plain }: KeyFile): Promise<string> {
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  const text = `${JSON.stringify({ ...ring, ...(plain === undefined ? {} : { plain }) })}\n`;
  await writeFile(fresh, text, { mode: 0o600, flush: true });
  return fresh;
}
