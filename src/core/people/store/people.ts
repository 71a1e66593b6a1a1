import { eq, or, sql } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import type { Actor } from "../actor.ts";
import { contact, person, user } from "../tables.ts";

/** The owner has an account from the first start, for one-time links; nobody can write to this address. */
const OWNER_EMAIL = "owner@septet.invalid";

export interface Owner extends Actor {
  readonly email: string;
}

/** The person that the installation belongs to, made at the first start. Safe to call at every start, by several at once. */
export async function ensureOwner(state: StateDb, newId: () => string): Promise<Owner> {
  return state.asAuth(async (tx) => {
    const fresh = { id: newId(), name: "Owner", email: OWNER_EMAIL, emailVerified: true };
    await tx.insert(user).values(fresh).onConflictDoNothing({ target: user.email });
    const [owner] = await tx.select().from(user).where(eq(user.email, OWNER_EMAIL));
    if (!owner) throw new Error("The owner could not be made.");
    await tx
      .insert(person)
      .values({ id: owner.id, name: owner.name, administrator: true })
      .onConflictDoNothing();
    return { person: owner.id, name: owner.name, administrator: true, email: OWNER_EMAIL };
  });
}

/** The person in whose name whoever holds the data directory acts (by id or e-mail address); written into the log of both. */
export async function actAs(
  state: StateDb,
  owner: Actor,
  { wanted, path }: { wanted: string; path: string },
): Promise<Actor> {
  const id = await state.as(owner.person, async (tx) => {
    const [found] = await tx
      .select({ id: person.id })
      .from(person)
      .leftJoin(contact, eq(contact.person, person.id))
      .where(or(eq(person.id, wanted), sql`lower(${contact.email}) = lower(${wanted})`));
    if (!found) fail("not_found", `There is nobody with the id or e-mail address “${wanted}”.`);
    const detail = { path };
    await recordAudit(tx, owner.person, { action: "operator.acted-as", aboutPerson: found.id, detail });
    return found.id;
  });
  return (await actorOf(state, id)) ?? fail("not_found", "This person is archived.");
}

/** The person of an account, or nothing for one whom the installation does not know. */
export async function actorOf(state: StateDb, id: string): Promise<Actor | undefined> {
  return state.as(id, async (tx) => {
    const [found] = await tx.select().from(person).where(eq(person.id, id));
    return found && { person: found.id, name: found.name, administrator: found.administrator };
  });
}
