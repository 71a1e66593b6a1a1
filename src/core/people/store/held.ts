import { eq, inArray } from "drizzle-orm";
import type { Holding } from "../../held/holding.ts";
import { account, claimedGroup, contact, invitation, person, session, token, user } from "../tables.ts";
import type { PseudonymStore } from "./pseudonyms.ts";

/** The account comes first in erasing: from then on nobody acts as this person. */
const accounts: Holding = {
  name: "account",
  says: "Your account: how you sign in, without what is secret, and the browsers that are signed in.",
  read: (state, { person: id }) =>
    state.asAuth(async (tx) => {
      const users = await tx.select().from(user).where(eq(user.id, id));
      const ways = await tx
        .select({ way: account.providerId, since: account.createdAt })
        .from(account)
        .where(eq(account.userId, id));
      const sessions = await tx
        .select({
          signedInAt: session.createdAt,
          lastSeenAt: session.updatedAt,
          address: session.ipAddress,
          browser: session.userAgent,
        })
        .from(session)
        .where(eq(session.userId, id));
      return users.map(({ name, email, emailVerified, createdAt }) => ({
        ...{ name, email, emailVerified, createdAt, ways, sessions },
      }));
    }),
  erase: (state, { person: id }) =>
    state.asAuth(async (tx) => void (await tx.delete(user).where(eq(user.id, id)))),
};

/** The tokens go with the person. */
const tokens: Holding = {
  name: "tokens",
  says: "The API tokens that act as you, without what is secret.",
  read: (state, { person: id }) =>
    state.as(id, (tx) =>
      tx
        .select({
          name: token.name,
          scopes: token.scopes,
          createdAt: token.createdAt,
          expiresAt: token.expiresAt,
          lastUsedAt: token.lastUsedAt,
        })
        .from(token)
        .where(eq(token.person, id)),
    ),
};

/** These go with the person too. */
const claimedGroups: Holding = {
  name: "claimed-groups",
  says: "The groups that your organisation's sign-in said you are in, the last time you came in by it.",
  read: (state, { person: id }) =>
    state.as(id, (tx) =>
      tx
        .select({ name: claimedGroup.name, seenAt: claimedGroup.seenAt })
        .from(claimedGroup)
        .where(eq(claimedGroup.person, id)),
    ),
};

/** An invitation knows an address, not a person, and outlives being accepted. */
const invitations: Holding = {
  name: "invitations",
  says: "How you were invited.",
  read: (state, { emails }) =>
    state.asAuth((tx) =>
      tx
        .select({
          email: invitation.email,
          name: invitation.name,
          createdAt: invitation.createdAt,
          acceptedAt: invitation.acceptedAt,
        })
        .from(invitation)
        .where(inArray(invitation.email, folded(emails))),
    ),
  erase: (state, { emails }) =>
    state.asAuth(async (tx) => {
      await tx.delete(invitation).where(inArray(invitation.email, folded(emails)));
    }),
};

const folded = (emails: readonly string[]): string[] => emails.map((email) => email.toLowerCase());

/** What the events know somebody by. Forgetting it makes what they did that of nobody, also when it is read again. */
const identities = (pseudonyms: PseudonymStore): Holding => ({
  name: "identities",
  says: "The pseudonyms under which changes from Git are yours, by your e-mail address.",
  read: async (_, { emails }) => (await pseudonyms.known(emails)).map((pseudonym) => ({ pseudonym })),
  erase: (_, { emails }) => pseudonyms.forget(emails),
});

const self: Holding = {
  name: "person",
  says: "Who you are here: your name, your e-mail address, and where they were read from.",
  read: (state, { person: id }) =>
    state.as(id, async (tx) =>
      tx
        .select({
          id: person.id,
          name: person.name,
          email: contact.email,
          administrator: person.administrator,
          ref: person.ref,
          source: person.source,
          createdAt: person.createdAt,
        })
        .from(person)
        .leftJoin(contact, eq(contact.person, person.id))
        .where(eq(person.id, id)),
    ),
  // Contact and memberships go with the person.
  erase: (state, { person: id }) =>
    state.asJobs(async (tx) => void (await tx.delete(person).where(inArray(person.id, [id])))),
};

/** In the order in which they are forgotten: the person last, as who they are says what else to forget. */
export const peopleHoldings = (pseudonyms: PseudonymStore) => ({
  first: [accounts, tokens, claimedGroups, invitations] as const,
  last: [identities(pseudonyms), self] as const,
});
