import { spawn } from "node:child_process";

/** Runs npm in `folder` and gives its exit code and all that it printed. Uses the npm that runs us, where there is one. */
export function npm(args, folder) {
  const running = process.env.npm_execpath ?? "";
  const [command, first] = /npm-cli\.c?js$/.test(running) ? [process.execPath, [running]] : ["npm", []];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    const endWithUs = (signal) => {
      child.kill(signal);
      child.once("close", () => process.exit(1));
    };
    // Not left alone: the next start must not find a tree that npm is still changing.
    process.on("SIGTERM", endWithUs).on("SIGHUP", endWithUs);
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ code: 127, output: `${error.message}\nIs npm installed?` }));
    child.on("close", (code) => {
      process.off("SIGTERM", endWithUs).off("SIGHUP", endWithUs);
      resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() });
    });
  });
}
