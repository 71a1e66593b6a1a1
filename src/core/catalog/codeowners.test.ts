import { expect, test } from "vitest";
import { ownersIn } from "./codeowners.ts";
import type { Directory } from "./directory.ts";
import { emptyDirectory } from "./testing.ts";

const unit = { kind: "team", parent: "org", ref: null, source: null, archived: false } as const;
const person = { source: null, archived: false, administrator: false } as const;
const directory: Directory = {
  ...emptyDirectory(),
  units: [
    ...emptyDirectory().units,
    { ...unit, id: "pay", slug: "payments", name: "Payments", ref: "group:default/pay-team" },
    { ...unit, id: "shop", slug: "shop", name: "Shop front" },
    { ...unit, id: "old", slug: "old", name: "Old", archived: true },
  ],
  people: [
    { ...person, id: "ann", name: "Ann Lee", ref: "user:default/ann", email: "ann@acme.example" },
    { ...person, id: "bob", name: "Bob", ref: "user:default/bob", email: null },
  ],
  memberships: [
    { id: "m", person: "ann", unit: "shop", role: "member", from: null, until: null, source: null },
  ],
};

const read = (text: string) => ownersIn({ name: "CODEOWNERS", text }, directory);
const paths = (text: string) => read(text).suggestions.map(({ unit: { slug }, paths }) => [slug, ...paths]);

test("GitHub's rules name teams by organisation and team, people by name or address", () => {
  const { suggestions, problems } = read(`# who owns what
/payments/  @acme/payments @acme/pay-team   # the money
*.css       ann@acme.example
/apps/web   @Acme/Shop
docs\\ old/  @nobody @acme/old @bob
`);
  expect(suggestions).toEqual([
    {
      unit: { slug: "payments", name: "Payments" },
      owner: "@acme/payments",
      paths: ["payments/**"],
      lines: 1,
    },
    {
      unit: { slug: "payments", name: "Payments" },
      owner: "@acme/pay-team",
      paths: ["payments/**"],
      lines: 1,
    },
    { unit: { slug: "shop", name: "Shop front" }, owner: "ann@acme.example", paths: ["**/*.css"], lines: 1 },
    {
      unit: { slug: "shop", name: "Shop front" },
      owner: "@Acme/Shop",
      paths: ["apps/web", "apps/web/**"],
      lines: 1,
    },
  ]);
  expect(problems.map(({ line, reason }) => `${line}: ${reason}`)).toEqual([
    "5: @acme/old is no team, group or person that is known here.",
    "5: @bob is Bob, who belongs to no team; only teams and groups own.",
    "5: @nobody is no team, group or person that is known here.",
  ]);
});

test("in GitLab's sections, lines without an owner are owned by the section's", () => {
  expect(
    paths(`* @payments
[Web][2] @groups/nested/shop
web/
/static/*
^[Docs]
docs/
!docs/secret/
README.md @@maintainer @shop
`),
  ).toEqual([
    ["payments", "**"],
    ["shop", "**/web/**", "static/*"],
    ["shop", "**/README.md"],
  ]);
});

test("a line that is far too long, or is no rule, is told and harms no other", () => {
  const { suggestions, problems } = read(`${"x".repeat(20_000)} @shop\n/a nobody\n/b @shop\n`);
  expect(suggestions.map(({ paths }) => paths)).toEqual([["b", "b/**"]]);
  expect(problems.map(({ line }) => line)).toEqual([1, 2]);
});
