import { asc, eq } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { dayOff } from "../tables.ts";
import { pathTo, type UnitRow } from "../tree.ts";

/** Days, both included, on which nobody is asked anything. */
export interface DayOff {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** One that is kept, with the unit whose it is. */
export interface KeptDayOff extends DayOff {
  readonly id: string;
  readonly unit: UnitRow;
}

/** Days off by unit: those of the unit and of all above it, by day. */
export async function readDaysOff(
  tx: Tx,
  units: readonly UnitRow[],
): Promise<(one: UnitRow) => KeptDayOff[]> {
  const rows = await tx.select().from(dayOff).orderBy(asc(dayOff.from));
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  return (one) =>
    [...pathTo(units, one), one]
      .flatMap((unit) => (byUnit.get(unit.id) ?? []).map((row) => ({ ...row, unit })))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Adds days off to a unit (its id); those that it has already stay as they are. */
export async function addDaysOff(tx: Tx, unit: string, days: readonly DayOff[]): Promise<void> {
  if (days.length === 0) return;
  const values = days.map(({ from, to, name }) => ({ unit, from, to, name }));
  await tx.insert(dayOff).values(values).onConflictDoNothing();
}

export async function removeDayOff(tx: Tx, id: string): Promise<void> {
  const [found] = await tx.select({ id: dayOff.id }).from(dayOff).where(eq(dayOff.id, id));
  if (!found) fail("not_found", "There is no such day off.");
  const removed = await tx.delete(dayOff).where(eq(dayOff.id, id)).returning({ id: dayOff.id });
  if (removed.length === 0) fail("not_allowed");
}
