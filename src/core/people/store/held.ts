import { eq, inArray } from "drizzle-orm";
import type { Holding } from "../../held/holding.ts";
import { account, contact, person, session, user } from "../tables.ts";
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
export const peopleHoldings = (pseudonyms: PseudonymStore): readonly [Holding, Holding, Holding] => [
  accounts,
  identities(pseudonyms),
  self,
];
