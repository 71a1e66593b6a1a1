import { describe, expect, test } from "vitest";
import { readCatalog } from "./catalog-files.ts";
import type { ImportFile } from "./contract.ts";
import type { Directory } from "./directory.ts";
import { readPeople } from "./people-lists.ts";
import { type Plan, planOf } from "./plan.ts";
import { Problems } from "./problems.ts";
import { carriedOut, day, emptyDirectory } from "./testing.ts";

let ids = 0;
const newId = () => `id-${++ids}`;

const file = (text: string, name = "acme.yaml"): ImportFile => ({ name, text });

function plan(directory: Directory, files: readonly ImportFile[], read = readCatalog): Plan {
  const problems = new Problems();
  return planOf(directory, read(files, problems), { me: "owner", problems, newId });
}

const people = (directory: Directory, text: string) =>
  plan(directory, [file(text, "people.csv")], readPeople);

/** What is there once an import is done. */
const imported = (files: readonly ImportFile[], directory = emptyDirectory()) =>
  carriedOut(directory, plan(directory, files));

const entry = (kind: string, name: string, rest = "") =>
  `---\napiVersion: backstage.io/v1alpha1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}`;
const group = (name: string, spec = "") =>
  entry("Group", name, `spec:\n  type: team\n  children: []\n${spec}`);
const user = (name: string, spec = "") => entry("User", name, `spec:\n${spec || "  memberOf: []"}\n`);
const component = (name: string, owner: string, spec = "") =>
  entry("Component", name, `spec:\n  type: service\n  owner: ${owner}\n${spec}`);

const words = ({ changes }: Plan) => changes.map(({ what }) => what);
const reasons = ({ problems }: Plan) => problems.map(({ line, reason }) => `${line}: ${reason}`);
const tree = ({ units }: Directory) =>
  Object.fromEntries(
    units
      .filter(({ archived }) => !archived)
      .map(({ name, kind, parent }) => [
        name,
        `${kind} < ${units.find(({ id }) => id === parent)?.name ?? ""}`,
      ]),
  );

