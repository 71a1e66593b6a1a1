import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./cruise.ts";

const environment = "export const home = process.env.HOME;\n";
const plain = "export const one = 1;\n";
const printed = 'console.log("hello");\n';

test.each([
  ["src/core/org/tree.ts", environment, "noProcessEnv"],
  ["src/cli/main.ts", environment, "noProcessEnv"],
  ["src/platform/log.ts", environment, "noProcessEnv"],
  ["src/core/org/unitTree.ts", plain, "useFilenamingConvention"],
  ["src/web/parts/UnitMenu.tsx", plain, "useFilenamingConvention"],
  ["src/core/org/tree.ts", "export default 1;\n", "noDefaultExport"],
  ["src/core/org/tree.ts", "export const parsed = (x: any) => x;\n", "noExplicitAny"],
  ["src/core/org/tree.ts", printed, "noConsole"],
  ["src/core/org/tree.ts", "export enum Kind { A }\n", "noEnum"],
  ["src/core/org/tree.ts", "export const f = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];\n", "useMaxParams"],
])("in %s, %j breaks %s", (path, source, rule) => {
  expect(broken(path, source)).toEqual([rule]);
});

test.each([
  ["src/platform/config.ts", environment],
  ["test/api/start.ts", environment],
  ["bin/run.mjs", environment + printed],
  ["src/cli/output.ts", printed],
  ["src/web/parts/unit-menu.tsx", plain],
])("in %s, %j is right", (path, source) => {
  expect(broken(path, source)).toEqual([]);
});

/** The names of the rules that Biome, with the project's own settings, finds broken in one planted file. */
function broken(path: string, source: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), "septet-lint-"));
  try {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, "biome.json"), join(folder, "biome.json"));
    writeFileSync(join(folder, path), source);
    const biome = join(root, "node_modules/@biomejs/biome/bin/biome");
    const args = [biome, "lint", "--reporter=json", "--vcs-enabled=false", "."];
    const { stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string }[] };
    return [...new Set(diagnostics.map(({ category }) => category.split("/").at(-1) ?? category))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
