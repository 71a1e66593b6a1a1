import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { addDaysOff, type DayOff, readDaysOff, removeDayOff } from "../../org/store/days-off.ts";
import { readUnits } from "../../org/store/reading.ts";
import { standingTo, unitAt } from "../../org/store/units.ts";
import { zoneOf } from "./loops.ts";

/** Days off, as one person sees and changes them. */
export function daysOffOf(state: StateDb, me: string) {
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => state.as(me, work);
  return {
    /** Of a unit (its slug) and those above it. */
    of: (slug: string) =>
      as(async (tx) => {
        const units = await readUnits(tx);
        const unit = unitAt(units, slug, "/slug");
        const days = (await readDaysOff(tx, units))(unit);
        return { days, standing: await standingTo(tx, unit.id), timeZone: zoneOf(units, unit) };
      }),
    add: (slug: string, days: readonly DayOff[]) =>
      as(async (tx) => {
        const { id: unit } = unitAt(await readUnits(tx), slug, "/slug");
        await addDaysOff(tx, me, { unit, days });
      }),
    remove: (id: string) => as((tx) => removeDayOff(tx, me, id)),
  };
}

export type DaysOffStore = ReturnType<typeof daysOffOf>;
