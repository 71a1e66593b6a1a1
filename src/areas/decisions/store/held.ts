import { asc, eq, or, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Holding } from "../../../core/held/holding.ts";
import { person } from "../../../core/people/tables.ts";
import {
  advice,
  decision,
  delegation,
  expectation,
  forecast,
  outcome,
  quality,
  source,
  touched,
  version,
} from "../tables.ts";

/*
 * Read as the person themselves: what a team made since of what somebody began is the team's, and who left it does not read it here
 * either. Their own words are theirs wherever they stand.
 */

/** One's own decisions go with the person; those of a team stay with it, and are said to be written by nobody. */
const decisions: Holding = {
  name: "decisions",
  says: "Your own decisions, those that you wrote down for a team, what you changed of them, and the files that you read in last.",
  read: async (state, { person: id }) => [
    ...(
      await state.as(id, (tx) =>
        tx
          .select()
          .from(decision)
          .where(or(eq(decision.person, id), eq(decision.createdBy, id)))
          .orderBy(asc(decision.createdAt)),
      )
    ).map(({ file: _, fileThere: _there, ...row }) => row),
    ...(await state.asJobs(async (tx) => [
      ...(await tx.select().from(version).where(eq(version.writtenBy, id)).orderBy(asc(version.writtenAt))),
      ...(await tx.select().from(source).where(eq(source.readBy, id)).orderBy(asc(source.name))),
      ...(await tx.select().from(delegation).where(eq(delegation.setBy, id)).orderBy(asc(delegation.setAt))),
    ])),
  ],
  erase: (state, { person: id }) =>
    state.asJobs(async (tx) => {
      const [named] = await tx.select({ name: person.name }).from(person).where(eq(person.id, id));
      if (named === undefined || named.name.trim() === "") return;
      const without = (column: PgColumn) => sql`array_replace(${column}, ${named.name}, ${GONE})`;
      const { deciders, consulted, informed } = decision;
      await tx
        .update(decision)
        .set({ deciders: without(deciders), consulted: without(consulted), informed: without(informed) })
        .where(sql`${named.name} = any (${deciders} || ${consulted} || ${informed})`);
    }),
};

const GONE = "Somebody who is gone";

const expectations: Holding = {
  name: "expectations",
  says: "What you expected of decisions and how you found that they turned out, for a team or for yourself.",
  read: async (state, { person: id }) => [
    ...(await state.as(id, (tx) =>
      tx
        .select()
        .from(expectation)
        .where(or(eq(expectation.addedBy, id), eq(expectation.resolvedBy, id)))
        .orderBy(asc(expectation.addedAt)),
    )),
    ...(await state.asJobs(async (tx) => [
      ...(await tx.select().from(outcome).where(eq(outcome.saidBy, id)).orderBy(asc(outcome.saidAt))),
      ...(await tx.select().from(quality).where(eq(quality.saidBy, id)).orderBy(asc(quality.saidAt))),
      ...(await tx.select().from(touched).where(eq(touched.saidBy, id)).orderBy(asc(touched.saidAt))),
    ])),
  ],
};

/** Nobody else ever saw them. */
const forecasts: Holding = {
  name: "forecasts",
  says: "How likely you thought things were, for yourself alone.",
  read: (state, { person: id }) =>
    state.asJobs((tx) =>
      tx.select().from(forecast).where(eq(forecast.person, id)).orderBy(asc(forecast.madeAt)),
    ),
};

/** They stay on record; the name stands there as it was written, unless it is erased. */
const advices: Holding = {
  name: "advice",
  says: "What you were asked for advice on, what you said, and whom you asked.",
  read: async (state, { person: id }) => {
    const own = await state.asJobs((tx) => tx.select().from(advice).where(eq(advice.saidBy, id)));
    const seen = await state.as(id, (tx) =>
      tx
        .select()
        .from(advice)
        .where(or(eq(advice.person, id), eq(advice.saidBy, id), eq(advice.askedBy, id))),
    );
    const known = new Set(seen.map((one) => one.id));
    // What became of it where they read it no more is no longer theirs.
    const words = own
      .filter((one) => !known.has(one.id))
      .map((one) => ({ ...one, taken: null, takenWhy: "", takenBy: null, takenAt: null }));
    return [...seen, ...words].toSorted((one, other) => one.askedAt.getTime() - other.askedAt.getTime());
  },
};

export const decisionsHoldings: readonly Holding[] = [decisions, expectations, forecasts, advices];
