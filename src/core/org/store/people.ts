import { and, asc, count, eq, ilike, inArray, isNull, sql } from "drizzle-orm";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { contact, person } from "../../people/tables.ts";
import type { PersonListed } from "../contract.ts";
import { readBelongings } from "./members.ts";

export interface Sought {
  readonly search: string;
  readonly archived: boolean;
  readonly offset: number;
  readonly limit: number;
}

const columns = {
  id: person.id,
  name: person.name,
  email: contact.email,
  administrator: person.administrator,
  archived: sql<boolean>`${person.archivedAt} is not null`,
};

/** A page of people by name, with where they belong today. */
export async function readPeople(
  tx: Tx,
  { search, archived, offset, limit }: Sought,
): Promise<{ people: PersonListed[]; total: number }> {
  const wanted = and(
    search.trim() === "" ? undefined : ilike(person.name, containing(search)),
    archived ? undefined : isNull(person.archivedAt),
  );
  const found = await tx
    .select(columns)
    .from(person)
    .leftJoin(contact, eq(contact.person, person.id))
    .where(wanted)
    .orderBy(asc(sql`lower(${person.name})`), asc(person.id))
    .offset(offset)
    .limit(limit);
  const [all] = await tx.select({ total: count() }).from(person).where(wanted);
  return { people: await withUnits(tx, found), total: all?.total ?? 0 };
}

export async function readPerson(tx: Tx, id: string): Promise<PersonListed | undefined> {
  const found = await tx
    .select(columns)
    .from(person)
    .leftJoin(contact, eq(contact.person, person.id))
    .where(inArray(person.id, [id]));
  return (await withUnits(tx, found))[0];
}

async function withUnits(tx: Tx, found: readonly Omit<PersonListed, "units">[]): Promise<PersonListed[]> {
  const ids = found.map(({ id }) => id);
  const belongings = Map.groupBy(
    await readBelongings(tx, ids, { past: false }),
    ({ person: whose }) => whose,
  );
  return found.map((one) => ({
    ...one,
    units: (belongings.get(one.id) ?? []).map(({ role, unit: { slug, name, kind } }) => ({
      slug,
      name,
      kind,
      role,
    })),
  }));
}

/** Adds somebody, who has no account. `id` is new. */
export async function addPerson(
  tx: Tx,
  actor: string,
  { id, name, email }: { id: string; name: string; email?: string | undefined },
): Promise<void> {
  if (email !== undefined) {
    const [there] = await tx
      .select({ name: person.name })
      .from(contact)
      .innerJoin(person, eq(person.id, contact.person))
      .where(sql`lower(${contact.email}) = lower(${email})`);
    if (there) failField("/email", `${there.name} has this e-mail address.`, "conflict");
  }
  await tx.insert(person).values({ id, name });
  if (email !== undefined) await tx.insert(contact).values({ person: id, email });
  await recordAudit(tx, actor, { action: "person.added", aboutPerson: id });
}

export interface PersonChange {
  readonly id: string;
  readonly name?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly administrator?: boolean | undefined;
}

/**
 * Renames somebody, archives them or brings them back, says whether they run the installation. Who is archived is a stranger
 * until then. Nobody archives themselves or gives up running the installation, so that somebody always does.
 */
export async function changePerson(
  tx: Tx,
  actor: string,
  { id, name, archived, administrator }: PersonChange,
): Promise<{ id: string; name: string }> {
  if (archived === true && id === actor) failField("/archived", "You cannot archive yourself.", "conflict");
  if (administrator === false && id === actor)
    failField("/administrator", "Somebody else who runs the installation takes this from you.", "conflict");
  const changes = [
    name === undefined ? [] : [{ set: { name }, action: "person.renamed" }],
    archived === undefined
      ? []
      : [
          {
            set: { archivedAt: archived ? sql`now()` : null },
            action: archived ? "person.archived" : "person.restored",
          },
        ],
    administrator === undefined
      ? []
      : [{ set: { administrator }, action: administrator ? "person.appointed" : "person.stood-down" }],
  ].flat();
  if (changes.length === 0)
    failField("/name", "Say what to change: a name, whether archived, whether an administrator.");
  const set = Object.assign({}, ...changes.map((change) => change.set));
  const [changed] = await tx.update(person).set(set).where(eq(person.id, id)).returning();
  if (!changed) fail("not_found", "There is nobody with this id.");
  await recordAudit(tx, actor, ...changes.map(({ action }) => ({ action, aboutPerson: id })));
  return { id: changed.id, name: changed.name };
}

/** A pattern for `ilike` that finds a part of a text, whatever characters it holds. */
export const containing = (part: string): string => `%${part.trim().replace(/[\\%_]/g, "\\$&")}%`;
