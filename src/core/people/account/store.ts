import { and, desc, eq, gt } from "drizzle-orm";
import { fail, failField } from "../../../platform/errors.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { nameOf } from "../address/store.ts";
import { invitationFor } from "../invitations/store.ts";
import type { PeopleParts } from "../parts.ts";
import { refuseWeakPassword } from "../passwords.ts";
import { passwordHashOf, personByContact, setPassword, userByEmail, userById } from "../store/accounts.ts";
import { OWNER_EMAIL } from "../store/people.ts";
import { contact, person, session, user } from "../tables.ts";

type Parts = Pick<PeopleParts, "state" | "sessions" | "clock">;

interface SettingUp {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Gives the owner, who came by a link alone, a way to come back. `conflict` for who has one. */
export async function setUp({ state, sessions, clock }: Parts, id: string, given: SettingUp): Promise<void> {
  const { name, email, password } = given;
  refuseWeakPassword(password, [email, email.split("@")[0] ?? "", name]);
  const hash = await sessions.passwords.hash(password);
  await state.asAuth(async (tx) => {
    if ((await userById(tx, id))?.email !== OWNER_EMAIL) fail("conflict", "Your account is set up already.");
    await refuseOfOthers(tx, id, { email, now: clock.now() });
    await takeEmail(tx, id, { email, emailVerified: true });
    await tx.insert(contact).values({ person: id, email }).onConflictDoNothing();
    await rename(tx, id, name);
    await setPassword(tx, id, hash);
    await recordAudit(tx, id, { action: "account.made", aboutPerson: id });
  });
}

/** Who came by a link has proved nothing of an address: what is listed under it, or invited at it, stays another's. */
async function refuseOfOthers(tx: Tx, id: string, { email, now }: { email: string; now: number }) {
  const known = await personByContact(tx, email);
  if (known !== undefined && known !== id) {
    const name = await nameOf(tx, known);
    const wayOut = `Take another one. If you are ${name}, open ${name} under People, take the address away there, and it is free for you.`;
    failField("/email", `${name}, who is listed here, has this e-mail address. ${wayOut}`, "conflict");
  }
  if (await invitationFor(tx, email, now))
    failField("/email", "Somebody is invited at this e-mail address. Take another one.", "conflict");
}

export const giveName = (state: StateDb, id: string, name: string): Promise<void> =>
  state.asAuth((tx) => rename(tx, id, name));

async function rename(tx: Tx, id: string, name: string): Promise<void> {
  await tx.update(user).set({ name, updatedAt: new Date() }).where(eq(user.id, id));
  await tx.update(person).set({ name }).where(eq(person.id, id));
}

/** An address that nobody else vouches for: the organisation's own sign-in is not tied to it. */
export async function giveEmail(
  parts: Parts,
  id: string,
  given: { email: string; current: string },
): Promise<void> {
  await refuseWrongPassword(parts, id, given.current);
  await parts.state.asAuth(async (tx) => {
    const known = await personByContact(tx, given.email);
    await takeEmail(tx, id, { email: given.email, emailVerified: known === id });
    const invited = await invitationFor(tx, given.email, parts.clock.now());
    if ((known !== undefined && known !== id) || invited)
      failField("/email", "This address belongs to somebody else.", "conflict");
    await recordAudit(tx, id, { action: "email.changed", aboutPerson: id });
  });
}

async function takeEmail(
  tx: Tx,
  id: string,
  given: { email: string; emailVerified: boolean },
): Promise<void> {
  const taken = await userByEmail(tx, given.email);
  if (taken && taken.id !== id) failField("/email", "This address belongs to another account.", "conflict");
  await tx
    .update(user)
    .set({ ...given, updatedAt: new Date() })
    .where(eq(user.id, id));
}

interface NewPassword {
  readonly current?: string | undefined;
  readonly password: string;
}

/** Sets a new password, for which the one until now must be known; ends every session. */
export async function givePassword(parts: Parts, id: string, given: NewPassword): Promise<void> {
  await refuseWrongPassword(parts, id, given.current);
  await replacePassword(parts, { id, actor: id, password: given.password, action: "password.changed" });
}

interface Replacing {
  readonly id: string;
  readonly actor: string | null;
  readonly password: string;
  readonly action: string;
  /** Done in the same transaction; what it throws leaves everything as it was. */
  readonly first?: (tx: Tx) => Promise<void>;
}

export async function replacePassword({ state, sessions }: Parts, change: Replacing): Promise<void> {
  const { id, actor, password, action, first } = change;
  const found = await state.asAuth((tx) => userById(tx, id));
  if (!found) fail("not_found");
  refuseWeakPassword(password, [found.email, found.email.split("@")[0] ?? "", found.name]);
  const hash = await sessions.passwords.hash(password);
  await state.asAuth(async (tx) => {
    await first?.(tx);
    await setPassword(tx, id, hash);
    await recordAudit(tx, actor, { action, aboutPerson: id });
  });
}

async function refuseWrongPassword({ state, sessions }: Parts, id: string, current = ""): Promise<void> {
  const hash = await state.asAuth((tx) => passwordHashOf(tx, id));
  if (hash === undefined) return;
  if (!(await sessions.passwords.verify({ hash, password: current })))
    failField("/current", "This is not your current password.", "not_allowed");
}

/** Where a person is signed in, the latest seen first. */
export const sessionsOf = (state: StateDb, id: string): Promise<(typeof session.$inferSelect)[]> =>
  state.asAuth((tx) =>
    tx
      .select()
      .from(session)
      .where(and(eq(session.userId, id), gt(session.expiresAt, new Date())))
      .orderBy(desc(session.updatedAt)),
  );

/** Throws `not_found` for one that is not the person's. */
export async function dropSession(state: StateDb, person: string, id: string): Promise<void> {
  const ended = await state.asAuth((tx) =>
    tx
      .delete(session)
      .where(and(eq(session.id, id), eq(session.userId, person)))
      .returning(),
  );
  if (ended.length === 0) failField("/id", "There is no such session.", "not_found");
}
