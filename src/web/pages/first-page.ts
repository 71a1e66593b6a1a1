import type { units } from "../../core/org/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";

export type ListedUnit = AnswerOf<typeof units>["units"][number];

/** Where a person begins: the first team that has something to show, else whatever comes first in the tree. */
export function firstPage(all: readonly ListedUnit[]): ListedUnit | undefined {
  return (
    all.find((unit) => unit.kind === "team" && unit.count !== null && unit.count.components > 0) ?? all[0]
  );
}
