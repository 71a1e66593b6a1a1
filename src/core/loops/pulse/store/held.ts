import { asc, eq, or } from "drizzle-orm";
import type { Holding } from "../../../held/holding.ts";
import { counted, pulseAnswer, pulseAsked, pulseQuestion, pulseRound, respondent } from "../../tables.ts";

/** They go with the person; what a round came to by then stays, as it leads to nobody. */
const answers: Holding = {
  name: "pulse-answers",
  says: "What you answered in the rounds of a team's pulse, and whether others may read your words. Nobody else sees a row of it.",
  read: (state, { person }) =>
    state.as(person, (tx) =>
      tx
        .select({
          question: pulseQuestion.text,
          option: pulseAnswer.option,
          words: pulseAnswer.words,
          teamReads: pulseAnswer.teamReads,
          signed: pulseAnswer.signed,
          round: pulseAnswer.round,
          questionId: pulseAnswer.question,
        })
        .from(pulseAnswer)
        // The words of a question are the team's: who has left it reads their answer without them.
        .leftJoin(pulseQuestion, eq(pulseQuestion.id, pulseAnswer.question))
        .where(eq(pulseAnswer.person, person))
        .orderBy(asc(pulseAnswer.round), asc(pulseAnswer.question)),
    ),
};

const rounds: Holding = {
  name: "pulse-rounds",
  says: "The rounds of a team's pulse that asked you, and those that you opened or closed.",
  read: (state, { person }) =>
    state.as(person, async (tx) => {
      const asked = await tx
        .select({ round: pulseAsked.round })
        .from(pulseAsked)
        .where(eq(pulseAsked.person, person));
      const byMe = await tx
        .select({ round: pulseRound.id, openedAt: pulseRound.openedAt, closedAt: pulseRound.closedAt })
        .from(pulseRound)
        .where(or(eq(pulseRound.openedBy, person), eq(pulseRound.closedBy, person)))
        .orderBy(asc(pulseRound.openedAt));
      return [
        ...asked.map((one) => ({ ...one, asked: true })),
        ...byMe.map((one) => ({ ...one, byYou: true })),
      ];
    }),
};

/** Once the name by which they were counted is gone, what was counted leads to nobody. */
const counts: Holding = {
  name: "pulse-figures",
  says: "In which figures of a group your answers were counted: what you answered is not in it.",
  read: (state, { person }) =>
    state.asJobs((tx) =>
      tx
        .select({
          offer: respondent.offer,
          gathering: counted.gathering,
          question: counted.question,
          team: counted.team,
        })
        .from(respondent)
        .innerJoin(counted, eq(counted.respondent, respondent.respondent))
        .where(eq(respondent.person, person))
        .orderBy(asc(counted.gathering), asc(counted.question)),
    ),
};

export const pulseHoldings: readonly Holding[] = [answers, rounds, counts];
