import { expect, test } from "vitest";
import { shortRef, wholeRef } from "./entity-ref.ts";

const group = { kind: "group", namespace: "default" };

test.each([
  ["payments", "group:default/payments"],
  ["Payments", "group:default/payments"],
  ["finance/payments", "group:finance/payments"],
  ["group:payments", "group:default/payments"],
  ["Group:Finance/Payments", "group:finance/payments"],
  ["user:ann", "user:default/ann"],
  ["finance/a:b", "group:finance/a:b"],
  [" payments ", "group:default/payments"],
])("%s stands for %s", (given, whole) => {
  expect(wholeRef(given, group)).toBe(whole);
});

test("a reference may come in parts, and is in the namespace of whoever says it", () => {
  expect(wholeRef({ kind: "User", name: "Ann" }, group)).toBe("user:default/ann");
  expect(wholeRef("payments", { kind: "group", namespace: "finance" })).toBe("group:finance/payments");
});

test.each([
  [""],
  [" "],
  [":"],
  ["/"],
  ["a:"],
  ["a/"],
  [":a"],
  ["/a"],
  [null],
  [7],
  [["a"]],
  [{ kind: "group" }],
  ["x".repeat(300)],
])("%j is no reference", (given) => {
  expect(wholeRef(given, group)).toBeUndefined();
});

test("people read a reference without what goes without saying", () => {
  expect([shortRef("group:default/payments"), shortRef("user:finance/ann")]).toEqual([
    "payments",
    "finance/ann",
  ]);
});
