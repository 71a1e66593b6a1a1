import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { type Actor, EVERY_SCOPE } from "../actor.ts";
import { account, contact, person, user } from "../tables.ts";

/** The owner has an account from the first start, for one-time links; nobody can write to this address. */
export const OWNER_EMAIL = "owner@septet.invalid";

/** Where nobody can write to; an account has such an address until it has one of its own. */
export const isPlaceholder = (email: string): boolean => email.endsWith("@septet.invalid");

/** The person that the installation belongs to, made at the first start. Safe to call at every start, by several at once. Gives the id. */
export async function ensureOwner(state: StateDb, newId: () => string): Promise<string> {
  return state.asAuth(async (tx) => {
    const fresh = { id: newId(), name: "Owner", email: OWNER_EMAIL, emailVerified: true, owner: true };
    await tx.insert(user).values(fresh).onConflictDoNothing();
    const [owner] = await tx.select().from(user).where(eq(user.owner, true));
    if (!owner) throw new Error("The owner could not be made.");
    await tx
      .insert(person)
      .values({ id: owner.id, name: owner.name, administrator: true })
      .onConflictDoNothing();
    return owner.id;
  });
}

/** The person in whose name whoever holds the data directory acts (by id or e-mail address); written into the log of both. */
export async function actAs(
  state: StateDb,
  owner: string,
  { wanted, path }: { wanted: string; path: string },
): Promise<Actor> {
  const id = await state.as(owner, async (tx) => {
    const [found] = await tx
      .select({ id: person.id })
      .from(person)
      .leftJoin(contact, eq(contact.person, person.id))
      .where(or(eq(person.id, wanted), sql`lower(${contact.email}) = lower(${wanted})`));
    if (!found) fail("not_found", `There is nobody with the id or e-mail address “${wanted}”.`);
    const detail = { path };
    await recordAudit(tx, owner, { action: "operator.acted-as", aboutPerson: found.id, detail });
    return found.id;
  });
  return (await actorOf(state, id)) ?? fail("not_found", "This person is archived.");
}

/** The person of an account, or nothing for one whom the installation does not know. */
export async function actorOf(
  state: StateDb,
  id: string,
  scopes: Actor["scopes"] = EVERY_SCOPE,
): Promise<Actor | undefined> {
  return state.as(id, async (tx) => {
    const [found] = await tx.select().from(person).where(eq(person.id, id));
    return found && { person: found.id, name: found.name, administrator: found.administrator, scopes };
  });
}

/** What the account of a person is like, as that person may know it. */
export async function accountOf(state: StateDb, id: string) {
  const { email, password } = await state.asAuth(async (tx) => {
    const [found] = await tx.select().from(user).where(eq(user.id, id));
    const kept = await tx
      .select()
      .from(account)
      .where(and(eq(account.userId, id), isNotNull(account.password)));
    return { email: found?.email ?? OWNER_EMAIL, password: kept.length > 0 };
  });
  return {
    email: isPlaceholder(email) ? null : email,
    hasPassword: password,
    unsettled: email === OWNER_EMAIL,
  };
}
