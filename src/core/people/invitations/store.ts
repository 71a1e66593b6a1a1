import { and, asc, eq, isNull } from "drizzle-orm";
import { fail, failField } from "../../../platform/errors.ts";
import { newToken } from "../../../platform/installation.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import type { Actor } from "../actor.ts";
import { putAddress, refuseOthers } from "../address/store.ts";
import type { PeopleParts } from "../parts.ts";
import { refuseWeakPassword } from "../passwords.ts";
import { makeAccount, personByContact, setPassword, userByEmail, userById } from "../store/accounts.ts";
import { quickHash } from "../store/hashes.ts";
import { OWNER_EMAIL } from "../store/people.ts";
import { person, invitation as table } from "../tables.ts";

const DAY_MS = 86_400_000;
/** For how long an invitation's link is good. */
const GOOD_FOR_MS = 7 * DAY_MS;

export type Invitation = typeof table.$inferSelect & { readonly invitedByName: string | null };

interface Stores {
  readonly state: StateDb;
  readonly now: number;
}

/** Invitations that nobody has accepted yet, oldest first. */
export const openInvitations = (state: StateDb, actor: Actor): Promise<Invitation[]> =>
  state.as(actor.person, (tx) => listed(tx));

async function listed(tx: Tx, id?: string): Promise<Invitation[]> {
  const rows = await tx
    .select({ invitation: table, by: person.name })
    .from(table)
    .leftJoin(person, eq(person.id, table.invitedBy))
    .where(and(isNull(table.acceptedAt), id === undefined ? undefined : eq(table.id, id)))
    .orderBy(asc(table.createdAt), asc(table.id));
  return rows.map(({ invitation, by }) => ({ ...invitation, invitedByName: by }));
}

/** An invitation with the token of its link, of which only the hash is kept. */
export interface Minted {
  readonly invitation: Invitation;
  readonly token: string;
}

interface Wanted {
  readonly email: string;
  readonly name: string;
  /** The id of somebody who is listed already. */
  readonly person?: string | undefined;
}

/** Invites somebody, anew where they are invited already. Throws `conflict` for who has an account. */
export async function inviteSomebody(
  { state, now }: Stores,
  actor: Actor,
  { email, name, person: listedAs }: Wanted,
): Promise<Minted> {
  await state.asAuth(async (tx) => {
    await refuseUnsettled(tx, actor);
    await refuseKnown(tx, email);
    if (listedAs !== undefined)
      await refuseOthers(tx, { id: listedAs, email }, { id: "/person", email: "/email" });
  });
  const token = newToken();
  const fresh = { email, name, hash: quickHash(token), invitedBy: actor.person, expiresAt: until(now) };
  const invitation = await state.as(actor.person, async (tx) => {
    if (listedAs !== undefined) await putAddress(tx, actor, { id: listedAs, email });
    const [made] = await tx
      .insert(table)
      .values(fresh)
      .onConflictDoUpdate({
        target: table.email,
        targetWhere: isNull(table.acceptedAt),
        set: fresh,
      })
      .returning();
    return noted(tx, actor, { action: "person.invited", id: made?.id });
  });
  return { invitation, token };
}

/** A new link for an invitation; the one before is good no more. */
export async function renewInvitation(
  { state, now }: Stores,
  actor: Actor,
  { id }: { id: string },
): Promise<Minted> {
  const token = newToken();
  const invitation = await state.as(actor.person, async (tx) => {
    await tx
      .update(table)
      .set({ hash: quickHash(token), expiresAt: until(now) })
      .where(and(eq(table.id, id), isNull(table.acceptedAt)));
    return noted(tx, actor, { action: "invitation.renewed", id });
  });
  return { invitation, token };
}

export async function dropInvitation(state: StateDb, actor: Actor, id: string): Promise<void> {
  await state.as(actor.person, async (tx) => {
    await noted(tx, actor, { action: "invitation.withdrawn", id });
    await tx.delete(table).where(eq(table.id, id));
  });
}

const until = (now: number): Date => new Date(now + GOOD_FOR_MS);

/** Keeps what was done about an open invitation, and gives it; `not_found` where there is none. */
async function noted(
  tx: Tx,
  actor: Actor,
  { action, id = "" }: { action: string; id?: string | undefined },
): Promise<Invitation> {
  const [found] = await listed(tx, id);
  if (!found) failField("/id", "There is no such open invitation.", "not_found");
  await recordAudit(tx, actor.person, { action, detail: { invitation: id } });
  return found;
}

/** Whoever came by a link alone chooses a way back first: the link is gone with the browser. */
async function refuseUnsettled(tx: Tx, actor: Actor): Promise<void> {
  if ((await userById(tx, actor.person))?.email === OWNER_EMAIL)
    fail(
      "conflict",
      "Choose your own name, e-mail address and password first, so that you can come back without the link.",
    );
}

async function refuseKnown(tx: Tx, email: string): Promise<void> {
  const known = await personByContact(tx, email);
  const account = (await userByEmail(tx, email)) ?? (known && (await userById(tx, known)));
  if (account) failField("/email", `${email} has an account already.`, "conflict");
}

/** Whom a link is for; `not_found` where it is unknown, used, taken back or too old. */
export const invited = ({ state, now }: Stores, token: string): Promise<typeof table.$inferSelect> =>
  state.asAuth((tx) => openBy(tx, token, now));

async function openBy(tx: Tx, token: string, now: number) {
  const [found] = await tx
    .select()
    .from(table)
    .where(and(eq(table.hash, quickHash(token)), isNull(table.acceptedAt)))
    .for("update");
  if (found && found.expiresAt.getTime() > now) return found;
  return fail(
    "not_found",
    "This invitation was used already, was taken back, or is too old. Ask for a new one.",
  );
}

/** Makes the account of who was invited; gives the person's id. */
export async function acceptByPassword(
  { state, clock, sessions }: Pick<PeopleParts, "state" | "clock" | "sessions">,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<string> {
  const now = clock.now();
  const { email } = await invited({ state, now }, token);
  refuseWeakPassword(password, [email, email.split("@")[0] ?? "", name]);
  const hash = await sessions.passwords.hash(password);
  return state.asAuth(async (tx) => {
    const { id } = await openBy(tx, token, now);
    const made = await makeAccount(tx, { email, name, emailVerified: true });
    await setPassword(tx, made, hash);
    await markAccepted(tx, { id, person: made, now });
    return made;
  });
}

/** The open invitation for an address, if there is one that is still good. */
export async function invitationFor(tx: Tx, email: string, now: number) {
  const [found] = await tx
    .select()
    .from(table)
    .where(and(eq(table.email, email), isNull(table.acceptedAt)))
    .for("update");
  return found && found.expiresAt.getTime() > now ? found : undefined;
}

export async function markAccepted(
  tx: Tx,
  { id, person: by, now }: { id: string; person: string; now: number },
): Promise<void> {
  await tx
    .update(table)
    .set({ acceptedAt: new Date(now) })
    .where(eq(table.id, id));
  await recordAudit(tx, by, { action: "account.made", aboutPerson: by, detail: { invitation: id } });
}
