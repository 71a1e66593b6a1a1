import { eq } from "drizzle-orm";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { forum, item, proposal } from "../tables.ts";

/** The names of the forums in which a decision is or was proposed: those who take part there read it. */
export async function forumsWith(tx: Tx, decision: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ name: forum.name })
    .from(proposal)
    .innerJoin(item, eq(item.id, proposal.item))
    .innerJoin(forum, eq(forum.id, item.forum))
    .where(eq(proposal.decision, decision))
    .orderBy(forum.name);
  return rows.map(({ name }) => name);
}
