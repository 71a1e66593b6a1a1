import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Remembers what the pages were built from. */
const STAMP = "built-from";

/** Where the built pages stand. */
export const pagesFolder: string = join(root, "dist", "web");

/**
 * Builds the pages where they are missing or older than what they are made of; `false` where there was nothing to do.
 * A published package brings them built, and without what builds them.
 */
export async function buildPages(onBegin: () => void): Promise<boolean> {
  if (!existsSync(join(root, "vite.config.ts"))) return false;
  const from = await fingerprint();
  const built = await readFile(join(pagesFolder, STAMP), "utf8").catch(() => "");
  if (built === from) return false;
  onBegin();
  await viteBuild();
  await writeFile(join(pagesFolder, STAMP), from);
  return true;
}

/** Changes when anything that pages can be made of does. */
async function fingerprint(): Promise<string> {
  const sources = (await readdir(join(root, "src"), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.includes(".test.") && /\.(tsx?|css|html|svg|woff2|png)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(`${sep}cli${sep}`));
  const files = [...sources.sort(), join(root, "vite.config.ts"), join(root, "package-lock.json")];
  const contents = await Promise.all(files.map((file) => readFile(file)));
  const hash = createHash("sha256");
  for (const [index, file] of files.entries()) hash.update(file.slice(root.length)).update(contents[index] as Buffer);
  return hash.digest("hex");
}

function viteBuild(): Promise<void> {
  const vite = createRequire(import.meta.url).resolve("vite/package.json").replace(/package\.json$/, join("bin", "vite.js"));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    child.stdout.on("data", (text) => (said += text));
    child.stderr.on("data", (text) => (said += text));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${said.trim().slice(-2_000)}`)),
    );
  });
}