describe("teams and groups", () => {
  test("a group with groups below it is a group, one without is a team, whoever says what stands where", () => {
    const files = [
      file(
        group("commerce", "  parent: tech\n") +
          group("payments", "  parent: Group:default/COMMERCE\n") +
          group("shop") +
          entry("Group", "tech", "  title: Technology\nspec:\n  type: team\n  children: [shop]\n"),
      ),
    ];
    expect(tree(imported(files))).toEqual({
      Organisation: "organisation < ",
      Technology: "group < Organisation",
      commerce: "group < Technology",
      payments: "team < commerce",
      shop: "team < Technology",
    });
  });

  test("a root of the type organization names the organisation, and the other roots stand below it", () => {
    const root = entry(
      "Group",
      "acme",
      "spec:\n  type: organization\n  profile: {displayName: Acme Corp}\n  children: []\n",
    );
    expect(tree(imported([file(root + group("payments", "  parent: acme\n") + group("labs"))]))).toEqual({
      "Acme Corp": "organisation < ",
      payments: "team < Acme Corp",
      labs: "team < Acme Corp",
    });
  });

  test("what was made by hand is found by its name, takes the catalogue's word, and is never archived by it", () => {
    const byHand: Directory = {
      ...emptyDirectory(),
      units: [
        ...emptyDirectory().units,
        {
          id: "t",
          slug: "ledger-crew",
          name: "Ledger crew",
          kind: "team",
          parent: "org",
          ref: null,
          source: null,
          archived: false,
        },
      ],
    };
    const first = plan(byHand, [file(group("ledger-crew", "  profile: {displayName: The Ledgers}\n"))]);
    expect(words(first)).toEqual([
      "Ledger crew is now called The Ledgers",
      "The Ledgers is group:default/ledger-crew in the catalogue",
    ]);
    const later = plan(carriedOut(byHand, first), [file(group("other"))]);
    expect(words(later)).toEqual(["other is new, a team below Organisation"]);
  });

  test("circles, two parents, and groups below themselves are told, and everything stands somewhere", () => {
    const planned = plan(emptyDirectory(), [
      file(
        group("a", "  parent: b\n") +
          group("b", "  parent: a\n") +
          group("self", "  parent: self\n") +
          entry("Group", "c", "spec: {type: team, children: [a, d]}\n") +
          entry("Group", "e", "spec: {type: team, children: [d, nobody]}\n") +
          group("d") +
          group("lost", "  parent: nowhere\n"),
      ),
    ]);
    expect(reasons(planned)).toEqual([
      "9: a and b stand below each other, in a circle; a is put below the organisation.",
      "27: self cannot stand below itself.",
      "33: a is no child of c: it stands below b.",
      "39: d is no child of e: it stands below c.",
      "39: nobody, below e, is not known, neither here nor in the files.",
      "56: nowhere, above lost, is not known, neither here nor in the files.",
    ]);
    expect(tree(carriedOut(emptyDirectory(), planned))).toMatchObject({
      a: "group < Organisation",
      b: "team < a",
      d: "team < c",
    });
  });

  test("a team that is gone from its file is archived, and is back when it comes again", () => {
    const both = [file(group("payments") + group("shop"))];
    const known = imported(both);
    const gone = plan(known, [file(group("shop"))]);
    expect(words(gone)).toEqual(["payments is archived"]);
    expect(words(plan(carriedOut(known, gone), both))).toEqual(["payments is back"]);
    expect(words(plan(known, [file(group("labs"), "labs.yaml")]))).toEqual([
      "labs is new, a team below Organisation",
    ]);
  });

  test("a team that now stands in another file of the import is only read from there", () => {
    const known = imported([file(group("payments") + group("shop"))]);
    const moved = plan(known, [file(group("shop")), file(group("payments"), "payments.yaml")]);
    expect(words(moved)).toEqual(["payments is now read from payments.yaml"]);
  });

  test("as long as something hangs on it that no catalogue knows of, a team that is gone stays", () => {
    const known = imported([file(group("payments") + group("shop"))]);
    const payments = known.units.find(({ slug }) => slug === "payments")!;
    const owning: Directory = {
      ...known,
      components: [
        { name: "ledger", title: null, kind: null, partOf: null, ref: null, source: null, archived: false },
      ],
      ownerships: [
        { id: "o", component: "ledger", unit: payments.id, from: null, until: null, assumed: false },
      ],
    };
    const planned = plan(owning, [file(group("shop"))]);
    expect([words(planned), reasons(planned)]).toEqual([
      [],
      ["1: payments is not in this file any more, but stays: it owns ledger, which no catalogue knows."],
    ]);
  });

  test("where a part of a file cannot be read, nothing that was in it is taken to be gone", () => {
    const known = imported([file(group("payments") + group("shop") + user("ann", "  memberOf: [shop]"))]);
    const planned = plan(known, [file(`${group("shop")}---\nkind: [Group\nmetadata: x\n`)]);
    expect(words(planned)).toEqual([]);
    expect(reasons(planned)[0]).toMatch(/^1: 3 things that were read from this file before stay as they are/);
  });
});

