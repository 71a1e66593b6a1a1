import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newFolder, root, run } from "./machine.ts";

const minutes = 60_000;
const app = newFolder("app");
const elsewhere = join(dirname(app), "some repository");
const septet = join(app, "node_modules", ".bin", "septet");

beforeAll(async () => {
  // Without scripts: what they do is to build the pages, which others test and use meanwhile.
  const packed = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", app]);
  const [{ filename }] = JSON.parse(packed.out) as [{ filename: string }];
  writeFileSync(join(app, "package.json"), "{}");
  const options = ["--prefer-offline", "--no-audit", "--no-fund"];
  const installed = await run("npm", ["install", `./${filename}`, ...options], { cwd: app });
  expect(installed.code, installed.err).toBe(0);
  mkdirSync(elsewhere);
  await run("git", ["init", "--quiet"], { cwd: elsewhere });
}, 4 * minutes);

afterAll(() => rmSync(dirname(app), { recursive: true }));

test("installed as a package, the command runs from any folder", async () => {
  const { code, out } = await run(septet, ["--help"], { cwd: elsewhere });
  expect([code, out]).toEqual([0, expect.stringContaining("septet [options] [command]")]);
});

test("installed as a package, it starts, answers and ends in good order", async () => {
  const child = spawn(septet, ["start", "--json", "--no-import", "--port", "0"], {
    cwd: elsewhere,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const { url } = JSON.parse(await firstLine(child.stdout)) as { url: string };
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  } finally {
    child.kill("SIGKILL");
  }
});

/** What is not said before the end is empty. */
async function firstLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  return "";
}

test("the package holds no tests, and nothing of a working folder", async () => {
  const { out } = await run("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], { cwd: root });
  const [{ files }] = JSON.parse(out) as [{ files: { path: string }[] }];
  const stray = files.filter(
    ({ path }) => !/^(bin|dist|migrations|src)\/|^[A-Z]+(\.md)?$|^package\.json$/.test(path),
  );
  expect(stray).toEqual([]);
  expect(files.filter(({ path }) => /\.test\.tsx?$|testing/.test(path))).toEqual([]);
});
