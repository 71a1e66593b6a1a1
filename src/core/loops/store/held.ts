import { asc, eq, or } from "drizzle-orm";
import type { Holding } from "../../held/holding.ts";
import { pulseHoldings } from "../pulse/store/held.ts";
import { conclusion, experiment, guess, loop, turn } from "../tables.ts";

/** One's own loops go with the person; those of a team stay with it, and are said to be begun by nobody. */
const loops: Holding = {
  name: "loops",
  says: "Your own loops, and those that you began for a team.",
  read: (state, { person }) =>
    state.as(person, (tx) =>
      tx
        .select()
        .from(loop)
        .where(or(eq(loop.person, person), eq(loop.createdBy, person)))
        .orderBy(asc(loop.createdAt)),
    ),
};

const turns: Holding = {
  name: "turns",
  says: "The turns of your own loops, and those of a team's that you finished.",
  read: (state, { person }) =>
    state.as(person, async (tx) => {
      const rows = await tx
        .select({ turn })
        .from(turn)
        .innerJoin(loop, eq(loop.id, turn.loop))
        .where(or(eq(loop.person, person), eq(turn.doneBy, person)))
        .orderBy(asc(turn.due));
      return rows.map(({ turn: row }) => row);
    }),
};

/** Nobody else ever saw them. */
const guesses: Holding = {
  name: "guesses",
  says: "What you guessed for yourself, and what came.",
  read: (state, { person }) =>
    state.as(person, (tx) =>
      tx.select().from(guess).where(eq(guess.person, person)).orderBy(asc(guess.madeAt)),
    ),
};

const experiments: Holding = {
  name: "experiments",
  says: "Your own experiments, those that you began for a team, and what you concluded.",
  read: (state, { person }) =>
    state.as(person, async (tx) => [
      ...(await tx
        .select()
        .from(experiment)
        .where(or(eq(experiment.person, person), eq(experiment.createdBy, person)))
        .orderBy(asc(experiment.createdAt))),
      ...(await tx
        .select()
        .from(conclusion)
        .where(eq(conclusion.concludedBy, person))
        .orderBy(asc(conclusion.concludedAt))),
    ]),
};

/** What loops hold about a person. It is forgotten with the person: what is theirs alone goes, a team's stays without the name. */
export const loopsHoldings: readonly Holding[] = [loops, turns, guesses, experiments, ...pulseHoldings];
