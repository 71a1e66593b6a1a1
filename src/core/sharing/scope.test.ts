import { expect, test } from "vitest";
import { isScope, scopeOf } from "./scope.ts";

test("a scope names each component once, in one order", () => {
  expect(scopeOf(["b", "a", "b"]).components).toEqual(["a", "b"]);
});

test("an object that only looks like a scope is none", () => {
  expect(isScope(scopeOf([]))).toBe(true);
  expect(isScope({ components: ["a"] })).toBe(false);
  expect(isScope(null)).toBe(false);
  // @ts-expect-error: the type is nominal.
  const forged: import("./scope.ts").Scope = { components: ["a"] };
  expect(isScope(forged)).toBe(false);
});
