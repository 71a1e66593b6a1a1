import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { npm } from "./npm.mjs";
import { Sorry, say } from "./say.mjs";

const WANTED = 24;

/**
 * The path of a Node that is new enough. The package `node` brings one, by an install script. Where scripts are switched
 * off, the machine's own will do, or else we fetch the package that the script would have fetched.
 */
export async function findNode(root) {
  const brought = join(nodePackage(root), "bin", "node");
  if (runs(brought)) return brought;
  if (Number.parseInt(process.versions.node, 10) >= WANTED) return process.execPath;
  return await fetched(root);
}

async function fetched(root) {
  const { version } = JSON.parse(readFileSync(join(nodePackage(root), "package.json"), "utf8"));
  const name = binaryPackage();
  const folder = join(root, ".cache", `node-${version}`);
  const binary = join(folder, "node_modules", name, "bin", "node");
  if (runs(binary)) return binary;
  say(`Fetching Node ${version}, as install scripts are switched off …`);
  await mkdir(folder, { recursive: true });
  const { output } = await npm(
    [
      "install",
      `${name}@${version}`,
      "--prefix",
      folder,
      "--no-save",
      "--prefer-offline",
      "--ignore-scripts",
    ],
    folder,
  );
  if (runs(binary)) return binary;
  throw new Sorry(whatToDo(root, output));
}

function whatToDo(root, output) {
  return [
    `Septet runs on Node ${WANTED}, and this is Node ${process.versions.node}.`,
    "It brings its own, but that could not be installed here. npm says:",
    "",
    output.trim().replace(/^/gm, "  ") || "  (nothing)",
    "",
    "Either let its install script run:",
    `  npm rebuild node --ignore-scripts=false --prefix "${root}"`,
    `or install Node ${WANTED} or newer on this machine (https://nodejs.org), and run the same command again.`,
  ].join("\n");
}

/** Its place is not fixed: npm may put it beside us instead of below. */
function nodePackage(root) {
  try {
    return dirname(createRequire(join(root, "package.json")).resolve("node/package.json"));
  } catch {
    throw new Sorry(`The package “node” is missing. Install again:\n  npm install --prefix "${root}"`);
  }
}

/** The name under which the package `node` publishes its binary for this kind of machine. */
function binaryPackage() {
  const { platform, arch } = process;
  return `${platform === "darwin" && arch === "arm64" ? "node-bin" : "node"}-${platform}-${arch}`;
}

/** A binary may be there and yet be for another machine or C library. */
function runs(binary) {
  if (!existsSync(binary)) return false;
  const { stdout } = spawnSync(binary, ["--version"], { encoding: "utf8" });
  return Number.parseInt(String(stdout).slice(1), 10) >= WANTED;
}
