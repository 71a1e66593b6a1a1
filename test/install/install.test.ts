import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bareClone, newFolder, root, run } from "./machine.ts";

const minutes = 60_000;
const printVersion = ["bin/with-node.mjs", "--print", "process.version"];
const npms = newFolder("npm");
const cliOf = (version: string) => join(npms, "node_modules", `npm${version}`, "bin", "npm-cli.js");

beforeAll(async () => {
  const both = ["npm10@npm:npm@10", "npm11@npm:npm@11"];
  const { code, err } = await run(
    "npm",
    ["install", "--no-save", "--no-audit", "--no-fund", "--prefer-offline", ...both],
    {
      cwd: npms,
    },
  );
  expect(code, err).toBe(0);
}, 2 * minutes);

afterAll(() => rmSync(dirname(npms), { recursive: true }));

describe.each(["10", "11"])("npm %s", (version) => {
  const clone = bareClone();
  const start = () =>
    run(process.execPath, printVersion, { cwd: clone, env: { npm_execpath: cliOf(version) } });
  afterAll(() => rmSync(dirname(clone), { recursive: true }));

  test(
    "installs a fresh clone once, even when two start at the same time",
    async () => {
      const ended = await Promise.all([start(), start()]);
      expect(ended.map(({ code, out }) => [code, out.trim()])).toEqual([
        [0, brought],
        [0, brought],
      ]);
      const said = ended.map(({ err }) => err).join("");
      expect(said.match(/^Installed in/gm)).toHaveLength(1);
      expect(said).not.toMatch(/warn|error/i);
    },
    5 * minutes,
  );

  test("brings Node 24 by the package of that name", async () => {
    const { out } = await run(join(clone, "node_modules/node/bin/node"), ["--version"]);
    expect(out.trim()).toBe(brought);
  });

  test("leaves the lock file as it was", () => {
    expect(text(clone, "package-lock.json")).toBe(text(root, "package-lock.json"));
  });

  test("has nothing to do the second time", async () => {
    expect(await start()).toEqual({ code: 0, out: `${brought}\n`, err: "" });
    expect(existsSync(join(clone, "node_modules/.septet-installed"))).toBe(true);
  });
});

const text = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const brought = `v${JSON.parse(text(root, "package.json")).dependencies.node}`;
