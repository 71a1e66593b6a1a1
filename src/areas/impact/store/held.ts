import { asc, eq } from "drizzle-orm";
import type { Holding } from "../../../core/held/holding.ts";
import { unit } from "../../../core/org/tables.ts";
import { purpose, review } from "../tables.ts";

/**
 * Read past the team's walls, as a person's own words are still theirs to see after they left: what they wrote, and when they found
 * a sentence right, but no sentence of another's.
 */
const purposes: Holding = {
  name: "purposes",
  says: "The sentences that you wrote as a team's purpose, and when you found one to be still right.",
  read: (state, { person }) =>
    state.asJobs(async (tx) => {
      const wrote = await tx
        .select({ unit: unit.name, sentence: purpose.sentence, at: purpose.writtenAt })
        .from(purpose)
        .innerJoin(unit, eq(unit.id, purpose.unit))
        .where(eq(purpose.writtenBy, person))
        .orderBy(asc(purpose.nth));
      const found = await tx
        .select({ unit: unit.name, at: review.reviewedAt })
        .from(review)
        .innerJoin(unit, eq(unit.id, review.unit))
        .where(eq(review.reviewedBy, person))
        .orderBy(asc(review.reviewedAt));
      return [
        ...wrote.map((row) => ({ did: "wrote", ...row })),
        ...found.map((row) => ({ did: "found still right", ...row })),
      ];
    }),
};

/** What purposes hold about a person. A purpose is its team's, and stays with it without the name once the person is gone. */
export const impactHoldings: readonly Holding[] = [purposes];
