import { and, asc, eq, sql } from "drizzle-orm";
import { DatabaseError } from "pg";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { person } from "../../people/tables.ts";
import type { Membership } from "../contract.ts";
import { membership, unit } from "../tables.ts";
import type { Brief, UnitRow } from "../tree.ts";

const columns = {
  id: membership.id,
  person: { id: person.id, name: person.name },
  role: membership.role,
  from: membership.from,
  until: membership.until,
};

const holdsToday = sql`daterange(${membership.from}, ${membership.until}) @> (select org_today())`;

const notOver = sql`coalesce(${membership.until}, 'infinity') > (select org_today())`;

/** Who belongs to a unit or leads it, today or from a later day on: those who lead first, then by name. */
export function readMembers(tx: Tx, unitId: string): Promise<Membership[]> {
  return tx
    .select(columns)
    .from(membership)
    .innerJoin(person, eq(person.id, membership.person))
    .where(and(eq(membership.unit, unitId), notOver, sql`${person.archivedAt} is null`))
    .orderBy(asc(membership.role), asc(person.name), asc(membership.id));
}

export interface NewMember {
  readonly person: string;
  readonly role: "member" | "lead";
  readonly from?: string | undefined;
}

/** Somebody belongs to a unit, or leads it, from a day on; today's, where none is given. */
export async function addMember(
  tx: Tx,
  actor: string,
  { unit: to, ...wanted }: NewMember & { unit: UnitRow },
): Promise<Membership> {
  const [who] = await tx
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(eq(person.id, wanted.person), sql`${person.archivedAt} is null`));
  if (!who) failField("/person", "There is nobody with this id.");
  const values = { person: who.id, unit: to.id, role: wanted.role, from: wanted.from ?? sql`org_today()` };
  const [added] = await tx
    .insert(membership)
    .values(values as never)
    .returning()
    .catch(said(who.name, to.name));
  if (!added) throw new Error("The membership was not added.");
  const about = { aboutPerson: who.id, aboutUnit: to.id, detail: { role: wanted.role, from: added.from } };
  await recordAudit(tx, actor, { action: "membership.begun", ...about });
  return { id: added.id, person: who, role: added.role, from: added.from, until: added.until };
}

/** Ends a membership today; one that did not begin before today is gone as if it had never been. */
export async function endMembership(tx: Tx, actor: string, id: string): Promise<void> {
  const [one] = await tx.select().from(membership).where(eq(membership.id, id));
  if (!one) fail("not_found", "There is no such membership.");
  const undone = await tx
    .delete(membership)
    .where(and(eq(membership.id, id), sql`${membership.from} >= org_today()`))
    .returning();
  const ended =
    undone.length > 0
      ? undone
      : await tx
          .update(membership)
          .set({ until: sql`org_today()` })
          .where(and(eq(membership.id, id), holdsToday))
          .returning();
  if (ended.length === 0) fail("not_allowed", "This membership is over already, or not yours to end.");
  const about = { aboutPerson: one.person, aboutUnit: one.unit, detail: { role: one.role } };
  await recordAudit(tx, actor, { action: "membership.ended", ...about });
}

export interface Belonging extends Omit<Membership, "person"> {
  readonly unit: Brief & { readonly id: string };
  readonly person: string;
}

/** Where these people belong (all of their memberships, or today's alone), the newest first. */
export function readBelongings(
  tx: Tx,
  people: readonly string[],
  { past }: { past: boolean },
): Promise<Belonging[]> {
  return tx
    .select({
      id: membership.id,
      person: membership.person,
      role: membership.role,
      from: membership.from,
      until: membership.until,
      unit: { id: unit.id, slug: unit.slug, name: unit.name, kind: unit.kind },
    })
    .from(membership)
    .innerJoin(unit, eq(unit.id, membership.unit))
    .where(
      and(sql`${membership.person} = any (${sql.param([...people])}::text[])`, past ? sql`true` : holdsToday),
    )
    .orderBy(sql`${membership.until} desc nulls first`, asc(unit.name), asc(membership.role));
}

/** What the database refuses, in words. */
const said =
  (name: string, unitName: string) =>
  (error: unknown): never => {
    const { code } = causeOf(error);
    if (code === "23P01")
      failField("/person", `${name} belongs to ${unitName} already at that time.`, "conflict");
    if (code === "42501")
      fail(
        "not_allowed",
        `You cannot make yourself a member of ${unitName}, as there are others: one of them can.`,
      );
    throw error;
  };

function causeOf(error: unknown): Partial<DatabaseError> {
  const cause = (error as { cause?: unknown }).cause ?? error;
  return cause instanceof DatabaseError ? cause : {};
}
