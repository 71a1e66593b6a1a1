import { expect, test } from "vitest";
import { apartOf, belowOf, namesakesOf, outlineOf, placesOf } from "./outline.ts";

const unit = (slug: string, parent: string | null) => ({ slug, name: slug, parent });
const units = [
  unit("Acme", null),
  unit("Commerce", "Acme"),
  unit("Payments", "Commerce"),
  unit("Shop", "Commerce"),
  unit("Platform", "Acme"),
];
const words = (wanted: string) =>
  outlineOf(units, wanted).map(
    (line) => `${"-".repeat(line.depth)}${line.unit.slug}${line.found ? "!" : ""}`,
  );

test("the whole tree has each team one step further in than what it stands in", () => {
  expect(outlineOf(units).map((line) => line.depth)).toEqual([0, 1, 2, 2, 1]);
});

test("a team that is looked for comes with all that stand above it, and nothing beside it", () => {
  expect(words("pay")).toEqual(["Acme", "-Commerce", "--Payments!"]);
});

test("a group that is looked for comes without what stands in it", () => {
  expect(words("commerce")).toEqual(["Acme", "-Commerce!"]);
  expect(words("nowhere")).toEqual([]);
});

test("a team says where it stands, from the top down", () => {
  expect([...placesOf(units).values()]).toEqual(["", "Acme", "Acme › Commerce", "Acme › Commerce", "Acme"]);
});

test("a group can stand in nothing that stands in it", () => {
  expect([...belowOf(units, "Commerce")]).toEqual(["Commerce", "Payments", "Shop"]);
});

test("of two with one name each says where it stands, and those that stand together their address", () => {
  const named = (slug: string, name: string, parent: string | null) => ({ slug, name, parent });
  const twice = [
    named("acme", "Acme", null),
    named("payments", "Payments", "acme"),
    named("commerce", "Commerce", "acme"),
    named("payments-2", "payments", "commerce"),
    named("shop", "Shop", "commerce"),
    named("shop-2", "Shop", "commerce"),
  ];
  expect([...apartOf(twice)]).toEqual([
    ["payments", { place: "Acme", address: null }],
    ["payments-2", { place: "Acme › Commerce", address: null }],
    ["shop", { place: "Acme › Commerce", address: "shop" }],
    ["shop-2", { place: "Acme › Commerce", address: "shop-2" }],
  ]);
  expect(namesakesOf(twice, "payments-2").map(({ slug }) => slug)).toEqual(["payments"]);
});
