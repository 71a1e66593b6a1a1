import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import { component, membership, ownership, unit } from "../../org/tables.ts";
import { claimedGroup, contact, person } from "../../people/tables.ts";
import type { ClaimedGroup } from "../claimed-groups.ts";
import type { Directory } from "../directory.ts";

/** All that an import may change, each list in an order of its own, so that the same state reads the same. */
export async function readDirectory(tx: Tx): Promise<Directory> {
  const { rows } = await tx.execute<{ today: string; alone: boolean }>(
    sql`select org_today() as today, people_alone() as alone`,
  );
  const { today = "", alone = false } = rows[0] ?? {};
  return {
    units: await readUnits(tx),
    people: await readPeople(tx),
    memberships: await readMemberships(tx),
    components: await readComponents(tx),
    ownerships: await readOwnerships(tx),
    ...{ today, alone },
  };
}

/** What the sign-in of the organisation said the last time, of everybody who came in by it. */
export const readClaimedGroups = (tx: Tx): Promise<ClaimedGroup[]> =>
  tx
    .select({ person: claimedGroup.person, name: claimedGroup.name })
    .from(claimedGroup)
    .orderBy(asc(claimedGroup.person), asc(claimedGroup.name));

const readUnits = (tx: Tx) =>
  tx
    .select({
      id: unit.id,
      slug: unit.slug,
      name: unit.name,
      kind: unit.kind,
      parent: unit.parent,
      ref: unit.ref,
      source: unit.source,
      archived: sql<boolean>`${unit.archivedAt} is not null`,
    })
    .from(unit)
    .orderBy(asc(unit.id));

const readPeople = (tx: Tx) =>
  tx
    .select({
      id: person.id,
      name: person.name,
      ref: person.ref,
      source: person.source,
      archived: sql<boolean>`${person.archivedAt} is not null`,
      administrator: person.administrator,
      email: contact.email,
    })
    .from(person)
    .leftJoin(contact, eq(contact.person, person.id))
    .orderBy(asc(person.id));

const readMemberships = (tx: Tx) =>
  tx
    .select({
      id: membership.id,
      person: membership.person,
      unit: membership.unit,
      role: membership.role,
      from: membership.from,
      until: membership.until,
      source: membership.source,
    })
    .from(membership)
    .orderBy(asc(membership.id));

const readComponents = (tx: Tx) =>
  tx
    .select({
      name: component.name,
      title: component.title,
      kind: component.kind,
      partOf: component.partOf,
      ref: component.ref,
      source: component.source,
      archived: sql<boolean>`${component.archivedAt} is not null`,
    })
    .from(component)
    .orderBy(asc(component.name));

const readOwnerships = (tx: Tx) =>
  tx
    .select({
      id: ownership.id,
      component: ownership.component,
      unit: ownership.unit,
      from: ownership.from,
      until: ownership.until,
      assumed: ownership.assumed,
    })
    .from(ownership)
    .orderBy(asc(ownership.id));
