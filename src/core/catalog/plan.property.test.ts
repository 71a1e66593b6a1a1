import fc from "fast-check";
import { expect, test } from "vitest";
import { readCatalog } from "./catalog-files.ts";
import type { ImportFile } from "./contract.ts";
import type { Directory } from "./directory.ts";
import { readPeople } from "./people-lists.ts";
import { overlap } from "./plan/days.ts";
import { type Plan, planOf } from "./plan.ts";
import { Problems } from "./problems.ts";
import { carriedOut, emptyDirectory } from "./testing.ts";

let ids = 0;

function plan(directory: Directory, files: readonly ImportFile[]): Plan {
  const problems = new Problems();
  const read = files[0]?.name.endsWith(".csv") ? readPeople : readCatalog;
  return planOf(directory, read(files, problems), { me: "owner", problems, newId: () => `id-${++ids}` });
}

const names = (prefix: string, count: number) =>
  fc.integer({ min: 0, max: count }).map((n) => `${prefix}${n}`);
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined, freq: 2 });
const few = <T>(one: fc.Arbitrary<T>) => fc.uniqueArray(one, { maxLength: 3 });
const entry = (kind: string) => ({ apiVersion: "backstage.io/v1alpha1", kind });

const group = fc
  .record({
    name: names("g", 4),
    type: fc.constantFrom("team", "organization"),
    parent: maybe(names("g", 5)),
    children: few(names("g", 5)),
    members: few(names("u", 4)),
    title: maybe(names("T", 2)),
  })
  .map(({ name, title, ...spec }) => ({ ...entry("Group"), metadata: { name, title }, spec }));
const user = fc
  .record({
    name: names("u", 3),
    memberOf: few(names("g", 5)),
    email: maybe(fc.constantFrom("a@x.org", "B@x.org", "c@x.org", "owner@x.org")),
  })
  .map(({ name, email, ...spec }) => ({
    ...entry("User"),
    metadata: { name },
    spec: { ...spec, profile: { email } },
  }));
const component = fc
  .record({
    name: names("c", 3),
    owner: maybe(fc.oneof(names("g", 5), fc.constant("user:u1"))),
    system: maybe(names("s", 2)),
    subcomponentOf: maybe(names("c", 3)),
    namespace: fc.constantFrom(undefined, undefined, "far"),
  })
  .map(({ name, namespace, ...spec }) => ({ ...entry("Component"), metadata: { name, namespace }, spec }));
const system = fc
  .record({ name: names("s", 1), owner: names("g", 5) })
  .map(({ name, ...spec }) => ({ ...entry("System"), metadata: { name }, spec }));

/** A few files, in which no entry stands twice: of two, the first would count, and their order would matter. */
const catalog = fc
  .uniqueArray(fc.tuple(fc.oneof(group, user, component, system), names("f", 1)), {
    maxLength: 14,
    selector: ([{ kind, metadata }]) =>
      `${kind} ${"namespace" in metadata ? metadata.namespace : ""} ${metadata.name}`,
  })
  .map((entries) =>
    [...Map.groupBy(entries, ([, file]) => file)].map(([name, inFile]) => ({
      name: `${name}.yaml`,
      text: inFile.map(([one]) => JSON.stringify(one)).join("\n---\n"),
    })),
  );

const date = fc.constantFrom("", "2025-01-01", "2026-11-25", "2027-01-01");
const line = fc.record({
  name: names("P", 3),
  email: fc.constantFrom("", "a@x.org", "b@x.org"),
  team: fc.constantFrom("", "g1", "g2", "Crew", "Organisation"),
  role: fc.constantFrom("", "lead", "member"),
  from: date,
  until: date,
});
const list = fc
  .uniqueArray(line, { maxLength: 6, selector: ({ email, name }) => email || name })
  .map((lines) => [
    {
      name: "people.csv",
      text: ["name,email,team,role,from,until", ...lines.map((one) => Object.values(one).join(","))].join(
        "\n",
      ),
    },
  ]);

