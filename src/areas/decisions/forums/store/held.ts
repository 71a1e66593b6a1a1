import { asc, eq, or } from "drizzle-orm";
import type { Holding } from "../../../../core/held/holding.ts";
import { forum, item, meeting, objection, present, proposal, round, saying, voice } from "../tables.ts";

/** It stays in the minutes; who is erased leaves no name there. */
export const forumHoldings: readonly Holding[] = [
  {
    name: "forums",
    says: "What you said in forums: questions, answers, views, what you consented or objected to, where you were.",
    read: (state, { person: id }) =>
      state.asJobs(async (tx) => [
        ...(await tx.select().from(saying).where(eq(saying.saidBy, id)).orderBy(asc(saying.nth))),
        ...(await tx.select().from(voice).where(eq(voice.person, id)).orderBy(asc(voice.saidAt))),
        ...(await tx.select().from(objection).where(eq(objection.person, id)).orderBy(asc(objection.saidAt))),
        ...(await tx.select().from(present).where(eq(present.person, id)).orderBy(asc(present.cameAt))),
      ]),
  },
  {
    name: "forum-agendas",
    says: "Forums that you began, what you put on their agendas, meetings that you led, and objections that you resolved.",
    // As the person themselves: what came of it after they left is for those who take part.
    read: (state, { person: id }) =>
      state.as(id, async (tx) => [
        ...(await tx.select().from(forum).where(eq(forum.createdBy, id)).orderBy(asc(forum.createdAt))),
        ...(await tx.select().from(item).where(eq(item.putBy, id)).orderBy(asc(item.putAt))),
        ...(await tx.select().from(proposal).where(eq(proposal.putBy, id)).orderBy(asc(proposal.putAt))),
        ...(await tx
          .select()
          .from(meeting)
          .where(or(eq(meeting.beganBy, id), eq(meeting.closedBy, id)))
          .orderBy(asc(meeting.beganAt))),
        ...(await tx
          .select()
          .from(round)
          .where(or(eq(round.openedBy, id), eq(round.closedBy, id)))
          .orderBy(asc(round.openedAt))),
        ...(await tx
          .select()
          .from(objection)
          .where(eq(objection.resolvedBy, id))
          .orderBy(asc(objection.saidAt))),
      ]),
  },
];
