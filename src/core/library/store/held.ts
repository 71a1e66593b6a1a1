import { asc, eq, sql } from "drizzle-orm";
import type { Holding } from "../../held/holding.ts";
import { libraryReader, libraryText } from "../tables.ts";

/** Copies go with what they are copies of, and a right to read goes with its person: there is nothing left to forget here. */
export const libraryHoldings: readonly Holding[] = [
  {
    name: "library",
    says: "Copies of what is yours alone, kept so that you find it by its words, and which single things you may read that others wrote. A copy changes and goes with what it is a copy of.",
    read: (state, { person }) =>
      state.as(person, async (tx) => {
        const { kind, thing, title, body, day } = libraryText;
        const own = await tx
          .select({ kind, thing, title, body, day })
          .from(libraryText)
          .where(eq(libraryText.person, person))
          .orderBy(asc(day), asc(kind), asc(thing));
        const mayRead = await tx
          .select({ kind: libraryReader.kind, thing: libraryReader.thing, mayRead: sql<boolean>`true` })
          .from(libraryReader)
          .where(eq(libraryReader.person, person))
          .orderBy(asc(libraryReader.kind), asc(libraryReader.thing));
        return [...own, ...mayRead];
      }),
  },
];
