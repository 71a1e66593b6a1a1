import { asc, eq } from "drizzle-orm";
import type { Holding } from "../../../../core/held/holding.ts";
import { impediment } from "../../tables.ts";

/** It stays with the team, and is said to be of nobody. Who left the team reads here what they wrote all the same. */
export const impedimentsHolding: Holding = {
  name: "impediments",
  says: "What you wrote about what is in a team's way.",
  read: (state, { person }) =>
    state.asJobs((tx) =>
      tx.select().from(impediment).where(eq(impediment.saidBy, person)).orderBy(asc(impediment.saidAt)),
    ),
};