describe("people", () => {
  test("who belongs where is said by the group, by the user, or by both", () => {
    const known = imported([
      file(
        group("payments", "  members: [ann, user:default/bob]\n") +
          user("ann", "  memberOf: [payments]\n  profile: {displayName: Ann Lee, email: Ann@Acme.example}") +
          user("bob") +
          user("cy", "  memberOf: [group:payments]"),
      ),
    ]);
    const names = new Map(known.people.map(({ id, name }) => [id, name]));
    expect(
      known.memberships.map(({ person, from, until, role }) => [names.get(person), from, until, role]),
    ).toEqual([
      ["Ann Lee", day, null, "member"],
      ["bob", day, null, "member"],
      ["cy", day, null, "member"],
    ]);
    expect(known.people.find(({ name }) => name === "Ann Lee")?.email).toBe("Ann@Acme.example");
  });

  test("who is no longer said to belong leaves today; who had only just joined never did", () => {
    const known = imported([file(group("payments", "  members: [ann, bob]\n") + user("ann") + user("bob"))]);
    const longAgo = {
      ...known,
      memberships: known.memberships.map((row) => ({ ...row, from: "2026-01-01" })),
    };
    const now = [file(group("payments", "  members: [bob]\n") + user("ann") + user("bob"))];
    expect(words(plan(longAgo, now))).toEqual(["ann leaves payments, today"]);
    expect(words(plan(known, now))).toEqual(["ann does not join payments"]);
  });

  test("whoever has the same e-mail address is the same person, and a name alone makes nobody the same", () => {
    const known: Directory = {
      ...emptyDirectory(),
      people: [
        ...emptyDirectory().people,
        {
          id: "ann",
          name: "Annie",
          ref: null,
          source: null,
          archived: false,
          administrator: false,
          email: "ann@acme.example",
        },
        {
          id: "bob",
          name: "bob",
          ref: null,
          source: null,
          archived: false,
          administrator: false,
          email: null,
        },
      ],
    };
    const planned = plan(known, [
      file(
        user("ann", "  profile: {email: ANN@acme.example}") +
          user("ann2", "  profile: {email: ann@acme.example}") +
          user("bob"),
      ),
    ]);
    expect(words(planned)).toEqual(["bob is new", "Annie is user:default/ann in the catalogue"]);
    expect(reasons(planned)[0]).toMatch(
      /^14: ann2 has the e-mail address of ann \(acme.yaml:2\), and is taken for the same/,
    );
  });

  test("who was given an address by hand is still the one whom a list knows by the name alone", () => {
    const list = "name,email\nAnn Lee,\nBo,\nBo,bo2@acme.example\n";
    const known = carriedOut(emptyDirectory(), people(emptyDirectory(), list));
    const reached = {
      ...known,
      people: known.people.map((row) => (row.email === null ? { ...row, email: `${row.id}@x.org` } : row)),
    };
    const again = people(reached, list);
    expect(words(again)).toEqual([]);
  });

  test("nobody who runs the installation is shut out by a file", () => {
    const known = imported([file(user("ann") + user("bob"))]);
    const ann = {
      ...known,
      people: known.people.map((row) => (row.name === "ann" ? { ...row, administrator: true } : row)),
    };
    const planned = plan(ann, [file(user("cy"))]);
    expect(words(planned)).toEqual(["bob is archived", "cy is new"]);
    expect(reasons(planned)).toEqual([
      "1: ann is not in this file any more, but runs this installation, and stays.",
    ]);
  });

  test("whoever runs the installation takes no address by a file", () => {
    const known = imported([file(user("boss", "  profile: { email: boss@x.org }"))]);
    const boss = known.people.map((row) => ({ ...row, administrator: true }));
    const other = file(user("boss", "  profile: { email: ann@x.org }"));
    expect(words(plan({ ...known, people: boss }, [other]))).toEqual([]);
  });

  test("nobody brings a file that makes them a member where others are", () => {
    const owner = emptyDirectory();
    const files = [
      file(
        group("payments", "  members: [ann]\n") +
          group("labs") +
          user("ann") +
          user("me", "  profile: {email: me@acme.example}\n  memberOf: [payments, labs]"),
      ),
    ];
    const known: Directory = {
      ...owner,
      alone: false,
      people: owner.people.map((row) => ({ ...row, email: "me@acme.example" })),
      memberships: [
        { id: "m", person: "x", unit: "p", role: "member", from: null, until: null, source: null },
      ],
      units: [
        ...owner.units,
        {
          id: "p",
          slug: "payments",
          name: "payments",
          kind: "team",
          parent: "org",
          ref: null,
          source: null,
          archived: false,
        },
      ],
    };
    const planned = plan(known, files);
    expect(planned.memberships.begun.filter(({ person }) => person === "owner")).toHaveLength(1);
    expect(reasons(planned)).toEqual([
      "32: You cannot make yourself a member of payments, where others are; ask one of them.",
    ]);
  });
});