const imports = fc.array(
  fc.record({
    files: fc.oneof({ weight: 3, arbitrary: catalog }, list),
    days: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 1, maxLength: 5 },
);

const start: Directory = {
  ...emptyDirectory(),
  people: emptyDirectory().people.map((owner) => ({ ...owner, email: "owner@x.org" })),
  units: [
    ...emptyDirectory().units,
    {
      id: "hand",
      slug: "g1",
      name: "By hand",
      kind: "team",
      parent: "org",
      ref: null,
      source: null,
      archived: false,
    },
  ],
  components: ["c0", "c1"].map((name) => ({
    name,
    title: null,
    kind: null,
    partOf: null,
    ref: null,
    source: null,
    archived: false,
  })),
  ownerships: [
    { id: "o0", component: "c0", unit: "hand", from: null, until: null, assumed: false },
    { id: "o1", component: "c1", unit: "org", from: null, until: null, assumed: true },
  ],
};

const later = (today: string, days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);

/** Every import of a series, with what was there before and is there after. */
function run(series: readonly { files: ImportFile[]; days: number }[]) {
  let before = { ...start, alone: false };
  return series
    .filter(({ files }) => files.length > 0)
    .map(({ files, days }) => {
      before = { ...before, today: later(before.today, days) };
      const done = { before, files, plan: plan(before, files) };
      before = carriedOut(before, done.plan);
      return { ...done, after: before };
    });
}

const RUNS = { numRuns: 200 };
const rowsOf = ({ units, people, components, memberships, ownerships }: Plan) => [
  ...[units, people, components].flatMap(({ added, changed }) => [...added, ...changed]),
  ...[memberships, ownerships].flatMap(({ begun, ended, undone }) => [...begun, ...ended, ...undone]),
];

test("the same import again changes nothing", () => {
  fc.assert(
    fc.property(imports, (series) => {
      for (const { after, files } of run(series)) {
        const again = plan(after, files);
        expect([again.changes, rowsOf(again)]).toEqual([[], []]);
      }
    }),
    RUNS,
  );
});

test("neither the order of files nor of what is in them makes a difference", () => {
  fc.assert(
    fc.property(imports, (series) => {
      const {
        before,
        files,
        plan: first,
      } = run(series).at(-1) ?? { before: start, files: [], plan: plan(start, []) };
      const turned = files.toReversed().map(({ name, text }) => {
        const [separator, header, parts] = name.endsWith(".csv")
          ? ["\n", text.split("\n").slice(0, 1), text.split("\n").slice(1)]
          : ["\n---\n", [], text.split("\n---\n")];
        return { name, text: [...header, ...parts.reverse()].join(separator as string) };
      });
      expect(plan(before, turned).changes).toEqual(first.changes);
    }),
    RUNS,
  );
});

test("whatever comes in, the organisation is a tree, and nobody is two or in two places of one kind at once", () => {
  fc.assert(
    fc.property(imports, (series) => {
      for (const { after: now } of run(series)) {
        const units = new Map(now.units.map((unit) => [unit.id, unit]));
        for (const unit of now.units) {
          const above: string[] = [];
          for (let at = unit.parent; at !== null && above.length <= units.size; at = units.get(at)!.parent)
            above.push(at);
          expect(above.length).toBeLessThanOrEqual(units.size);
          expect((unit.kind === "organisation") === (unit.parent === null)).toBe(true);
          if (!unit.archived && unit.parent !== null) expect(units.get(unit.parent)!.archived).toBe(false);
        }
        const unique = (all: (string | null)[]) => {
          const there = all.filter((one) => one !== null);
          expect(there.length).toBe(new Set(there).size);
        };
        for (const rows of [now.units, now.people, now.components]) unique(rows.map(({ ref }) => ref));
        unique(now.units.map(({ slug }) => slug));
        unique(now.people.map(({ email }) => email?.toLowerCase() ?? null));
        unique(now.components.map(({ name }) => name));
        const dated = [
          ...Map.groupBy(now.memberships, ({ person, unit, role }) => `${person} ${unit} ${role}`).values(),
          ...Map.groupBy(now.ownerships, ({ component }) => component).values(),
        ];
        for (const rows of dated)
          for (const [at, one] of rows.entries()) {
            expect(one.from === null || one.until === null || one.from < one.until).toBe(true);
            for (const other of rows.slice(at + 1)) expect(overlap(one, other)).toBe(false);
          }
      }
    }),
    RUNS,
  );
});

test("what was made by hand is never archived", () => {
  fc.assert(
    fc.property(imports, (series) => {
      for (const { after: now } of run(series)) {
        expect(now.units.find(({ id }) => id === "hand")?.archived).toBe(false);
        expect(now.people.find(({ id }) => id === "owner")?.archived).toBe(false);
        expect(
          now.components.filter(({ name }) => name === "c0" || name === "c1").map(({ archived }) => archived),
        ).toEqual([false, false]);
      }
    }),
    RUNS,
  );
});
