import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { holdDirectory } from "./lock.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Remembers what the pages were built from. */
const STAMP = "built-from";

/** The longest that a second process waits for the one that builds, in milliseconds. */
const PATIENCE_MS = 180_000;

/** Where the built pages stand. */
export const pagesFolder: string = join(root, "dist", "web");

/**
 * Builds the pages where they are missing or older than what they are made of; `false` where there was nothing to do.
 * A published package brings them built, and without what builds them.
 */
export async function buildPages(onBegin: () => void): Promise<boolean> {
  if (!existsSync(join(root, "vite.config.ts"))) return false;
  const from = await fingerprint();
  if ((await builtFrom()) === from) return false;
  onBegin();
  const held = await holdDirectory(join(root, "node_modules", ".cache", "septet-pages"), {
    waitMs: PATIENCE_MS,
  });
  try {
    if ((await builtFrom()) !== from) await build(from);
  } finally {
    await held.release();
  }
  return true;
}

const builtFrom = (): Promise<string> => readFile(join(pagesFolder, STAMP), "utf8").catch(() => "");

/** Beside the pages that are being served, which are then replaced at once. */
async function build(from: string): Promise<void> {
  const fresh = `${pagesFolder}.new`;
  await viteBuild(fresh);
  await writeFile(join(fresh, STAMP), from);
  await rm(`${pagesFolder}.old`, { recursive: true, force: true });
  await rename(pagesFolder, `${pagesFolder}.old`).catch(() => undefined); // there may be none yet
  await rename(fresh, pagesFolder);
  await rm(`${pagesFolder}.old`, { recursive: true, force: true });
}

/** Changes when anything that pages can be made of does. */
async function fingerprint(): Promise<string> {
  const sources = (await readdir(join(root, "src"), { recursive: true, withFileTypes: true }))
    .filter(
      (entry) =>
        entry.isFile() &&
        !entry.name.includes(".test.") &&
        /\.(tsx?|js|css|html|svg|woff2|png)$/.test(entry.name),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}cli${sep}`));
  const files = [...sources.sort(), join(root, "vite.config.ts"), join(root, "package-lock.json")];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash("sha256");
  for (const [index, file] of files.entries())
    hash.update(file.slice(root.length)).update(contents[index] as Buffer);
  return hash.digest("hex");
}

function viteBuild(folder: string): Promise<void> {
  const vite = createRequire(import.meta.url)
    .resolve("vite/package.json")
    .replace(/package\.json$/, join("bin", "vite.js"));
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [vite, "build", "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"],
      {
        cwd: root,
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`The pages could not be built:\n${said.trim().slice(-2_000)}`)),
    );
  });
}
