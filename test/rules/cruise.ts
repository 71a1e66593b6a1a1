import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractConfig from "dependency-cruiser/config-utl/extract-depcruise-config";
import extractOptions from "dependency-cruiser/config-utl/extract-depcruise-options";

export const root = join(import.meta.dirname, "..", "..");

const configFile = join(root, ".dependency-cruiser.mjs");
const options = await extractOptions(configFile);

/** The project's rules about imports. */
export const rules = (await extractConfig(configFile)).forbidden ?? [];

/** Files of a small tree: path to source. */
export type Tree = Readonly<Record<string, string>>;

/** The names of the rules that the tree breaks, by the project's real configuration. */
export async function brokenIn(tree: Tree): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "septet-rules-"));
  try {
    plant(folder, { ...packages, ...tree });
    const { summary } = await cruised(folder, ["src"]);
    return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What dependency-cruiser sees in `roots` of a folder, under the project's rules. */
export async function cruised(folder: string, roots: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(roots, { ...options, baseDir: folder }, options.enhancedResolveOptions);
  if (typeof output === "string") throw new Error(output);
  return output;
}

function plant(folder: string, tree: Tree): void {
  for (const [path, source] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
}

/** Stand-ins for the packages that rules name, so that planted files find them. */
const packages: Tree = {
  "package.json": JSON.stringify({
    type: "module",
    dependencies: { pg: "1", "pg-boss": "1", chdb: "1", hono: "1" },
    devDependencies: { vitest: "1" },
  }),
  ...Object.fromEntries(
    ["pg", "pg-boss", "chdb", "hono", "vitest"].flatMap((name) => [
      [
        `node_modules/${name}/package.json`,
        JSON.stringify({ name, version: "1.0.0", exports: "./index.js" }),
      ],
      [`node_modules/${name}/index.js`, "export default 1;\n"],
    ]),
  ),
};
