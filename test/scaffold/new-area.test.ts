import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../install/machine.ts";
import { cruised, root } from "../rules/cruise.ts";

const copy = mkdtempSync(join(tmpdir(), "septet-area-"));
const area = join(copy, "src", "areas", "self-care");
const node = (...args: string[]) => run(process.execPath, args, { cwd: copy });
const tool = (path: string) => join(root, "node_modules", path);

beforeAll(async () => {
  for (const part of ["bin", "src", "package.json", "tsconfig.json", "biome.json"]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const made = await node("bin/new-area.mjs", "self-care");
  expect(made.code, made.err).toBe(0);
});

afterAll(() => rmSync(copy, { recursive: true }));

test("a new area is named throughout, and its routes and values are its own", () => {
  const read = (file: string) => readFileSync(join(area, file), "utf8");
  expect(read("README.md")).toMatch(/^# Self care\n/);
  expect(read("contract.ts")).toContain("export const selfCareOverview");
  expect(read("contract.ts")).toContain('"/api/units/:slug/self-care"');
  expect(read("index.ts")).toContain('id: "self-care"');
});

test("a new area passes format and lint as it is", async () => {
  const { code, out, err } = await node(
    tool("@biomejs/biome/bin/biome"),
    "check",
    "--vcs-enabled=false",
    area,
  );
  expect(code, out + err).toBe(0);
});

test("a new area passes the types as it is", async () => {
  const { out } = await node(tool("typescript7/bin/tsc"), "--noEmit", "--pretty", "false", "--listFiles");
  const ours = out.split("\n").filter((line) => line.includes("areas/self-care/"));
  expect(ours.some((line) => line.endsWith("/routes.ts"))).toBe(true);
  expect(ours.filter((line) => line.includes("error TS"))).toEqual([]);
});

test("a new area keeps the boundaries as it is", async () => {
  const { summary } = await cruised(copy, ["src/areas/self-care"]);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  expect(summary.totalCruised).toBeGreaterThan(10);
});

test("an area that is there already is left alone", async () => {
  const { code, err } = await node("bin/new-area.mjs", "self-care");
  expect([code, err.trim()]).toEqual([1, "There is an area “self-care” already: src/areas/self-care"]);
});

test.each(["", "Growth", "two words", "../out"])("%j is no name for an area", async (name) => {
  expect((await node("bin/new-area.mjs", name)).code).toBe(1);
});
