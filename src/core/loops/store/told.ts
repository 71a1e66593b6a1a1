import { and, asc, gte, inArray, isNotNull, lte } from "drizzle-orm";
import type { LoopsContext } from "../context.ts";
import { turn } from "../tables.ts";
import { happenings } from "./happenings.ts";

/** What a unit asks itself, when it looked, and what happened between two days; of others' units, nothing. */
export async function toldOf(
  context: LoopsContext,
  { slug, from, to }: { slug: string; from: string; to: string },
) {
  const { unit, loops, own } = await context.loops.list({ unit: slug, ended: false });
  if (!own || unit === null) return { loops: [], checkIns: [], marks: [] };
  const areas = new Map(loops.map(({ row }) => [row.id, row.area]));
  const turns = await context.as((tx) =>
    tx
      .select({ loop: turn.loop, day: turn.due })
      .from(turn)
      .where(
        and(
          inArray(turn.loop, [...areas.keys()]),
          and(gte(turn.due, from), lte(turn.due, to), isNotNull(turn.doneAt)),
        ),
      )
      .orderBy(asc(turn.due)),
  );
  return {
    loops: loops.map(({ row: { id, area, question, measures } }) => ({
      ...{ id, area, question, measure: measures[0] ?? null },
    })),
    checkIns: turns.map(({ loop, day }) => ({ area: areas.get(loop) ?? "", day })),
    marks: await happenings(context, { units: [unit.id], from, to }),
  };
}
