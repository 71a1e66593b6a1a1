import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./npm.mjs";
import { oneAtATime } from "./one-at-a-time.mjs";
import { Sorry, say, waiting } from "./say.mjs";

/** Installs what is missing in the clone at `root`, and again when its lock file changed. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await oneAtATime(
    join(root, ".cache", "installing"),
    async () => {
      if (!isInstalled(root)) await install(root);
    },
    { whileWaiting: "Another process is installing here; waiting for it." },
  );
}

function isInstalled(root) {
  const key = installKey(root);
  if (textOf(marker(root)) === key) return true;
  if (!npmAgrees(root)) return false;
  writeFileSync(marker(root), key);
  return true;
}

async function install(root) {
  const done = waiting("Installing what Septet needs (once, about a minute)");
  const outcome = await installOnce(root);
  const seconds = done();
  if (outcome.code !== 0) throw new Sorry(whatToDo(root, outcome));
  writeFileSync(marker(root), installKey(root));
  say(`Installed in ${seconds} s.`);
}

async function installOnce(root) {
  const options = ["--include=dev", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  const clean = await npm(["ci", ...options], root);
  // `ci` refuses a lock file that says too little for this npm, or less than package.json; `install` mends that.
  return clean.output.includes("EUSAGE") ? await npm(["install", "--no-save", ...options], root) : clean;
}

function whatToDo(root, { output }) {
  return [
    "Septet could not install what it needs. npm says:",
    "",
    output.trim().replace(/^/gm, "  ") || "  (nothing)",
    "",
    "It needs the npm registry (or a filled npm cache) and leave to write here:",
    `  ${root}`,
    "Then run the same command again. To see more, run there:  npm ci",
  ].join("\n");
}

/** What the installed tree was made from. A tree copied to another kind of machine is installed anew. */
function installKey(root) {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  return `${hash.digest("hex")} ${process.platform} ${process.arch}\n`;
}

/** Where someone ran npm by hand, npm's own account of the tree tells whether anything is missing. */
function npmAgrees(root) {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const present = packagesIn(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === "") return true;
    const there = present[path];
    return there ? there.version === version : optional === true;
  });
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

const marker = (root) => join(root, "node_modules", ".septet-installed");

function textOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