describe("components", () => {
  const teams = group("payments") + group("shop");

  test("a first owner owns it from its beginning; a later one from the day of the import", () => {
    const known = imported([file(teams + component("ledger", "payments"))]);
    expect(known.ownerships).toMatchObject([{ component: "ledger", from: null, until: null }]);
    const planned = plan(known, [file(teams + component("ledger", "shop"))]);
    expect(words(planned)).toEqual(["ledger moves from payments to shop, from today"]);
    expect(carriedOut(known, planned).ownerships).toMatchObject([
      { from: null, until: day },
      { from: day, until: null },
    ]);
  });

  test("an owner that was only assumed is replaced back to the beginning", () => {
    const known: Directory = {
      ...emptyDirectory(),
      components: [
        { name: "ledger", title: null, kind: null, partOf: null, ref: null, source: null, archived: false },
      ],
      ownerships: [{ id: "o", component: "ledger", unit: "org", from: null, until: null, assumed: true }],
    };
    const planned = plan(known, [file(teams + component("ledger", "payments"))]);
    expect(words(planned)).toContain("ledger belongs to payments, from its beginning");
    expect(carriedOut(known, planned).ownerships).toMatchObject([
      { from: null, until: null, assumed: false },
    ]);
  });

  test("systems and domains are components of their own, which others are part of", () => {
    const known = imported([
      file(
        teams +
          component("ledger", "payments", "  system: billing\n") +
          entry("System", "billing", "spec: {owner: shop, domain: money}\n") +
          entry("Domain", "money", "spec: {owner: group:shop}\n"),
      ),
    ]);
    expect(known.components.map(({ name, kind, partOf }) => [name, kind, partOf])).toEqual([
      ["ledger", "service", "system:billing"],
      ["domain:money", "domain", null],
      ["system:billing", "system", "domain:money"],
    ]);
  });

  test("a part of a repository stays one, and a part of a system that the catalogue no longer names does not", () => {
    const system = entry("System", "billing", "spec: {owner: shop}\n");
    const known = imported([
      file(teams + system + component("web", "shop") + component("ledger", "shop", "  system: billing\n")),
    ]);
    const git = { ...known.components[0]!, name: "mono", kind: null, ref: null, source: null };
    const components = [
      git,
      ...known.components.map((row) => (row.name === "web" ? { ...row, partOf: "mono" } : row)),
    ];
    const again = [file(teams + system + component("web", "shop") + component("ledger", "shop"))];
    expect(words(plan({ ...known, components }, again))).toEqual(["ledger is a part of nothing now"]);
  });

  test("an entry is the repository that is known from Git, by its name or by its annotation", () => {
    const fromGit: Directory = {
      ...emptyDirectory(),
      components: ["ledger", "shop-web", "mono"].map((name) => ({
        ...{ name, title: null, kind: null, partOf: null, ref: null, source: null, archived: false },
      })),
    };
    const annotated = (name: string, annotation: string) =>
      entry("Component", name, `  annotations: {${annotation}}\nspec: {type: website, owner: shop}\n`);
    const known = imported(
      [
        file(
          teams +
            component("ledger", "payments") +
            annotated("storefront", '"github.com/project-slug": acme/shop-web') +
            annotated(
              "mono-a",
              '"backstage.io/source-location": "url:https://github.com/acme/mono/tree/main/a"',
            ) +
            annotated("mono-b", '"github.com/project-slug": acme/mono'),
        ),
      ],
      fromGit,
    );
    expect(known.components.map(({ name, ref, source }) => [name, ref, source !== null])).toEqual([
      ["ledger", "component:default/ledger", false],
      ["shop-web", "component:default/storefront", false],
      ["mono", null, false],
      ["mono-a", "component:default/mono-a", true],
      ["mono-b", "component:default/mono-b", true],
    ]);
  });

  test("without an owner that is known it still goes in, and stays with the one that it has", () => {
    const known = imported([file(teams + component("ledger", "payments"))]);
    const planned = plan(known, [
      file(
        teams +
          component("ledger", "nobody") +
          component("web", "user:ann") +
          entry("Component", "bare", "spec: {type: job}\n"),
      ),
    ]);
    expect(reasons(planned)).toEqual([
      "24: ledger: its owner nobody is not known, neither here nor in the files; it stays with payments.",
      "32: web: its owner ann is a person, and only teams and groups own; it has no owner.",
      "38: bare: nobody is said to own it; it has no owner.",
    ]);
    expect(words(planned)).toEqual(["bare is new, a job", "web is new, a service"]);
  });

  test("with its team gone, a component of the catalogue is nobody's, from today", () => {
    const known = imported([file(teams + component("ledger", "payments"))]);
    const planned = plan(known, [file(group("shop") + component("ledger", "payments"))]);
    expect(words(planned)).toEqual([
      "payments is archived",
      "ledger no longer belongs to payments, from today",
    ]);
    expect(
      words(plan(carriedOut(known, planned), [file(group("shop") + component("ledger", "payments"))])),
    ).toEqual([]);
  });

  test("a component that is gone is archived with all that is known of it, and is back when it comes again", () => {
    const files = [file(teams + component("ledger", "payments"))];
    const known = imported(files);
    const gone = plan(known, [file(teams)]);
    expect(words(gone)).toEqual(["ledger is archived"]);
    expect(words(plan(carriedOut(known, gone), files))).toEqual(["ledger is back"]);
    expect(carriedOut(known, gone).ownerships).toEqual(known.ownerships);
  });
});

