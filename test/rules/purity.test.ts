import { describe, expect, test } from "vitest";
import { ours } from "./ours.ts";
import { claimsPurity, impurities } from "./purity.ts";

const found = (source: string) => impurities({ path: "src/core/org/tree.ts", source });

describe("a file that claims to be pure may not", () => {
  test.each([
    ["ask the clock", "export const age = (at: number) => Date.now() - at;", ["1: Date.now"]],
    ["take the clock along unasked", "export const clock = Date.now;", ["1: Date.now"]],
    ["make a date of now", "\nexport const today = () => new Date();", ["2: new Date()"]],
    ["make a date of now without brackets", "export const today = new Date;", ["1: new Date()"]],
    ["print the date of now", "export const today = Date();", ["1: Date()"]],
    ["ask Temporal for now", "export const now = Temporal.Now.instant();", ["1: Temporal.Now"]],
    ["fetch", "export const read = () => fetch('/x');", ["1: fetch()"]],
    ["wait", "export const later = (f: () => void) => setTimeout(f, 1);", ["1: setTimeout()"]],
    ["repeat", "export const often = (f: () => void) => setInterval(f, 1);", ["1: setInterval()"]],
    ["throw dice", "export const dice = () => Math.random();", ["1: Math.random"]],
    ["make up a name", "export const id = () => crypto.randomUUID();", ["1: crypto.randomUUID"]],
    [
      "make up a name by import",
      "import { randomUUID } from 'node:crypto';\nexport const id = () => randomUUID();",
      ["2: randomUUID()"],
    ],
    ["read the environment", "export const home = process.env;", ["1: process.env"]],
    ["print", "export const show = () => console.log(1);", ["1: console.log"]],
  ])("%s", (_, source, expected) => {
    expect(found(source)).toEqual(expected);
  });
});

test("a date of a given moment, and a clock that comes in, are pure", () => {
  expect(
    found("export const day = (at: number, clock: { now(): number }) => [new Date(at), clock.now()];"),
  ).toEqual([]);
});

test("words in comments and text are no calls", () => {
  expect(found("/** Not Date.now(). */\nexport const say = 'fetch() new Date()';")).toEqual([]);
});

test.each([
  ["src/core/org/tree.ts", true],
  ["src/core/org/policy.ts", true],
  ["src/areas/delivery/contract.ts", true],
  ["src/core/connectors/git/history.ts", true],
  ["src/core/connectors/git/program.ts", false],
  ["src/core/org/store.ts", false],
  ["src/core/people/store/people.ts", false],
  ["src/areas/delivery/ui/waits.ts", false],
  ["src/areas/delivery/index.ts", false],
  ["src/core/org/tree.test.ts", false],
  ["src/core/events/testing.ts", false],
  ["src/platform/log.ts", false],
])("%s claims purity: %s", (path, claims) => {
  expect(claimsPurity(path)).toBe(claims);
});

test("every file that claims to be pure is pure", () => {
  const files = ours("src/{core,areas}/**/*.ts").filter(({ path }) => claimsPurity(path));
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((file) => impurities(file).map((what) => `${file.path}:${what}`))).toEqual([]);
});
