import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { readMine, readUnits } from "../../../../core/org/store/reading.ts";
import { unitAt } from "../../../../core/org/store/units.ts";
import { timeZoneOf, type UnitRow } from "../../../../core/org/tree.ts";
import { person } from "../../../../core/people/tables.ts";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { begun, impediment } from "../../tables.ts";
import type { BegunKind } from "../contract.ts";

/** Something in a unit's way, as one of its members sees it. */
export interface ImpedimentSeen {
  readonly row: typeof impediment.$inferSelect;
  readonly unit: UnitRow;
  readonly timeZone: string;
  /** Null where that person is gone. */
  readonly by: { readonly id: string; readonly name: string } | null;
  /** Oldest first. */
  readonly begun: readonly (typeof begun.$inferSelect)[];
}

/** Oldest first. */
async function read(tx: Tx, units: readonly UnitRow[], wanted: SQL | undefined): Promise<ImpedimentSeen[]> {
  const rows = await tx
    .select({ row: impediment, by: { id: person.id, name: person.name } })
    .from(impediment)
    .leftJoin(person, eq(person.id, impediment.saidBy))
    .where(wanted)
    .orderBy(asc(impediment.saidAt), asc(impediment.id));
  const ids = rows.map(({ row }) => row.id);
  const things =
    ids.length === 0
      ? []
      : await tx.select().from(begun).where(inArray(begun.impediment, ids)).orderBy(asc(begun.at));
  const byImpediment = Map.groupBy(things, (one) => one.impediment);
  return rows.flatMap(({ row, by }) => {
    const unit = units.find(({ id }) => id === row.unit);
    if (unit === undefined) return [];
    return { row, by, unit, timeZone: timeZoneOf(units, unit), begun: byImpediment.get(row.id) ?? [] };
  });
}

/** What is and was in a unit's way, and whether the person belongs to it. */
export async function impedimentsOf(tx: Tx, slug: string): Promise<{ seen: ImpedimentSeen[]; own: boolean }> {
  const units = await readUnits(tx);
  const unit = unitAt(units, slug, "/slug");
  return {
    seen: await read(tx, units, eq(impediment.unit, unit.id)),
    own: (await readMine(tx)).has(unit.id) && !unit.archived,
  };
}

/** Of several units, by their ids. */
export const impedimentsIn = async (tx: Tx, ids: readonly string[]): Promise<ImpedimentSeen[]> =>
  read(tx, await readUnits(tx), inArray(impediment.unit, [...ids]));

async function impedimentAt(tx: Tx, id: string): Promise<ImpedimentSeen> {
  const [one] = await read(tx, await readUnits(tx), eq(impediment.id, id));
  return one ?? fail("not_found", "There is nothing like that in the way of a team of yours.");
}

export async function addImpediment(
  tx: Tx,
  me: string,
  { slug, text, now }: { slug: string; text: string; now: Date },
): Promise<ImpedimentSeen> {
  const unit = unitAt(await readUnits(tx), slug, "/slug");
  if (!(await readMine(tx)).has(unit.id))
    fail("not_allowed", `Those who belong to ${unit.name} say what is in its way.`);
  const [added] = await tx
    .insert(impediment)
    .values({ unit: unit.id, text, saidBy: me, saidAt: now })
    .returning({ id: impediment.id });
  if (!added) throw new Error("It was not kept.");
  return impedimentAt(tx, added.id);
}

export async function endImpediment(
  tx: Tx,
  { id, words, now }: { id: string; words: string; now: Date },
): Promise<ImpedimentSeen> {
  await impedimentAt(tx, id);
  const ended = await tx
    .update(impediment)
    .set({ goneAt: now, goneWords: words })
    .where(and(eq(impediment.id, id), isNull(impediment.goneAt)))
    .returning({ id: impediment.id });
  if (ended.length === 0) failField("/id", "It is gone already.", "conflict");
  return impedimentAt(tx, id);
}

export async function addBegun(
  tx: Tx,
  { id, kind, thing, now }: { id: string; kind: BegunKind; thing: string; now: Date },
): Promise<ImpedimentSeen> {
  await impedimentAt(tx, id);
  await tx.insert(begun).values({ impediment: id, kind, thing, at: now }).onConflictDoNothing();
  return impedimentAt(tx, id);
}
