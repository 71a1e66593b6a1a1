import { type ImportAnswer, MOST_LISTED } from "./contract.ts";
import type { Planned } from "./plan-import.ts";

/** What is told of an import: counts of all of it, and the first thousand of each list. */
export function answerOf({ plan, read, print }: Planned, { applied }: { applied: boolean }): ImportAnswer {
  return {
    changes: plan.changes.slice(0, MOST_LISTED),
    counts: countsOf(plan.changes),
    total: plan.changes.length,
    problems: plan.problems.slice(0, MOST_LISTED),
    problemTotal: plan.problems.length,
    ...{ read, print, applied },
  };
}

export function countsOf(changes: Planned["plan"]["changes"]): ImportAnswer["counts"] {
  const counts: ImportAnswer["counts"] = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
