import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import { unit } from "../../org/tables.ts";
import type { LoopsContext } from "../context.ts";
import { loop, turn } from "../tables.ts";
import { happenings } from "./happenings.ts";

interface Span {
  readonly slug: string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
}

/** What a unit asks itself, when it looked, and what happened between two days; of others' units, nothing. */
export async function toldOf(context: LoopsContext, span: Span) {
  const found = await context.as((tx) => askedIn(tx, span));
  if (found === null) return { loops: [], checkIns: [], marks: [] };
  const { id, loops, turns } = found;
  const areas = new Map(loops.map((one) => [one.id, one.area]));
  return {
    loops: loops.map(({ measures, ...one }) => ({ ...one, measure: measures[0] ?? null })),
    checkIns: turns.map(({ loop: of, day }) => ({ area: areas.get(of) ?? "", day })),
    marks: await happenings(context, { units: [id], from: span.from, to: span.to }),
  };
}

/** Of a unit that the person who asks belongs to. Several questions of an area that were looked at on one day are one check-in. */
async function askedIn(tx: Tx, { slug, from, to }: Span) {
  const [one] = await tx
    .select({ id: unit.id })
    .from(unit)
    .where(and(eq(unit.slug, slug), sql`${unit.id} in (select org_mine())`));
  if (!one) return null;
  const loops = await tx
    .select({ id: loop.id, area: loop.area, question: loop.question, measures: loop.measures })
    .from(loop)
    .where(and(eq(loop.unit, one.id), isNull(loop.endedAt)))
    .orderBy(asc(loop.createdAt), asc(loop.id));
  const done = and(gte(turn.due, from), lte(turn.due, to), isNotNull(turn.doneAt));
  const ids = loops.map(({ id }) => id);
  const turns = await tx
    .selectDistinctOn([loop.area, turn.due], { loop: turn.loop, day: turn.due })
    .from(turn)
    .innerJoin(loop, eq(loop.id, turn.loop))
    .where(and(inArray(turn.loop, ids), done))
    .orderBy(loop.area, asc(turn.due));
  return { id: one.id, loops, turns: turns.toSorted((a, b) => (a.day < b.day ? -1 : 1)) };
}
