import { asc, eq } from "drizzle-orm";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
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

/** More than a company has in twenty years; each is gone through whenever one asks what is due. */
const MOST = 500;

/** Adds days off to a unit (its id); those that it has already stay as they are. Its people can read who did. */
export async function addDaysOff(
  tx: Tx,
  me: string,
  { unit, days }: { unit: string; days: readonly DayOff[] },
): Promise<void> {
  if (days.length === 0) return;
  const values = days.map(({ from, to, name }) => ({ unit, from, to, name }));
  const added = await tx.insert(dayOff).values(values).onConflictDoNothing().returning({ id: dayOff.id });
  if ((await tx.$count(dayOff, eq(dayOff.unit, unit))) > MOST)
    failField("/text", `A unit has at most ${MOST} days off. Take those back that are long past.`);
  if (added.length > 0)
    await recordAudit(tx, me, { action: "days-off.added", aboutUnit: unit, detail: { days: added.length } });
}

export async function removeDayOff(tx: Tx, me: string, id: string): Promise<void> {
  const [found] = await tx.select().from(dayOff).where(eq(dayOff.id, id));
  if (!found) fail("not_found", "There is no such day off.");
  const removed = await tx.delete(dayOff).where(eq(dayOff.id, id)).returning({ id: dayOff.id });
  if (removed.length === 0) fail("not_allowed");
  const { unit, from, name } = found;
  await recordAudit(tx, me, { action: "days-off.removed", aboutUnit: unit, detail: { from, name } });
}
