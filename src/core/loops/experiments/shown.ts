import { briefOf } from "../../org/tree.ts";
import { sayExpected } from "../direction-words.ts";
import type { ConclusionRow, ExperimentSeen } from "../store/experiments.ts";
import type { Conclusion, Experiment } from "./contract.ts";

interface Measured {
  readonly id: string;
  readonly title: string;
  readonly unit: Parameters<typeof sayExpected>[1];
}

/** An experiment as it goes out. `back` says whether it is time to look at it, if it runs. */
export function shownExperiment(
  { row, unit, conclusions }: ExperimentSeen,
  { measures, back }: { measures: readonly Measured[]; back: boolean },
): Experiment {
  const measure = measures.find(({ id }) => id === row.measure) ?? null;
  const last = conclusions.at(-1)?.row ?? null;
  return {
    ...{ id: row.id, kind: row.kind, area: row.area, title: row.title, why: row.why },
    unit: unit && briefOf(unit),
    measure: measure && { id: measure.id, title: measure.title },
    ...{ every: row.every, begins: row.begins, lookAgain: row.lookAgain },
    expects: expectsOf(row, measure),
    state: last !== null && last.ends !== "go-on" ? last.ends : back ? "back" : "runs",
    conclusions: conclusions.map(shownConclusion),
    can: { conclude: last === null || last.ends === "go-on" },
  };
}

function expectsOf(
  { direction, size, sure }: ExperimentSeen["row"],
  measure: Measured | null,
): Experiment["expects"] {
  if (direction === null) return null;
  return { direction, size, sure, says: sayExpected({ direction, size, sure }, measure?.unit ?? "ratio") };
}

function shownConclusion({ row, by }: { row: ConclusionRow; by: string | null }): Conclusion {
  const { id, ends, words, shows, asExpected, real, lookAgain, concludedAt, concludedBy } = row;
  return {
    ...{ id, ends, words, shows, asExpected, real, lookAgain, at: concludedAt.toISOString() },
    by: concludedBy === null ? null : { id: concludedBy, name: by ?? "somebody" },
  };
}
