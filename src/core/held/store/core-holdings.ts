import { and, asc, eq, inArray, or } from "drizzle-orm";
import { z } from "zod";
import { entry } from "../../audit/tables.ts";
import { gitImport } from "../../connectors/git/tables.ts";
import { type EventStore, queryFile } from "../../events/store.ts";
import { note } from "../../notes/tables.ts";
import { readBelongings } from "../../org/store/members.ts";
import type { PseudonymStore } from "../../people/store/pseudonyms.ts";
import { ownOf } from "../../sharing/own.ts";
import { share } from "../../sharing/tables.ts";
import type { Holding } from "../holding.ts";

/** Gone with the person. */
const memberships: Holding = {
  name: "memberships",
  says: "Where you belong and belonged, with days.",
  read: (state, { person }) =>
    state.as(person, async (tx) =>
      (await readBelongings(tx, [person], { past: true })).map(({ unit, role, from, until }) => ({
        ...{ unit: unit.name, slug: unit.slug, role, from, until },
      })),
    ),
};

/** What a team shared stays the team's; that of a person who is gone is said of nobody. */
const shares: Holding = {
  name: "shares",
  says: "What you shared for a team, or took back.",
  read: (state, { person }) =>
    state.as(person, (tx) =>
      tx
        .select({
          unit: share.unit,
          kind: share.kind,
          thing: share.thing,
          audience: share.audience,
          sharedAt: share.sharedAt,
          endedAt: share.endedAt,
        })
        .from(share)
        .where(or(eq(share.sharedBy, person), eq(share.endedBy, person)))
        .orderBy(asc(share.sharedAt)),
    ),
};

/** What others were shown stays, without the name; what nobody else sees goes with the person, and so does a word between two. */
const notes: Holding = {
  name: "notes",
  says: "The notes that you wrote beside charts, whoever sees them.",
  read: (state, { person }) =>
    state.as(person, (tx) => tx.select().from(note).where(eq(note.author, person)).orderBy(asc(note.day))),
  erase: (state, { person }) =>
    state.asJobs(async (tx) => {
      const between = inArray(note.visibility, ["private", "pair"]);
      await tx.delete(note).where(and(eq(note.author, person), between));
    }),
};

/** What it brought in stays, and was asked for by nobody. */
const imports: Holding = {
  name: "imports",
  says: "The repositories that you had read.",
  read: (state, { person }) =>
    state.asJobs((tx) =>
      tx
        .select({
          path: gitImport.path,
          component: gitImport.component,
          unit: gitImport.unit,
          startedAt: gitImport.startedAt,
        })
        .from(gitImport)
        .where(eq(gitImport.askedBy, person))
        .orderBy(asc(gitImport.startedAt)),
    ),
};

/** The log grows only. It knows people by ids, which lead to no name once the person is gone. */
const log: Holding = {
  name: "log",
  says: "What was done by you or about you.",
  read: (state, { person }) =>
    state.as(person, (tx) =>
      tx
        .select()
        .from(entry)
        .where(or(eq(entry.actor, person), eq(entry.aboutPerson, person)))
        .orderBy(asc(entry.at)),
    ),
};

const Change = z.object({ component: z.string(), id: z.string(), title: z.string(), at: z.number() });
const ownChanges = queryFile(new URL("../../events/own-changes.sql", import.meta.url), Change, "rows");

/** Without the key from address to pseudonym they are nobody's. */
const changes = (events: EventStore, pseudonyms: PseudonymStore): Holding => ({
  name: "changes",
  says: "Changes from Git that you wrote, alone or with others.",
  read: async (_, { emails }) => {
    const own = ownOf(await pseudonyms.known(emails));
    if (own.pseudonyms.length === 0) return [];
    const rows = await events.askOwn(ownChanges, own);
    return rows.map(({ at, ...row }) => ({ ...row, at: at > 0 ? new Date(at).toISOString() : null }));
  },
});

/** What the core holds about a person. */
export const coreHoldings = (events: EventStore, pseudonyms: PseudonymStore): readonly Holding[] => [
  memberships,
  shares,
  notes,
  imports,
  log,
  changes(events, pseudonyms),
];
