import { expect, test } from "vitest";
import type { GitImport } from "../../core/connectors/git/contract.ts";
import { readAlready, unreadFirst } from "./known-repositories.ts";

const found = {} as GitImport["found"];
const imported = (path: string, more: Partial<GitImport> = {}) =>
  ({ path, unit: "payments", example: false, found, ...more }) as GitImport;

test("a repository is known by its folder, with or without a slash at its end", () => {
  const read = readAlready([imported("/code/ledger/")]);
  expect(read.get("/code/ledger")).toBe("payments");
  const nearby = [{ path: "/code/ledger" }, { path: "/code/shop" }, { path: "/code/web" }];
  expect(unreadFirst(nearby, read).map(({ path }) => path)).toEqual([
    "/code/shop",
    "/code/web",
    "/code/ledger",
  ]);
});

test("an example, and what could not be read, are still to be read", () => {
  expect(readAlready([imported("/a", { example: true }), imported("/b", { found: null })]).size).toBe(0);
});
