import { and, eq, isNull } from "drizzle-orm";
import { failField } from "../../../platform/errors.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import type { Actor } from "../actor.ts";
import { personByContact, userByEmail, userById } from "../store/accounts.ts";
import { contact, invitation, person } from "../tables.ts";

export interface Reached {
  /** The person's id. */
  readonly id: string;
  readonly email: string | null;
}

/** Says how somebody is reached who has no account. Throws `conflict` for who has one, and where the address is another's. */
export async function giveAddress(state: StateDb, actor: Actor, reached: Reached): Promise<void> {
  await state.asAuth((tx) => refuseOthers(tx, reached, { id: "/id", email: "/email" }));
  await state.as(actor.person, (tx) => putAddress(tx, actor, reached));
}

/** Refuses, at these fields, an address that leads to another, and a person who has an account. */
export async function refuseOthers(
  tx: Tx,
  { id, email }: Reached,
  at: { readonly id: string; readonly email: string },
): Promise<void> {
  const name = await nameOf(tx, id);
  if (name === undefined) failField(at.id, "There is nobody with this id.", "not_found");
  if (await userById(tx, id))
    failField(at.id, `${name} has an account, and changes the address by themselves.`, "conflict");
  if (email === null) return;
  const known = await personByContact(tx, email);
  if (known !== undefined && known !== id)
    failField(at.email, `${await nameOf(tx, known)} has this e-mail address.`, "conflict");
  if (await userByEmail(tx, email))
    failField(at.email, "This address belongs to another account.", "conflict");
}

/** An invitation to the address of before is good no more: who came in by it would be somebody else. */
export async function putAddress(tx: Tx, actor: Actor, { id, email }: Reached): Promise<void> {
  const [before] = await tx.select({ email: contact.email }).from(contact).where(eq(contact.person, id));
  if ((before?.email.toLowerCase() ?? null) === email) return;
  await tx.delete(contact).where(eq(contact.person, id));
  if (email !== null) await tx.insert(contact).values({ person: id, email });
  await recordAudit(tx, actor.person, { action: "person.reached", aboutPerson: id });
  if (!before) return;
  await tx
    .delete(invitation)
    .where(and(eq(invitation.email, before.email.toLowerCase()), isNull(invitation.acceptedAt)));
}

export async function nameOf(tx: Tx, id: string): Promise<string | undefined> {
  const [found] = await tx.select({ name: person.name }).from(person).where(eq(person.id, id));
  return found?.name;
}
