import { randomUUID } from "node:crypto";
import { eq, isNotNull } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { replacePassword } from "../account/store.ts";
import { invitationFor, markAccepted } from "../invitations/store.ts";
import { letters } from "../letters.ts";
import type { PeopleParts } from "../parts.ts";
import {
  linkProvider,
  makeAccount,
  personByContact,
  userByEmail,
  userByProvider,
} from "../store/accounts.ts";
import { lookAtLink, mintLink, spendLink } from "../store/links.ts";
import { isPlaceholder } from "../store/people.ts";
import { account, claimedGroup } from "../tables.ts";
import { type Claims, type ComingIn, comingIn, type Known, type Trouble } from "./coming-in.ts";

/** Whether anybody has a password. */
export const anyPassword = (state: StateDb): Promise<boolean> =>
  state.asAuth(async (tx) => {
    const found = await tx
      .select({ id: account.id })
      .from(account)
      .where(isNotNull(account.password))
      .limit(1);
    return found.length > 0;
  });

/** Mails a link for a new password, where there is such an account. Whoever asked is told nothing of it. */
export async function mailReset(parts: PeopleParts, email: string): Promise<void> {
  const { state, mail, clock, address } = parts;
  const token = await state.asAuth(async (tx) => {
    const found = await userByEmail(tx, email);
    if (!found || isPlaceholder(found.email)) return undefined;
    return mintLink(tx, { purpose: "reset", person: found.id, now: clock.now() });
  });
  if (token !== undefined) await mail?.send(letters.reset(email, `${address()}/reset#${token}`));
}

/** Sets a new password with such a link; gives whose. A password that is refused leaves the link good. */
export async function resetByLink(
  parts: PeopleParts,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const { state, clock } = parts;
  const shown = { purpose: "reset", token, now: clock.now() } as const;
  const person = (await state.asAuth((tx) => lookAtLink(tx, shown))) ?? spent();
  const first = async (tx: Tx) => {
    if ((await spendLink(tx, shown)) === undefined) spent();
  };
  await replacePassword(parts, { id: person, actor: null, password, action: "password.reset", first });
  return person;
}

const spent = (): never => fail("not_found", "This link was used already, or is too old. Ask for a new one.");

/** Spends a one-time link; gives whose it was. */
export const enterByLink = ({ state, clock }: PeopleParts, token: string): Promise<string | undefined> =>
  state.asAuth((tx) => spendLink(tx, { purpose: "enter", token, now: clock.now() }));

/** The person as whom somebody comes in by the organisation's own sign-in, or why they are nobody. */
export async function enterByClaims(
  { state, clock }: PeopleParts,
  claims: Claims,
  open: boolean,
): Promise<{ readonly person: string } | { readonly trouble: Trouble }> {
  const now = clock.now();
  return state.asAuth(async (tx) => {
    const as = comingIn(claims, await knownOf(tx, claims, now), open);
    if (as.as === "nobody") return { trouble: as.why };
    const person = await personFor(tx, { claims, as, now });
    await keepGroups(tx, person, { groups: claims.groups, now });
    return { person };
  });
}

async function knownOf(tx: Tx, claims: Claims, now: number): Promise<Known> {
  const linked = (await userByProvider(tx, claims)) ?? null;
  const { email } = claims;
  if (email === null || !claims.emailVerified)
    return { linked, account: null, contact: null, invitation: null };
  return {
    linked,
    account: (await userByEmail(tx, email)) ?? null,
    contact: (await personByContact(tx, email)) ?? null,
    invitation: (await invitationFor(tx, email, now))?.id ?? null,
  };
}

interface Entering {
  readonly claims: Claims;
  readonly as: Exclude<ComingIn, { as: "nobody" }>;
  readonly now: number;
}

async function personFor(tx: Tx, { claims, as, now }: Entering): Promise<string> {
  if (as.as === "linked") return as.person;
  const person = as.as === "account" ? as.person : await makeOne(tx, { claims, email: as.email });
  await linkProvider(tx, person, claims);
  if (as.as === "new" && as.invitation !== null) await markAccepted(tx, { id: as.invitation, person, now });
  await recordAudit(tx, person, { action: "provider.linked", aboutPerson: person });
  return person;
}

/** Without an address that is surely theirs an account gets one that is nobody's. */
function makeOne(tx: Tx, { claims, email }: { claims: Claims; email: string | null }): Promise<string> {
  const nobodys = `${randomUUID()}@septet.invalid`;
  return makeAccount(tx, { name: claims.name, email: email ?? nobodys, emailVerified: email !== null });
}

/** What was claimed the last time is all that is remembered. */
async function keepGroups(
  tx: Tx,
  person: string,
  { groups, now }: { groups: readonly string[]; now: number },
): Promise<void> {
  await tx.delete(claimedGroup).where(eq(claimedGroup.person, person));
  const fresh = groups.map((name) => ({ person, name, seenAt: new Date(now) }));
  if (fresh.length > 0) await tx.insert(claimedGroup).values(fresh).onConflictDoNothing();
}
