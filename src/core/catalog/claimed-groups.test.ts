import { expect, test } from "vitest";
import { planClaimedGroups } from "./claimed-groups.ts";
import type { Directory, MembershipRow, PersonRow } from "./directory.ts";
import { Problems } from "./problems.ts";
import { day, emptyDirectory } from "./testing.ts";

const unit = { kind: "team", parent: "org", source: null, archived: false } as const;
const row = (person: string, unitId: string, source: string | null): MembershipRow => ({
  ...{
    id: `${person}-${unitId}`,
    person,
    unit: unitId,
    role: "member",
    from: "2026-01-01",
    until: null,
    source,
  },
});
const person = (id: string, name: string): PersonRow => ({
  ...{ id, name, ref: null, source: null, archived: false, administrator: false, email: null },
});
const directory = (memberships: readonly MembershipRow[] = []): Directory => ({
  ...emptyDirectory(),
  units: [
    ...emptyDirectory().units,
    { ...unit, id: "pay", slug: "payments", name: "Payments & Billing", ref: "group:default/pay-team" },
    { ...unit, id: "shop", slug: "shop", name: "Shop front", ref: null },
    { ...unit, id: "old", slug: "old", name: "Old", ref: null, archived: true },
  ],
  people: [...emptyDirectory().people, person("ann", "Ann"), person("bob", "Bob")],
  memberships,
});

const plan = (claims: readonly [string, string][], known = directory()) =>
  planClaimedGroups(
    claims.map(([person, name]) => ({ person, name })),
    known,
    { me: "owner", problems: new Problems(), newId: () => "new" },
  );

test.each(["group:default/pay-team", "pay-team", "Payments & Billing", "payments", "/engineering/Payments"])(
  "the group %s stands for the team",
  (name) => {
    expect(plan([["ann", name]]).memberships.begun).toEqual([
      { id: "new", person: "ann", unit: "pay", role: "member", from: day, until: null, source: "oidc" },
    ]);
  },
);

test("who is no longer in a group, or in none at all, leaves; what was said elsewhere stays", () => {
  const known = directory([row("ann", "shop", "oidc"), row("ann", "org", null), row("bob", "shop", "oidc")]);
  const { memberships, changes } = plan([["ann", "payments"]], known);
  const { begun, ended } = memberships;
  expect([begun.map(({ unit: id }) => id), ended.map(({ id, until }) => [id, until])]).toEqual([
    ["pay"],
    [
      ["ann-shop", day],
      ["bob-shop", day],
    ],
  ]);
  expect(changes.map(({ what }) => what)).toEqual([
    "Ann leaves Shop front, today",
    "Bob leaves Shop front, today",
    "Ann belongs to Payments & Billing, from today",
  ]);
});

test("the same sign-ins again change nothing", () => {
  const first = plan([["ann", "payments"]]);
  const known = { ...directory(), memberships: first.memberships.begun };
  expect(plan([["ann", "payments"]], known).changes).toEqual([]);
});

test("a group that is no team, or one that is archived, is told with how many claim it", () => {
  const { changes, problems } = plan([
    ["ann", "everyone"],
    ["bob", "everyone"],
    ["ann", "old"],
  ]);
  expect(changes).toEqual([]);
  expect(problems.map(({ reason }) => reason)).toEqual([
    "2 people are in “everyone”, which is no team or group here.",
    "One person is in “old”, which is no team or group here.",
  ]);
});

test("whoever applies it does not become a member where others are", () => {
  const { changes, problems } = plan([["owner", "shop"]], {
    ...directory([row("bob", "shop", null)]),
    alone: false,
  });
  expect(changes).toEqual([]);
  expect(problems.map(({ reason }) => reason)).toEqual([
    "You cannot make yourself a member of Shop front, where others are; ask one of them.",
  ]);
});
