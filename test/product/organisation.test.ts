import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addMember,
  addPerson,
  addUnit,
  changeComponent,
  changePerson,
  components,
  own,
  search,
  unit,
  units,
} from "../../src/core/org/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

/** Far enough off to be no day on which this runs. */
const SOME_DAY = "2999-05-03";

let product: TestProduct;
let ann: string;
let bo: string;
beforeAll(async () => {
  product = await openTestProduct();
  const { ask } = product;
  await ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Shop", "Search"]) await ask(addUnit, { name, kind: "team", parent: "commerce" });
  ann = (await ask(addPerson, { name: "Ann Lee" })).id;
  bo = (await ask(addPerson, { name: "Bo Lee" })).id;
  await ask(addMember, { slug: "shop", person: ann });
  await ask(addMember, { slug: "shop", person: ann, role: "lead" });
  await ask(addMember, { slug: "search", person: bo, from: SOME_DAY });
  for (const component of ["web", "basket", "old"]) await ask(own, { component, unit: "shop" });
  await ask(own, { component: "index", unit: "search" });
  await ask(own, { component: "basket", unit: "search", from: SOME_DAY });
});
afterAll(() => product?.close());

const countOf = async (slug: string) =>
  (await product.ask(units, { components: "false", counts: "true" })).units.find((each) => each.slug === slug)
    ?.count;

test("each team says how many people and components it has today, who leads counted once, groups theirs alone", async () => {
  expect(await Promise.all(["shop", "search", "commerce"].map(countOf))).toEqual([
    { people: 1, components: 3 },
    { people: 0, components: 1 },
    { people: 0, components: 0 },
  ]);
});

test("who and what is archived counts no longer, and again once it is back", async () => {
  await product.ask(changeComponent, { component: "old", archived: true });
  await product.ask(changePerson, { id: ann, archived: true });
  expect(await countOf("shop")).toEqual({ people: 0, components: 2 });
  await product.ask(changeComponent, { component: "old", archived: false });
  await product.ask(changePerson, { id: ann, archived: false });
  expect(await countOf("shop")).toEqual({ people: 1, components: 3 });
});

test("nothing is counted unless asked for", async () => {
  expect((await product.ask(units, {})).units.map(({ count }) => count)).toEqual(Array(4).fill(null));
});

test("somebody who comes on a later day is on the team's list already, with that day", async () => {
  const { people } = await product.ask(unit, { slug: "search" });
  expect(people.map(({ person, from }) => [person.id, from])).toEqual([[bo, SOME_DAY]]);
});

test("a team's components are those it owns today, not those it gets later", async () => {
  const of = async (slug: string) =>
    (await product.ask(components, { unit: slug })).components.map(({ name }) => name);
  expect([await of("shop"), await of("search"), await of("commerce")]).toEqual([
    ["basket", "old", "web"],
    ["index"],
    [],
  ]);
});

test("the components of a team that there is not are a mistake, and no empty list", async () => {
  const asked = product.ask(components, { unit: "shopp" });
  await expect(asked).rejects.toThrow(ProblemError);
  await expect(asked).rejects.toThrow("There is no team or group “shopp”.");
});

test("two people of one name are told apart by where they belong", async () => {
  const { found } = await product.ask(search, { q: "lee" });
  expect(found.map(({ kind, name, of }) => [kind, name, of])).toEqual([
    ["person", "Ann Lee", "Shop"],
    ["person", "Bo Lee", ""],
  ]);
});

test("a component's history tells what was said from what was only assumed", async () => {
  const [basket] = (await product.ask(components, { search: "basket" })).components;
  expect(
    basket?.history.map(({ unit: owner, from, until, assumed }) => [owner.slug, from, until, assumed]),
  ).toEqual([
    ["shop", null, SOME_DAY, false],
    ["search", SOME_DAY, null, false],
  ]);
});

test("a name that was not known makes a component, and it is said, with those that may have been meant", async () => {
  const slip = await product.ask(own, { component: "baskte", unit: "shop" });
  expect([slip.made, slip.near]).toEqual([true, ["basket"]]);
  const again = await product.ask(own, { component: "baskte", unit: "search" });
  expect([again.made, again.near, again.movedFrom?.slug]).toEqual([false, [], "shop"]);
  await product.ask(changeComponent, { component: "baskte", archived: true });
  const other = await product.ask(own, { component: "basktee", unit: "shop" });
  expect([other.made, other.near]).toEqual([true, ["basket"]]);
});
