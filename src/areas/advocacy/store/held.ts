import { asc, eq, or } from "drizzle-orm";
import type { Holding } from "../../../core/held/holding.ts";
import { ask, step } from "../tables.ts";

/** They stay with both sides, and are said to be of nobody. Who left their team reads here what they wrote all the same. */
const asks: Holding = {
  name: "asks",
  says: "What you asked others for in the name of a team, and what you are asked by name.",
  read: (state, { person }) =>
    state.asJobs((tx) =>
      tx
        .select()
        .from(ask)
        .where(or(eq(ask.askedBy, person), eq(ask.toPerson, person)))
        .orderBy(asc(ask.askedAt)),
    ),
};

const steps: Holding = {
  name: "ask-steps",
  says: "What you said of asks, on whichever side.",
  read: (state, { person }) =>
    state.asJobs((tx) =>
      tx.select().from(step).where(eq(step.saidBy, person)).orderBy(asc(step.saidAt), asc(step.n)),
    ),
};

/** What asks hold about a person. The names go with the person by themselves. */
export const advocacyHoldings: readonly Holding[] = [asks, steps];
