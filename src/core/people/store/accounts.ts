import { randomUUID } from "node:crypto";
import { and, eq, ne, sql } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { account, contact, person, session, user } from "../tables.ts";
import { forgetLinks } from "./links.ts";

/** better-auth's name for an account that is a password. */
const PASSWORD = "credential";

type User = typeof user.$inferSelect;

export async function userByEmail(tx: Tx, email: string): Promise<User | undefined> {
  const [found] = await tx
    .select()
    .from(user)
    .where(eq(sql`lower(${user.email})`, email.toLowerCase()));
  return found;
}

export async function userById(tx: Tx, id: string): Promise<User | undefined> {
  const [found] = await tx.select().from(user).where(eq(user.id, id));
  return found;
}

/** The person who can be written to at this address, with or without an account. */
export async function personByContact(tx: Tx, email: string): Promise<string | undefined> {
  const [found] = await tx
    .select()
    .from(contact)
    .where(eq(sql`lower(${contact.email})`, email.toLowerCase()));
  return found?.person;
}

interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** Whether the address is known to be theirs: they were invited at it, or their organisation says so. */
  readonly emailVerified: boolean;
}

/** An account for the person who is known by this address, else for a new one. Gives the id of both. */
export async function makeAccount(tx: Tx, { email, name, emailVerified }: NewAccount): Promise<string> {
  const known = emailVerified ? await personByContact(tx, email) : undefined;
  const id = known ?? randomUUID();
  const [made] = await tx
    .insert(user)
    .values({ id, name, email, emailVerified })
    .onConflictDoNothing()
    .returning();
  if (!made) fail("conflict", "There is an account with this e-mail address already. Sign in with it.");
  if (known !== undefined) {
    await tx.update(person).set({ name }).where(eq(person.id, id));
    return id;
  }
  await tx.insert(person).values({ id, name });
  if (emailVerified) await tx.insert(contact).values({ person: id, email });
  return id;
}

export async function passwordHashOf(tx: Tx, id: string): Promise<string | undefined> {
  const [found] = await tx
    .select()
    .from(account)
    .where(and(eq(account.userId, id), eq(account.providerId, PASSWORD)));
  return found?.password ?? undefined;
}

/** Sets the password, and ends every session and one-time link there is: what was opened with the old one must not stay open. */
export async function setPassword(tx: Tx, id: string, hash: string): Promise<void> {
  const fresh = { id: randomUUID(), userId: id, accountId: id, providerId: PASSWORD, password: hash };
  await tx
    .insert(account)
    .values(fresh)
    .onConflictDoUpdate({
      target: [account.providerId, account.accountId],
      set: { password: hash, updatedAt: new Date() },
    });
  await tx.delete(session).where(eq(session.userId, id));
  await forgetLinks(tx, id);
}

/** Ends a person's sessions, all but `keep` (a session's id). Gives how many there were. */
export async function endSessions(tx: Tx, id: string, keep = ""): Promise<number> {
  await forgetLinks(tx, id);
  const ended = await tx
    .delete(session)
    .where(and(eq(session.userId, id), ne(session.id, keep)))
    .returning();
  return ended.length;
}

/** A way in by the organisation's own sign-in, by what it calls itself and calls the person. */
export interface ProviderLink {
  readonly issuer: string;
  readonly subject: string;
}

export async function userByProvider(tx: Tx, { issuer, subject }: ProviderLink): Promise<string | undefined> {
  const [found] = await tx
    .select()
    .from(account)
    .where(and(eq(account.providerId, issuer), eq(account.accountId, subject)));
  return found?.userId;
}

/** None of the provider's own tokens is kept. */
export async function linkProvider(tx: Tx, id: string, { issuer, subject }: ProviderLink): Promise<void> {
  await tx.insert(account).values({ id: randomUUID(), userId: id, providerId: issuer, accountId: subject });
}
