import { readFile, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { type ImportFile, LARGEST_IMPORT } from "../core/catalog/contract.ts";
import { importFile } from "../core/catalog/file-text.ts";
import { fail } from "../platform/errors.ts";

/** The files to import, each known by its whole path. All of them, or none: what cannot be read stops the import. */
export async function importFiles(paths: readonly string[]): Promise<ImportFile[]> {
  let left = LARGEST_IMPORT;
  const files: ImportFile[] = [];
  for (const path of new Set(paths.map((given) => resolve(given)))) {
    left -= await sizeOf(path);
    if (left < 0)
      fail(
        "too_large",
        `At most ${LARGEST_IMPORT / 1024 ** 2} MiB are read at once. Give it in several imports.`,
      );
    files.push(importFile(path, await readFile(path).catch((error) => unreadable(path, error))));
  }
  return files;
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error) => unreadable(path, error));
  if (!found.isFile()) fail("not_readable", `${path} is no file. Name the files themselves.`);
  return found.size;
}

function unreadable(path: string, error: NodeJS.ErrnoException): never {
  if (error.code === "ENOENT") fail("not_readable", `There is no file ${path}.`);
  if (error.code === "EACCES") fail("not_readable", `${path} may not be read by you.`);
  fail("not_readable", `${path} cannot be read: ${error.message}.`);
}
