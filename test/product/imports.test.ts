import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audit } from "../../src/core/audit/contract.ts";
import {
  type ImportAnswer,
  importCatalog,
  importGroups,
  importPeople,
  suggestOwners,
} from "../../src/core/catalog/contract.ts";
import { addMember, addPerson, components, own, people, unit, units } from "../../src/core/org/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import { openTestState, type TestState } from "../../src/platform/state/testing.ts";
import { openTestPostgres } from "../../src/platform/state/testing-postgres.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

const entity = (kind: string, name: string, spec: object) =>
  JSON.stringify({ apiVersion: "backstage.io/v1alpha1", kind, metadata: { name }, spec });

const teams = [
  entity("Group", "acme", { type: "organization", profile: { displayName: "Acme" } }),
  entity("Group", "commerce", { type: "business-unit", parent: "acme" }),
  entity("Group", "shop", { type: "team", parent: "commerce" }),
  entity("Group", "search", { type: "team", parent: "commerce" }),
  entity("User", "ann", {
    profile: { displayName: "Ann Lee", email: "ann@acme.example" },
    memberOf: ["shop"],
  }),
  entity("User", "bo", { memberOf: ["shop", "search"] }),
  entity("Component", "web", { type: "website", owner: "shop", system: "store" }),
  entity("Component", "index", { type: "service", owner: "search" }),
  entity("System", "store", { owner: "group:commerce" }),
];
const withoutSearch = teams
  .filter((text) => !/"name":"(search|index)"/.test(text))
  .map((text) => text.replace('["shop","search"]', '"shop"'));

const catalog = (entries: readonly string[], name = "/srv/acme.yaml") => ({
  files: [{ name, text: entries.join("\n---\n") }],
});

const said = (answer: ImportAnswer) => answer.changes.map(({ what }) => what);

async function refusal(asking: Promise<unknown>): Promise<string> {
  const error = await asking.then(
    () => undefined,
    (problem) => problem,
  );
  return error instanceof ProblemError ? `${error.problem.code}: ${error.message}` : String(error);
}

