import { asc } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import { dayOff } from "../tables.ts";
import { pathTo, type UnitRow } from "../tree.ts";

/** Days, both included, on which nobody is asked anything. */
export interface DayOff {
  readonly from: string;
  readonly to: string;
  readonly name: string;
}

/** Days off by unit: those of the unit and of all above it. */
export async function readDaysOff(tx: Tx, units: readonly UnitRow[]): Promise<(one: UnitRow) => DayOff[]> {
  const rows = await tx.select().from(dayOff).orderBy(asc(dayOff.from));
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  return (one) =>
    [...pathTo(units, one), one].flatMap(({ id }) =>
      (byUnit.get(id) ?? []).map(({ from, to, name }) => ({ from, to, name })),
    );
}

/** Adds days off to a unit (its id); those that it has already stay as they are. */
export async function addDaysOff(tx: Tx, unit: string, days: readonly DayOff[]): Promise<void> {
  if (days.length === 0) return;
  await tx
    .insert(dayOff)
    .values(days.map((day) => ({ unit, ...day })))
    .onConflictDoNothing();
}
