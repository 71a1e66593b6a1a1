import { eq } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import type { Actor } from "../actor.ts";
import { person, user } from "../tables.ts";

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

/** The person of an account, or nothing for one whom the installation does not know. */
export async function actorOf(state: StateDb, id: string): Promise<Actor | undefined> {
  return state.as(id, async (tx) => {
    const [found] = await tx.select().from(person).where(eq(person.id, id));
    return found && { person: found.id, name: found.name, administrator: found.administrator };
  });
}
