import { plain } from "../connectors/git/plain.ts";
import { type Entity, LONGEST_NAME } from "./entity.ts";
import { shortRef } from "./entity-ref.ts";
import { compare, type Problems } from "./problems.ts";
import { oneRef, refsSaid, shown } from "./refs-said.ts";
import type { WantedMembership, WantedPerson, WantedUnit } from "./wanted.ts";

/** A group of one of these types that stands below no other is the organisation itself. */
const ORGANISATION_TYPES = new Set(["organisation", "organization", "company"]);

/** What Group entries say of teams and groups, and of how they stand in each other. */
export function groupsSaid(groups: readonly Entity[], problems: Problems): WantedUnit[] {
  const children = new Map(groups.map((group) => [group, refsSaid(group, CHILDREN, problems)]));
  const parents = parentsSaid(children, problems);
  const top = topOf(groups, parents, problems);
  const here = new Set(groups.map(({ ref }) => ref));
  return groups.map((group) => ({
    ref: group.ref,
    handle: group.name,
    name: nameOf(group),
    parent: parents.get(group.ref) ?? null,
    childrenElsewhere: (children.get(group) ?? []).filter((child) => !here.has(child)),
    top: group === top,
    source: group.source,
    at: group.at,
  }));
}

const CHILDREN = { field: "children", kind: "group" } as const;

/** What Backstage shows: the profile's name, else the title, else the name. */
function nameOf({ spec, title, name }: Entity): string {
  return spec.in("profile").text("displayName") ?? title ?? plain(name, LONGEST_NAME);
}

/** What stands above each group: what it says itself, else what lists it among its children. */
function parentsSaid(
  groups: ReadonlyMap<Entity, readonly string[]>,
  problems: Problems,
): Map<string, string> {
  const parents = new Map<string, string>();
  for (const group of groups.keys()) {
    const parent = oneRef(group, { field: "parent", kind: "group" }, problems);
    if (parent === group.ref)
      problems.add(group.at("spec", "parent"), `${shown(group)} cannot stand below itself.`);
    else if (parent !== null) parents.set(group.ref, parent);
  }
  const byRef = [...groups].sort(([a], [b]) => compare(a.ref, b.ref));
  for (const [group, children] of byRef) {
    for (const child of children) {
      const parent = child === group.ref ? undefined : (parents.get(child) ?? group.ref);
      if (parent === group.ref) parents.set(child, parent);
      else {
        const why =
          parent === undefined ? "it cannot stand below itself" : `it stands below ${shortRef(parent)}`;
        problems.add(
          group.at("spec", "children"),
          `${shortRef(child)} is no child of ${shown(group)}: ${why}.`,
        );
      }
    }
  }
  return parents;
}

function topOf(groups: readonly Entity[], parents: ReadonlyMap<string, string>, problems: Problems) {
  const tops = groups
    .filter(
      (group) =>
        ORGANISATION_TYPES.has(group.spec.text("type")?.toLowerCase() ?? "") && !parents.has(group.ref),
    )
    .sort((a, b) => compare(a.ref, b.ref));
  for (const group of tops.slice(1)) {
    const reason = `There is one organisation here, and ${shown(tops[0] as Entity)} names it; ${shown(group)} becomes a group below it.`;
    problems.add(group.at("spec", "type"), reason);
  }
  return tops[0];
}

/** What User entries say of people. */
export function usersSaid(users: readonly Entity[], problems: Problems): WantedPerson[] {
  return users.map((user) => ({
    key: user.ref,
    ref: user.ref,
    name: nameOf(user),
    email: emailOf(user, problems),
    source: user.source,
    at: user.at,
  }));
}

function emailOf(user: Entity, problems: Problems): string | null {
  const email = user.spec.in("profile").text("email", 400);
  if (email === null || isEmail(email)) return email;
  problems.add(
    user.at("spec", "profile", "email"),
    `“${email}” is no e-mail address; ${shown(user)} goes in without one.`,
  );
  return null;
}

/** Roughly what an address looks like: whether it is one, only a message to it can tell. */
export const isEmail = (text: string): boolean => text.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(text);

/** Who belongs where: said by a Group of its members, by a User, or by both. */
export function membershipsSaid(
  groups: readonly Entity[],
  users: readonly Entity[],
  problems: Problems,
): WantedMembership[] {
  const always = { role: "member", from: null, until: null } as const;
  const byGroups = groups.flatMap((group) =>
    refsSaid(group, { field: "members", kind: "user" }, problems).map((person) => ({
      ...{ person, unit: group.ref, source: group.source, at: () => group.at("spec", "members") },
      ...always,
    })),
  );
  const byUsers = users.flatMap((user) =>
    refsSaid(user, { field: "memberOf", kind: "group" }, problems).map((unit) => ({
      ...{ person: user.ref, unit, source: user.source, at: () => user.at("spec", "memberOf") },
      ...always,
    })),
  );
  return [...byGroups, ...byUsers];
}
