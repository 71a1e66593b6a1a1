import { expect, test } from "vitest";
import { nearNames } from "./near-names.ts";

const known = ["ledger", "ledger-web", "acme/payments", "shop", "Ship", "api", "b"];

test.each([
  ["ledgr", ["ledger"]],
  ["ledegr", ["ledger"]],
  ["LEDGER", ["ledger"]],
  ["ledger-wbe", ["ledger-web"]],
  ["payments", ["acme/payments"]],
  ["shup", ["Ship", "shop"]],
  ["apo", ["api"]],
])("whoever writes %s may have meant %s", (written, meant) => {
  expect(nearNames(written, known)).toEqual(meant);
});

test("another name is not taken for a slip, nor is a short one for any other short one", () => {
  expect(nearNames("basket", known)).toEqual([]);
  expect(nearNames("a", known)).toEqual([]);
  expect(nearNames("ledger", known)).toEqual([]);
});
