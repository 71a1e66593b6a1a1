import { and, eq, isNull } from "drizzle-orm";
import type { AreaContext } from "../../../core/area.ts";
import { loop } from "../../../core/loops/tables.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { expectation } from "../tables.ts";
import { readingsOf } from "./looking.ts";

/** What is looked at in a loop that the person may see. */
export async function measuresOfLoop(tx: Tx, id: string): Promise<readonly string[]> {
  const [row] = await tx.select({ measures: loop.measures }).from(loop).where(eq(loop.id, id));
  return row?.measures ?? [];
}

/** Keeps what the measures say on the day on which something was expected of them. */
export async function keepBases(
  context: AreaContext,
  { id, slug }: { id: string; slug: string | null },
): Promise<void> {
  const open = await context.as((tx) =>
    tx
      .select()
      .from(expectation)
      .where(and(eq(expectation.decision, id), isNull(expectation.base), isNull(expectation.came))),
  );
  const looked = open.flatMap(({ measure, every }) => (measure === null ? [] : [{ measure, every }]));
  const readings = await readingsOf(context, slug, looked);
  if (readings.length === 0) return;
  await context.as(async (tx) => {
    for (const { id: one, measure, every } of open) {
      const base = readings.find((reading) => reading.measure === measure && reading.every === every);
      if (base) await tx.update(expectation).set({ base }).where(eq(expectation.id, one));
    }
  });
}
