import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { missingFrom } from "../../bin/complete-lock.mjs";
import { root } from "./machine.ts";

const json = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));

test("the lock file has every package that one in it asks for, for every platform (else: node bin/complete-lock.mjs)", () => {
  expect(missingFrom(json("package-lock.json"))).toEqual([]);
});

test("a lock file without a platform's package is found out", () => {
  const packages = {
    "": { dependencies: { a: "1" } },
    "node_modules/a": { optionalDependencies: { "a-darwin-arm64": "1.0.0", "a-linux-x64": "1.0.0" } },
    "node_modules/a/node_modules/a-linux-x64": {},
  };
  expect(missingFrom({ packages }).map(({ name }) => name)).toEqual(["a-darwin-arm64"]);
});

test("the lock file names no registry, so that each machine uses its own", () => {
  expect(readFileSync(join(root, "package-lock.json"), "utf8")).not.toContain('"resolved"');
});

test("every version is pinned exactly", () => {
  const { dependencies, devDependencies } = json("package.json");
  const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:[a-z0-9-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test("dependency-cruiser finds the TypeScript that it can read, and types are checked by the quick one", () => {
  const { devDependencies } = json("package.json");
  expect([devDependencies.typescript, devDependencies.typescript7]).toEqual([
    expect.stringMatching(/^5\.9\./),
    expect.stringMatching(/^npm:typescript@7\./),
  ]);
});
