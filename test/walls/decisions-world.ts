import { addDecisionTo, decisionsTables, type NewDecision } from "../../src/areas/decisions/testing.ts";
import { unit } from "../../src/core/org/tables.ts";
import type { StateDb } from "../../src/platform/state/state-db.ts";

/**
 * Payments decided on something that it keeps, with all that may hang on a decision; on another thing it asks Shop's advice, which
 * Shop gave, and which touches Shop too; a third is open to Commerce. Ann decided on something for herself.
 */
export async function decisionsOfPayments(state: StateDb): Promise<void> {
  const { advice, delegation, expectation, forecast, link, outcome, quality } = decisionsTables;
  const { shownFigures, source, touched, watch } = decisionsTables;
  const at = new Date();
  const day = (ahead: number) => new Date(at.getTime() + ahead * 86_400_000).toISOString().slice(0, 10);
  const wanted: NewDecision = {
    ...{
      unit: "payments",
      sort: "decision",
      title: "Kept",
      body: "Why",
      status: "accepted",
      kind: null,
      undone: null,
    },
    ...{
      expects: [{ statement: "It is quiet", sure: 70, resolveBy: day(30) }],
      reviewBy: undefined,
      now: at.getTime(),
    },
  };
  const kept = await state.as("ann", async (tx) => {
    const add = async (more: Partial<NewDecision>) =>
      (await addDecisionTo(tx, "ann", { ...wanted, ...more })).seen.row.id;
    const ids = [
      await add({}),
      await add({ title: "Asked", expects: [] }),
      await add({ title: "Open", expects: [] }),
    ];
    await add({ title: "Mine", unit: undefined, expects: [] });
    const [first, second, third] = ids as [string, string, string];
    const units = await tx.select().from(unit);
    const id = (slug: string) => units.find((one) => one.slug === slug)?.id as string;
    await tx.execute(`update decisions_decision set audience = '${id("commerce")}' where id = '${third}'`);
    await tx.insert(advice).values({
      ...{
        decision: second,
        unit: id("shop"),
        name: "Shop",
        capacity: "affected",
        askedBy: "ann",
        askedAt: at,
      },
    });
    await tx.insert(touched).values({ decision: second, unit: id("shop"), addedAt: at });
    const said = { saidBy: "ann", saidAt: at };
    await tx.insert(quality).values({ decision: first, how: 70, ...said });
    await tx.insert(outcome).values({ decision: first, turnedOut: "well", next: "stands", ...said });
    await tx
      .insert(link)
      .values({ decision: third, kind: "supersedes", to: first, addedBy: "ann", addedAt: at });
    const [expected] = await tx.select({ id: expectation.id }).from(expectation);
    await tx
      .insert(forecast)
      .values({ expectation: expected?.id as string, person: "ann", sure: 40, madeAt: at });
    const agreed = {
      unit: id("payments"),
      kind: "Tooling",
      level: "alone",
      setBy: "ann",
      setAt: at,
    } as const;
    await tx
      .insert(source)
      .values({ unit: id("payments"), kind: "folder", name: "shop/adr", readAt: at, readBy: "ann" });
    await tx.insert(delegation).values([agreed, { ...agreed, kind: "Hiring", unit: id("payments") }]);
    const none = { right: 0, of: 0 };
    await tx.insert(shownFigures).values({
      ...{ unit: id("payments"), audience: id("commerce"), countedOn: day(0), triedOn: day(0), openedAt: at },
      figures: {
        ...{ came: none, days: null, reviewed: { onTime: 0, of: 0 }, reversals: { n: 0, of: 0 } },
        levels: { alone: 0, advice: 0, together: 0, unknown: 3 },
      },
    });
    return first;
  });
  await state.as("cem", (tx) =>
    tx.update(advice).set({ said: "Mind the retries.", saidBy: "cem", saidAt: at }),
  );
  await state.asJobs((tx) => tx.insert(watch).values({ decision: kept, watchedOn: day(0) }));
}
