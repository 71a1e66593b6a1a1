import { spawn } from "node:child_process";
import { ensure } from "./ensure.mjs";
import { isInNodeModules } from "./root.mjs";
import { orSaySorry } from "./say.mjs";

/** Runs `args` on Node 24 in our place: same streams, same folder, signals passed on, and its end is our end. */
export async function runOnNode(args) {
  const node = await orSaySorry(ensure);
  const child = spawn(node, [...nodeOptions(), ...args], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, SEPTET_STARTED_BY: String(process.pid) },
  });
  passSignals(child);
  stopWithNpm(child);
  child.on("error", (error) => {
    process.stderr.write(`Septet could not start ${node}: ${error.message}\n`);
    process.exitCode = 1;
  });
  child.on("exit", endLike);
}

function nodeOptions() {
  return [
    // node:sqlite and type stripping are part of what we chose; their warnings tell nobody anything.
    "--disable-warning=ExperimentalWarning",
    `--import=${new URL("./quick-imports.mjs", import.meta.url)}`,
    `--import=${new URL("./follow-parent.mjs", import.meta.url)}`,
    ...(isInNodeModules ? [`--import=${new URL("./strip-types.mjs", import.meta.url)}`] : []),
  ];
}

function passSignals(child) {
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));
  // Ctrl-C in a terminal reaches the whole group already, and two of them mean impatience.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
}

/** How often is looked whether npm is still there, in milliseconds. */
const LOOK_MS = 500;

/**
 * npm, told to stop, tells only the shell between it and us, which dies of it and tells nobody. What was started by npm ends
 * with it, in good order.
 */
function stopWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const { ppid } = process;
  const looking = setInterval(() => {
    if (process.ppid === ppid) return;
    clearInterval(looking);
    child.kill("SIGTERM");
  }, LOOK_MS);
  child.on("exit", () => clearInterval(looking));
}

function endLike(code, signal) {
  if (signal === null) {
    process.exitCode = code;
    return;
  }
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
