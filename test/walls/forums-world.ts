import { eq } from "drizzle-orm";
import { decisionsTables, forumsTables } from "../../src/areas/decisions/testing.ts";
import { unit } from "../../src/core/org/tables.ts";
import type { StateDb } from "../../src/platform/state/state-db.ts";

/**
 * Payments holds a forum for itself, with a line on its agenda. In a meeting that is on there is a matter of Shop's, so that Cem takes
 * part in it, and a round on what Shop was asked for advice on: Ann consents, Cem objects.
 */
export async function forumsOfPayments(state: StateDb): Promise<void> {
  const { forum, item, meeting, objection, present, proposal, round, saying, voice } = forumsTables;
  const at = new Date();
  const place = await state.as("ann", async (tx) => {
    const units = await tx.select().from(unit);
    const id = (slug: string) => units.find((one) => one.slug === slug)?.id as string;
    const [held] = await tx
      .insert(forum)
      .values({
        ...{ unit: id("payments"), name: "Advice", rule: "FREQ=WEEKLY;BYDAY=WE", starts: "2026-01-07" },
        ...{ at: "10:00", createdBy: "ann", createdAt: at },
      })
      .returning();
    const of = held?.id as string;
    const [on] = await tx
      .insert(meeting)
      .values({ forum: of, mode: "live", beganBy: "ann", beganAt: at })
      .returning();
    const put = { forum: of, kind: "line", minutes: 15, putBy: "ann", putAt: at, phaseSince: at } as const;
    const items = await tx
      .insert(item)
      .values([
        { ...put, place: 1, title: "Ours", meeting: on?.id },
        { ...put, place: 2, title: "Of Shop", meeting: on?.id, unit: id("shop") },
        { ...put, place: 3, title: "Later" },
      ])
      .returning();
    const ours = items[0]?.id as string;
    const [asked] = await tx
      .select()
      .from(decisionsTables.decision)
      .where(eq(decisionsTables.decision.title, "Asked"));
    const decision = asked?.id as string;
    await tx.insert(proposal).values({ item: ours, decision, putBy: "ann", putAt: at });
    await tx.update(item).set({ decision, phase: "consent" }).where(eq(item.id, ours));
    const [opened] = await tx
      .insert(round)
      .values({ item: ours, decision, openedBy: "ann", openedAt: at })
      .returning();
    const said = { meeting: on?.id as string, item: ours, saidBy: "ann", saidAt: at };
    await tx.insert(saying).values([
      { ...said, kind: "question", words: "Why?" },
      { ...said, kind: "opinion", words: "I like it." },
    ]);
    await tx.insert(present).values({ meeting: on?.id as string, person: "ann", cameAt: at });
    await tx
      .insert(voice)
      .values({ round: opened?.id as string, person: "ann", stance: "consent", version: 1, saidAt: at });
    return opened?.id as string;
  });
  await state.as("cem", (tx) =>
    tx
      .insert(objection)
      .values({ round: place, person: "cem", reason: "The nights", version: 1, saidAt: at }),
  );
}
