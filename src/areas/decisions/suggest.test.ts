import { expect, test } from "vitest";
import type { UnitRow } from "../../core/org/tree.ts";
import { suggestedFor } from "./suggest.ts";

const unit = (id: string, name: string, more: Partial<UnitRow> = {}): UnitRow => ({
  ...{ id, name, slug: id, kind: "team", parent: "o", timeZone: null, archived: false },
  ...more,
});
const units = [unit("pay", "Payments"), unit("shop", "Shop"), unit("old", "Old Shop", { archived: true })];
const component = (name: string, of: string, partOf: string | null = null) => ({ name, unit: of, partOf });
const suggested = (text: string, more: Partial<Parameters<typeof suggestedFor>[0]> = {}) =>
  suggestedFor({ text, of: "pay", units, components: [], earlier: [], ...more }).map(
    ({ unit: id, person, capacity, because }) => `${id ?? person} ${capacity}: ${because}`,
  );

test("who owns what a text names is affected, and who is named; nobody twice, and nobody who decides or is archived", () => {
  const components = [component("basket-api", "shop"), component("ledger", "pay"), component("attic", "old")];
  expect(suggested("The ledger calls basket-api of Shop, and the attic.", { components })).toEqual([
    "shop affected: owns basket-api, which the text names",
  ]);
  expect(suggested("Shop, Payments and Old Shop")).toEqual(["shop affected: is named in the text"]);
});

test("a name stands for itself, and not within another word", () => {
  expect(suggested("We go shopping in workshops.")).toEqual([]);
  expect(suggested("(SHOP)")).toEqual(["shop affected: is named in the text"]);
});

test("who owns a part of the same system is affected: of the parts that are named, or of all where none is", () => {
  const components = [
    ...[component("ledger", "pay", "money"), component("mail", "pay", "letters")],
    ...[component("rates", "shop", "money"), component("paper", "old", "letters")],
  ];
  const beside = "shop affected: owns rates, which is a part of money as yours is";
  expect(suggested("The ledger is split.", { components })).toEqual([beside]);
  expect(suggested("The mail is split.", { components })).toEqual([]);
  expect(suggested("All is split.", { components })).toEqual([beside]);
});

test("who decided on something alike, or gave advice on it, may know", () => {
  const earlier = [
    {
      ...{ title: "Retries of the payment queue", text: "Retries doubled in the queue.", unit: "shop" },
      advised: [{ person: "dee", unit: null }],
    },
  ];
  expect(suggested("Retries of payment messages in the queue", { earlier })).toEqual([
    "shop expert: decided “Retries of the payment queue”",
    "dee expert: gave advice on “Retries of the payment queue”",
  ]);
  expect(suggested("Another colour", { earlier })).toEqual([]);
});
