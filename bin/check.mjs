import { spawn } from "node:child_process";
import { join } from "node:path";
import { styleText } from "node:util";
import { root } from "./root.mjs";

/** `npm run check`: everything about the code that needs no test to be run. Two at a time, the slow ones first. */
const steps = [
  {
    name: "boundaries",
    args: [
      "dependency-cruiser/bin/dependency-cruiser.mjs",
      "--output-type",
      "err-long",
      "src",
      "test",
      "bench",
    ],
  },
  { name: "dead code", args: ["knip/bin/knip.js", "--no-progress", "--treat-config-hints-as-errors"] },
  { name: "types", args: ["typescript7/bin/tsc", "--noEmit", "--pretty"] },
  {
    name: "format and lint",
    args: [
      "@biomejs/biome/bin/biome",
      "check",
      "--error-on-warnings",
      "--max-diagnostics=none",
      "--colors=force",
    ],
  },
];
const AT_ONCE = 2;

const results = await inTurns([...steps]);
const failed = results.filter((passed) => !passed).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function inTurns(waiting) {
  const results = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await take(step));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

async function take({ name, args: [script, ...args] }) {
  const began = performance.now();
  const { code, output } = await run([join(root, "node_modules", script), ...args]);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const mark = code === 0 ? styleText("green", "✓") : styleText("red", "✗");
  process.stdout.write(`${mark} ${name} ${styleText("dim", `${seconds} s`)}\n${code === 0 ? "" : output}`);
  return code === 0;
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    const parts = [];
    child.stdout.on("data", (part) => parts.push(part));
    child.stderr.on("data", (part) => parts.push(part));
    child.on("error", (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}
