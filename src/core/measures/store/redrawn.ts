import { and, asc, eq, inArray } from "drizzle-orm";
import type { StateDb } from "../../../platform/state/state-db.ts";
import { unit } from "../../org/tables.ts";
import type { RedrawnOf } from "../context.ts";
import { redrawn } from "../tables.ts";

/** Where limits are drawn anew in these measures of a unit, by day, as far as this person may see it. */
export function redrawnOver(state: StateDb, me: string) {
  return (slug: string, measures: readonly string[]): Promise<RedrawnOf[]> =>
    state.as(me, (tx) =>
      tx
        .select({ measure: redrawn.measure, day: redrawn.day, reason: redrawn.reason })
        .from(redrawn)
        .innerJoin(unit, eq(unit.id, redrawn.unit))
        .where(and(eq(unit.slug, slug), inArray(redrawn.measure, [...measures])))
        .orderBy(asc(redrawn.day)),
    );
}
