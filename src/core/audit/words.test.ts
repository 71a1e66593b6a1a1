import { expect, test } from "vitest";
import { wordsOf } from "./words.ts";

test("what was done is said in words, with what it was done to", () => {
  expect(wordsOf("measure.shared", { measure: "batch-size", with: "commerce" })).toBe(
    "shared batch-size with commerce",
  );
  expect(wordsOf("component.claimed", { component: "ledger", to: "shop", from: "2026-03-01" })).toBe(
    "gave ledger to shop from 2026-03-01 on",
  );
  expect(wordsOf("unit.changed", { name: "Shop", timeZone: null })).toBe(
    "changed the name and the time zone",
  );
  expect(wordsOf("unit.changed", { archived: true })).toBe("changed it: it is archived");
});

test("an action that has no words yet is told by its name, never left out", () => {
  expect(wordsOf("kite.flown-high", {})).toBe("kite flown high");
});
