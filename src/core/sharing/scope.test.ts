import { describe, expect, test } from "vitest";
import { isScope, scopeOf, type Window } from "./scope.ts";

const window = (component: string, from: number | null = null, until: number | null = null): Window => ({
  component,
  from,
  until,
});

describe("a scope", () => {
  test("names each component once, in one order", () => {
    expect(scopeOf([window("b"), window("a"), window("b")], "rows").components).toEqual(["a", "b"]);
  });

  test("tells what always counted from what came and went", () => {
    const scope = scopeOf([window("a"), window("b", 10), window("c", null, 5), window("c", 8, 9)], "figures");
    expect(scope.always).toEqual(["a"]);
    expect(scope.moved).toEqual([window("b", 10), window("c", null, 5), window("c", 8, 9)]);
    expect(scope.windowsOf("c")).toEqual([window("c", null, 5), window("c", 8, 9)]);
    expect(scope.windowsOf("d")).toEqual([]);
  });

  test("a component that moved between two that both count was there all the time", () => {
    const scope = scopeOf([window("a", 5, 9), window("a", null, 5), window("a", 9)], "figures");
    expect([scope.always, scope.moved]).toEqual([["a"], []]);
  });

  test("windows that lie within one another are one", () => {
    expect(scopeOf([window("a", 1, 9), window("a", 2, 3)], "rows").moved).toEqual([window("a", 1, 9)]);
  });

  test("of an object that only looks like one is none", () => {
    expect(isScope(scopeOf([], "figures"))).toBe(true);
    expect(isScope({ components: ["a"] })).toBe(false);
    expect(isScope(null)).toBe(false);
    // @ts-expect-error: the type is nominal.
    const forged: import("./scope.ts").Scope = { components: ["a"] };
    expect(isScope(forged)).toBe(false);
  });
});
