import { asc, eq } from "drizzle-orm";
import type { Holding } from "../../held/holding.ts";
import { calendar, choice, sent } from "../tables.ts";

/** All of it goes with the person. */
const chosen: Holding = {
  name: "reminders",
  says: "What you want to be told by letters and in your calendar, without what is secret.",
  read: (state, { person }) =>
    state.as(person, async (tx) => {
      const addresses = await tx
        .select({ madeAt: calendar.madeAt, askedAt: calendar.askedAt })
        .from(calendar)
        .where(eq(calendar.person, person));
      const rows = await tx.select().from(choice).where(eq(choice.person, person));
      return [...rows, ...addresses.map((address) => ({ calendar: address }))];
    }),
};

const letters: Holding = {
  name: "letters",
  says: "Which reminders were sent to you, and when; what stood in them is not kept.",
  read: (state, { person }) =>
    state.as(person, (tx) =>
      tx
        .select({ kind: sent.kind, day: sent.day, sentAt: sent.sentAt, tries: sent.tries })
        .from(sent)
        .where(eq(sent.person, person))
        .orderBy(asc(sent.day)),
    ),
};

/** What reminders hold about a person. */
export const remindersHoldings: readonly Holding[] = [chosen, letters];
