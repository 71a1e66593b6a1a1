import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
let child: ChildProcess | undefined;
afterEach(() => void child?.kill("SIGKILL"));

/** What it says on standard output, as it comes. */
function saidBy(process: ChildProcess) {
  let said = "";
  process.stdout?.on("data", (text) => (said += text));
  return () => said;
}

const patient = `
  import { onStopSignals } from ${JSON.stringify(new URL("../../src/cli/stop-signals.ts", import.meta.url))};
  setInterval(() => {}, 1000);
  onStopSignals(() => console.log("stopping"));
  console.log("ready", process.pid);`;

test("a second signal at once is the same one; a later one cannot wait", async () => {
  child = spawn(process.execPath, ["--input-type=module", "--eval", patient]);
  const said = saidBy(child);
  const ended = once(child, "exit");
  await expect.poll(said).toContain("ready");
  child.kill("SIGTERM");
  await expect.poll(said).toContain("stopping");
  child.kill("SIGINT");
  await new Promise((resolve) => setTimeout(resolve, 2_300));
  expect([child.exitCode, said().match(/stopping/g)?.length]).toEqual([null, 1]);
  child.kill("SIGTERM");
  expect((await ended)[0]).toBe(130);
});

test("what npm started is told to stop when the shell between them is gone", async () => {
  const program = `process.on("SIGTERM", () => { console.log("told"); process.exit(); });
    setInterval(() => {}, 1000); console.log("ready");`;
  const words = [process.execPath, here("bin/with-node.mjs"), "--eval", program];
  const line = words.map((word) => `'${word.replaceAll("'", `'"'"'`)}'`).join(" ");
  // A second command, so that no shell puts the first one in its own place.
  child = spawn("sh", ["-c", `${line}; true`], { env: { ...process.env, npm_lifecycle_event: "start" } });
  const said = saidBy(child);
  await expect.poll(said, { timeout: 20_000 }).toContain("ready");
  child.kill("SIGTERM");
  await expect.poll(said, { timeout: 5_000 }).toContain("told");
});
