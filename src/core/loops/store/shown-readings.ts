import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import { byName, subtree, type UnitRow } from "../../org/tree.ts";
import { loop, shown } from "../tables.ts";
import type { LoopSeen, Standing } from "./loops.ts";

/** A reading that others show, with the question that it answers. */
export interface ShownSeen {
  readonly row: typeof shown.$inferSelect;
  readonly question: string;
  readonly area: string;
  readonly unit: UnitRow | null;
}

/** The latest reading of each loop that units below this one show to it or to a unit above; by the names of the units. */
export async function readShownTo(tx: Tx, { units }: Standing, one: UnitRow): Promise<ShownSeen[]> {
  const below = subtree(units, one).filter(({ id }) => id !== one.id);
  if (below.length === 0) return [];
  const rows = await tx
    .selectDistinctOn([shown.loop], { row: shown, question: loop.question, area: loop.area, unit: loop.unit })
    .from(shown)
    .innerJoin(loop, eq(loop.id, shown.loop))
    .where(
      and(
        isNull(shown.takenBackAt),
        inArray(
          loop.unit,
          below.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(shown.loop, desc(shown.due));
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  return byName(below).flatMap((unit) => (byUnit.get(unit.id) ?? []).map((row) => ({ ...row, unit })));
}

/** What of one loop is shown, newest first. */
export async function readShownOf(
  tx: Tx,
  { row: { id, question, area }, unit }: LoopSeen,
): Promise<ShownSeen[]> {
  const rows = await tx
    .select()
    .from(shown)
    .where(and(eq(shown.loop, id), isNull(shown.takenBackAt)))
    .orderBy(desc(shown.due));
  return rows.map((row) => ({ row, question, area, unit }));
}
