import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { dayAt } from "../../measures/periods.ts";
import { readUnits } from "../../org/store/reading.ts";
import {
  addExperiment,
  allExperiments,
  changeExperiment,
  conclude,
  experimentAt,
  experimentsOf,
  type NewConclusion,
  type NewExperiment,
} from "./experiments.ts";
import { zoneOf } from "./loops.ts";

/** The experiments that one person sees and begins: their own, and those of the units that they belong to. */
export function experimentsOver(state: StateDb, me: string, now: () => number) {
  const as = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => state.as(me, work);
  return {
    /** Of a unit (its slug), or of the person; with the day that it is there. */
    of: (slug: string | undefined) =>
      as(async (tx) => {
        const found = await experimentsOf(tx, me, slug);
        return { ...found, today: dayAt(now(), zoneOf(await readUnits(tx), found.unit)).toString() };
      }),
    all: () => as(allExperiments),
    one: (id: string) => as((tx) => experimentAt(tx, id)),
    add: (wanted: NewExperiment) => as((tx) => addExperiment(tx, me, wanted)),
    change: (id: string, set: Parameters<typeof changeExperiment>[2]) =>
      as((tx) => changeExperiment(tx, id, set)),
    conclude: (wanted: NewConclusion) => as((tx) => conclude(tx, me, wanted)),
  };
}

export type ExperimentsStore = ReturnType<typeof experimentsOver>;
