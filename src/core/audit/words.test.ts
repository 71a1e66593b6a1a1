import { expect, test } from "vitest";
import { wordsOf } from "./words.ts";

const names = {
  ...{ person: "Ann Lee", unit: "Payments" },
  unitCalled: (slug: string) => ({ shop: "Shop Berlin", commerce: "Commerce" })[slug] ?? slug,
  measureCalled: (id: string) => ({ "batch-size": "Batch size" })[id] ?? id,
};
const said = (action: string, detail: Record<string, unknown> = {}) => wordsOf(action, detail, names);

test("what was done is said in words, with what it was done to, by the names that people know", () => {
  expect(said("measure.shared", { measure: "batch-size", with: "commerce" })).toBe(
    "shared “Batch size” with Commerce",
  );
  expect(said("component.claimed", { component: "ledger", to: "shop", from: "2026-03-01" })).toBe(
    "gave ledger to Shop Berlin from 1 Mar 2026 on",
  );
  expect(said("membership.begun", { role: "member", from: null })).toBe(
    "said that Ann Lee belongs to Payments",
  );
  expect(said("membership.ended", { role: "lead" })).toBe("said that Ann Lee no longer leads Payments");
  expect(said("unit.changed", { name: "Shop", timeZone: null })).toBe(
    "changed the name and the time zone of Payments",
  );
  expect(said("unit.changed", { archived: true })).toBe("changed Payments: it is archived");
});

test("an action that has no words yet is told by its name, never left out", () => {
  expect(said("kite.flown-high")).toBe("kite flown high");
});
