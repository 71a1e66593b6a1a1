import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { unzipSync } from "fflate";
import { faultOf, isWanted, MOST_BYTES, MOST_FILES, tooLarge, tooMany } from "../areas/decisions/contract.ts";
import { fail, failField } from "../platform/errors.ts";

/** Folders that hold no records of a team's own. */
const PASSED = new Set([".git", "node_modules"]);

/** What a folder or an archive is known by: its name and its parent's, which is the same wherever a repository lies. */
export const nameOf = (path: string): string => {
  const whole = resolve(path);
  return [basename(dirname(whole)), basename(whole)].filter((part) => part !== "").join("/");
};

export interface RecordsGiven {
  readonly files?: { path: string; base64: string }[];
  readonly archive?: string;
}

/** The Markdown files of a folder, or an archive as it is. */
export async function recordsAt(path: string): Promise<RecordsGiven> {
  const found = await stat(path).catch(() => failField("/path", `There is no ${path}.`, "not_readable"));
  if (!found.isDirectory()) {
    if (found.size > MOST_BYTES) fail("too_large", tooLarge);
    return { archive: (await readFile(path)).toString("base64") };
  }
  const paths = await pathsIn(path);
  if (paths.length > MOST_FILES) fail("too_large", tooMany);
  let left = MOST_BYTES;
  const files = [];
  for (const one of paths) {
    const bytes = await readFile(join(path, one));
    left -= bytes.length;
    if (left < 0) fail("too_large", tooLarge);
    files.push({ path: one, base64: bytes.toString("base64") });
  }
  return { files };
}

/** With slashes, in order; symbolic links are not followed. */
async function pathsIn(top: string, below = ""): Promise<string[]> {
  const entries = await readdir(join(top, below), { withFileTypes: true }).catch((error: Error) =>
    fail("not_readable", `${join(top, below)} cannot be read: ${error.message}.`),
  );
  const found: string[] = [];
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory() && !PASSED.has(entry.name)) found.push(...(await pathsIn(top, path)));
    if (entry.isFile() && isWanted(path)) found.push(path);
    if (found.length > MOST_FILES) fail("too_large", tooMany);
  }
  return found;
}

/** Unpacks into a folder. What says something else there already stays, and nothing at all is written, unless that is wanted. */
export async function unpackInto(
  folder: string,
  archive: Uint8Array,
  overwrite: boolean,
): Promise<{ written: number; same: number }> {
  const files = Object.entries(unzipSync(archive)).map(([path, bytes]) => ({ path, bytes }));
  for (const { path } of files) {
    const fault = faultOf(path);
    if (fault !== null) fail("not_readable", `${path}: ${fault}`);
  }
  const there = await Promise.all(files.map(({ path }) => readFile(join(folder, path)).catch(() => null)));
  const different = files.filter(({ bytes }, at) => there[at] && !there[at]?.equals(bytes));
  if (different.length > 0 && !overwrite)
    fail(
      "conflict",
      `${different.length} of the files ${different.length === 1 ? "is" : "are"} there and differ, ${different[0]?.path} among them. Give another folder, or --overwrite.`,
    );
  const fresh = files.filter(({ bytes }, at) => !there[at]?.equals(bytes));
  for (const { path, bytes } of fresh) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return { written: fresh.length, same: files.length - fresh.length };
}