describe("lists of people", () => {
  test("a line names a person and a team, which is made where there is none", () => {
    const planned = people(
      emptyDirectory(),
      "name,email,team,role\nAnn Lee,ann@acme.example,Payments,lead\nBob,,Payments,\n",
    );
    expect(words(planned)).toEqual([
      "Payments is new, a team below Organisation",
      "Ann Lee is new",
      "Bob is new",
      `Ann Lee leads Payments, from today`,
      "Bob belongs to Payments, from today",
    ]);
  });

  test("two teams are two lines; days may be said, and what they say of the past is kept", () => {
    const list =
      "Email;Name;Team;From;Until\na@x.org;Ann;Payments;2024-01-01;2026-01-01\na@x.org;Ann;Shop;2026-01-01;\nb@x.org;Bob;Shop;;2027-03-01\n";
    const planned = people(emptyDirectory(), list);
    expect(words(planned).slice(-3)).toEqual([
      "Ann belongs to Shop, from 2026-01-01",
      "Ann was a member of Payments, from 2024-01-01 until 2026-01-01",
      "Bob belongs to Shop, from today until 2027-03-01",
    ]);
    expect(words(people(carriedOut(emptyDirectory(), planned), list))).toEqual([]);
  });

  test("who led and now is a member leads no longer; an end that is written later comes", () => {
    const known = carriedOut(
      emptyDirectory(),
      people(emptyDirectory(), "name,email,team,role\nAnn,a@x.org,Shop,lead\n"),
    );
    const longAgo = {
      ...known,
      memberships: known.memberships.map((row) => ({ ...row, from: "2026-01-01" })),
    };
    expect(words(people(longAgo, "name,email,team,role\nAnn,a@x.org,Shop,member\n"))).toEqual([
      "Ann no longer leads Shop, today",
      "Ann belongs to Shop, from today",
    ]);
    expect(words(people(longAgo, "name,email,team,role,until\nAnn,a@x.org,Shop,lead,2027-01-01\n"))).toEqual([
      "Ann no longer leads Shop, 2027-01-01",
    ]);
  });
});
