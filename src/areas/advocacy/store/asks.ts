import { asc, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { readStanding, type Standing } from "../../../core/loops/store/loops.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import { timeZoneOf, type UnitRow } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import type { Side } from "../contract.ts";
import { ask, origin, step } from "../tables.ts";
import { type Lead, nearestFirst } from "../whom.ts";

/** A person by name. Null where they are gone, or where there was none. */
export type Named = { readonly id: string; readonly name: string } | null;

export interface StepSeen {
  readonly row: typeof step.$inferSelect;
  readonly by: Named;
  readonly unit: UnitRow | null;
}

/** An ask with all that was said of it, as somebody sees it who stands on one of its sides. */
export interface AskSeen {
  readonly row: typeof ask.$inferSelect;
  readonly from: UnitRow;
  readonly to: { readonly person: Named; readonly unit: UnitRow | null };
  readonly by: Named;
  /** That of those who ask: days are counted in it. */
  readonly timeZone: string;
  /** In their order. */
  readonly steps: readonly StepSeen[];
  /** On which the person who asks stands. */
  readonly sides: readonly Side[];
  readonly origin: { readonly loop: string; readonly due: string } | null;
}

interface Reader {
  readonly me: string;
  readonly standing: Standing;
}

/** Those of `wanted` that the person may see, or all of them; the newest first. */
async function readAsks(tx: Tx, { me, standing: { units, mine } }: Reader, wanted?: SQL): Promise<AskSeen[]> {
  const rows = await readRows(tx, wanted);
  const steps = await readSteps(
    tx,
    units,
    rows.map(({ row }) => row.id),
  );
  return rows.map(({ row, by, to, origin: from }) => {
    const fromUnit = unitOf(units, row.fromUnit) ?? fail("unexpected", "The unit that asks is gone.");
    return {
      ...{ row, from: fromUnit, by, origin: from },
      to: { person: to, unit: unitOf(units, row.toUnit) },
      timeZone: timeZoneOf(units, fromUnit),
      steps: steps.get(row.id) ?? [],
      sides: sidesOf(row, me, mine),
    };
  });
}

const unitOf = (units: readonly UnitRow[], id: string | null): UnitRow | null =>
  units.find((unit) => unit.id === id) ?? null;

function sidesOf(
  { fromUnit, toUnit, toPerson }: AskSeen["row"],
  me: string,
  mine: ReadonlySet<string>,
): Side[] {
  const asked = toPerson === me || (toUnit !== null && mine.has(toUnit));
  return [...(mine.has(fromUnit) ? ["asking" as const] : []), ...(asked ? ["asked" as const] : [])];
}

async function readRows(tx: Tx, wanted: SQL | undefined) {
  const [asker, asked] = [alias(person, "asker"), alias(person, "asked")];
  const rows = await tx
    .select({
      row: ask,
      by: { id: asker.id, name: asker.name },
      to: { id: asked.id, name: asked.name },
      origin: { loop: origin.loop, due: origin.due },
    })
    .from(ask)
    .leftJoin(asker, eq(asker.id, ask.askedBy))
    .leftJoin(asked, eq(asked.id, ask.toPerson))
    .leftJoin(origin, eq(origin.ask, ask.id))
    .where(wanted)
    .orderBy(desc(ask.askedAt), asc(ask.id));
  return rows;
}

async function readSteps(
  tx: Tx,
  units: readonly UnitRow[],
  asks: readonly string[],
): Promise<Map<string, StepSeen[]>> {
  if (asks.length === 0) return new Map();
  const rows = await tx
    .select({ row: step, by: { id: person.id, name: person.name } })
    .from(step)
    .leftJoin(person, eq(person.id, step.saidBy))
    .where(inArray(step.ask, [...asks]))
    .orderBy(asc(step.ask), asc(step.n));
  const seen = rows.map(({ row, by }) => ({ row, by, unit: unitOf(units, row.toUnit) }));
  return Map.groupBy(seen, ({ row }) => row.ask);
}

/** The ask with this id, or a problem: those who stand on neither side do not learn that it is there. */
export async function askAt(tx: Tx, me: string, id: string): Promise<AskSeen> {
  const [one] = await asksAt(tx, me, [id]);
  return one ?? fail("not_found", "There is no such ask.");
}

/** What a unit (its slug) asked for and is asked, and what the person is asked by name, where they are a part of it. */
export async function asksOfUnit(tx: Tx, me: string, slug: string) {
  const standing = await readStanding(tx, me);
  const unit = unitAt(standing.units, slug, "/slug");
  const own = standing.mine.has(unit.id);
  const byName = own ? eq(ask.toPerson, me) : undefined;
  const wanted = or(eq(ask.fromUnit, unit.id), eq(ask.toUnit, unit.id), byName);
  const asks = await readAsks(tx, { me, standing }, wanted);
  return { unit, own, asks, leads: own ? await readLeads(tx, standing.units, unit) : [] };
}

/** What the person is asked, by name or as a part of a unit. */
export async function asksOfMe(tx: Tx, me: string): Promise<AskSeen[]> {
  const standing = await readStanding(tx, me);
  return readAsks(tx, { me, standing }, or(eq(ask.toPerson, me), inArray(ask.toUnit, [...standing.mine])));
}

/** All that the person sees: what their units asked for, and what is asked of them. */
export const allAsks = async (tx: Tx, me: string): Promise<AskSeen[]> =>
  readAsks(tx, { me, standing: await readStanding(tx, me) });

/** What these units (ids) asked for, or were asked. */
export async function asksAround(tx: Tx, me: string, units: readonly string[]): Promise<AskSeen[]> {
  const wanted = or(inArray(ask.fromUnit, [...units]), inArray(ask.toUnit, [...units]));
  return readAsks(tx, { me, standing: await readStanding(tx, me) }, wanted);
}

export const asksAt = async (tx: Tx, me: string, ids: readonly string[]): Promise<AskSeen[]> =>
  readAsks(tx, { me, standing: await readStanding(tx, me) }, inArray(ask.id, [...ids]));

/** Who leads a unit above one, the nearest first. */
export async function readLeads(tx: Tx, units: readonly UnitRow[], from: UnitRow): Promise<Lead[]> {
  const { rows } = await tx.execute<{ id: string; name: string; leads: string }>(sql`
    select p.id, p.name, l.leads from advocacy_leads(${from.id}::uuid) l join people_person p on p.id = l.person`);
  const leads = rows.flatMap(({ id, name, leads: unit }) => {
    const led = unitOf(units, unit);
    return led === null ? [] : [{ id, name, leads: led }];
  });
  return nearestFirst(units, from, leads);
}