describe.each([
  ["PGlite", openTestState],
  ["PostgreSQL", openTestPostgres],
] as const)("on %s", (_, open) => {
  let product: TestProduct;
  let state: TestState;
  beforeAll(async () => {
    state = await open();
    product = await openTestProduct({ state });
  });
  afterAll(() => product?.close());

  const tree = async () =>
    (await product.ask(units, {})).units.map(({ slug, kind, parent }) => `${parent ?? "-"}/${slug} ${kind}`);
  const owners = async () =>
    (await product.ask(components, {})).components.map(({ name, owner }) => `${name}: ${owner?.slug}`);
  const membersOf = async (slug: string) =>
    (await product.ask(unit, { slug })).people.map(({ person }) => person.name).sort();

  test("a preview tells what would change, and changes nothing", async () => {
    const before = await product.everything();
    const answer = await product.ask(importCatalog, catalog(teams));
    expect([answer.applied, answer.read, answer.problems]).toEqual([false, 9, []]);
    expect(said(answer)).toContain("search is new, a team below commerce");
    expect(answer.counts).toEqual({
      ...{ unit_added: 3, unit_renamed: 1, unit_changed: 1, person_added: 2 },
      ...{ component_added: 3, membership_begun: 3, ownership_claimed: 3 },
    });
    expect(await product.everything()).toBe(before);
  });

  test("applied, it is as the preview said, and the same again changes nothing", async () => {
    const { print, total } = await product.ask(importCatalog, catalog(teams));
    const answer = await product.ask(importCatalog, { ...catalog(teams), apply: true, print });
    expect([answer.applied, answer.total]).toEqual([true, total]);
    expect(await tree()).toEqual([
      "-/organisation organisation",
      "organisation/commerce group",
      "commerce/search team",
      "commerce/shop team",
    ]);
    expect(await owners()).toEqual(["index: search", "system:store: commerce", "web: shop"]);
    expect(await membersOf("shop")).toEqual(["Ann Lee", "bo"]);
    const again = await product.ask(importCatalog, { ...catalog(teams), apply: true });
    expect([said(again), again.problems]).toEqual([[], []]);
  });

  test("a preview that no longer fits is not applied", async () => {
    const { print } = await product.ask(importCatalog, catalog(withoutSearch));
    await product.ask(addPerson, { name: "Cy" });
    const late = product.ask(importCatalog, { ...catalog(withoutSearch), apply: true, print });
    expect(await refusal(late)).toMatch(/^conflict: The organisation has changed since the preview/);
  });

  test("what is gone from the file is archived, and comes back with it; its past stays", async () => {
    const gone = await product.ask(importCatalog, { ...catalog(withoutSearch), apply: true });
    expect(said(gone)).toEqual(["search is archived", "index is archived", "bo does not join search"]);
    expect(await owners()).toEqual(["system:store: commerce", "web: shop"]);
    const back = await product.ask(importCatalog, { ...catalog(teams), apply: true });
    expect(said(back)).toEqual(["search is back", "index is back", "bo belongs to search, from today"]);
    expect(await owners()).toEqual(["index: search", "system:store: commerce", "web: shop"]);
  });

  test("two groups may change places, and a reference may go from one group to another", async () => {
    const turned = [
      ...teams.filter((text) => !/"Group","metadata":{"name":"(commerce|shop)"/.test(text)),
      entity("Group", "shop", { parent: "acme" }),
      entity("Group", "commerce", { parent: "shop" }),
    ];
    await product.ask(importCatalog, { ...catalog(turned), apply: true });
    expect(await tree()).toContain("shop/commerce group");
    await product.ask(importCatalog, { ...catalog(teams), apply: true });
    expect(await tree()).toContain("commerce/shop team");
  });

  test("what was made by hand is neither archived nor changed by a file that does not know it", async () => {
    const { id } = await product.ask(addPerson, { name: "Di" });
    await product.ask(addMember, { slug: "shop", person: id });
    await product.ask(own, { component: "by-hand", unit: "shop" });
    await product.ask(importCatalog, { ...catalog(withoutSearch), apply: true });
    expect([await membersOf("shop"), await owners()]).toEqual([
      ["Ann Lee", "Di", "bo"],
      ["by-hand: shop", "system:store: commerce", "web: shop"],
    ]);
  });

  test("a list of people brings them into their teams, and makes a team that is not there", async () => {
    const text = "name;email;team;role\nAnn Lee;ANN@acme.example;shop;lead\nEve;eve@acme.example;Ops;\n";
    const answer = await product.ask(importPeople, { files: [{ name: "hr.csv", text }], apply: true });
    expect(said(answer)).toEqual([
      "Ops is new, a team below Acme",
      "Eve is new",
      "Ann Lee leads shop, from today",
      "Eve belongs to Ops, from today",
    ]);
    const found = await product.ask(people, { search: "ann lee" });
    expect(found.people.map(({ email, units: of }) => [email, of.map(({ role }) => role)])).toEqual([
      ["ann@acme.example", ["lead", "member"]],
    ]);
  });

  test("the groups of a sign-in bring people into teams, and take them out again", async () => {
    const [ann] = (await product.ask(people, { search: "ann lee" })).people;
    await state.asAuth((tx) =>
      tx.execute(
        sql`insert into people_claimed_group (person, name) values (${ann?.id}, '/acme/Ops'), (${ann?.id}, 'vpn')`,
      ),
    );
    const answer = await product.ask(importGroups, { apply: true });
    expect([said(answer), answer.problems.map(({ reason }) => reason)]).toEqual([
      ["Ann Lee belongs to Ops, from today"],
      ["One person is in “vpn”, which is no team or group here."],
    ]);
    await state.asAuth((tx) => tx.execute(sql`delete from people_claimed_group`));
    expect(said(await product.ask(importGroups, { apply: true }))).toEqual(["Ann Lee does not join Ops"]);
  });

  test("CODEOWNERS suggests owners of paths, and changes nothing", async () => {
    const file = { name: "CODEOWNERS", text: "/web/ @acme/shop\n*.sql @acme/nobody\n" };
    const before = await product.everything();
    expect(await product.ask(suggestOwners, { component: "web", file })).toEqual({
      suggestions: [
        { paths: ["web/**"], unit: { slug: "shop", name: "shop" }, owner: "@acme/shop", lines: 1 },
      ],
      problems: [
        {
          file: "CODEOWNERS",
          line: 2,
          reason: "@acme/nobody is no team, group or person that is known here.",
        },
      ],
    });
    expect(await product.everything()).toBe(before);
    expect(await refusal(product.ask(suggestOwners, { component: "nowhere", file }))).toBe(
      "bad_input: There is no component “nowhere”. Import its repository first.",
    );
  });

  test("the log tells of the import, and both teams of a component that went from one to the other", async () => {
    const moved = withoutSearch.map((text) =>
      text.replace('"website","owner":"shop"', '"website","owner":"ops"'),
    );
    const answer = await product.ask(importCatalog, { ...catalog(moved), apply: true });
    expect(answer.changes.map(({ kind }) => kind)).toEqual(["ownership_moved"]);
    const { entries } = await product.ask(audit, { limit: 3 });
    expect(entries.map(({ words, aboutUnit }) => [words, aboutUnit?.id]).sort()).toEqual([
      [expect.stringMatching(/^gave web to Ops from \d+ \w+ \d{4} on$/), "ops"],
      [expect.stringMatching(/^gave web to Ops from/), "shop"],
      ["imported a catalogue", undefined],
    ]);
  });

  test("whoever imports does not become a member of a team where others are", async () => {
    await product.letInOthers();
    const me = (await product.ask(people, { search: "owner" })).people[0];
    const text = `name,email,team\nEve,eve@acme.example,Ops\nOwner,owner@acme.example,Ops\nOwner,owner@acme.example,New\n`;
    await state.asOwner((tx) =>
      tx.execute(sql`insert into people_contact (person, email) values (${me?.id}, 'owner@acme.example')`),
    );
    const answer = await product.ask(importPeople, { files: [{ name: "hr.csv", text }], apply: true });
    expect(answer.problems).toEqual([
      {
        file: "hr.csv",
        line: 3,
        reason: "You cannot make yourself a member of Ops, where others are; ask one of them.",
      },
    ]);
    expect(said(answer)).toContain("Owner belongs to New, from today");
  });

  test("two files of one name are refused, as they would be taken for one", async () => {
    const { files } = catalog(teams);
    expect(await refusal(product.ask(importCatalog, { files: [...files, ...files] }))).toBe(
      "bad_input: Two files have the name “/srv/acme.yaml”.",
    );
  });
});
