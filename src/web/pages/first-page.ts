import type { units } from "../../core/org/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";

export type ListedUnit = AnswerOf<typeof units>["units"][number];

/** Where a person begins: their own team, one that has something to show before others; else the first team that has. */
export function firstPage(all: readonly ListedUnit[]): ListedUnit | undefined {
  const teams = all.filter(({ kind }) => kind === "team");
  const own = teams.filter((unit) => unit.own);
  const full = ({ count }: ListedUnit) => count !== null && count.components > 0;
  // Who is alone here has all of them: then an empty one is no better a place than any other.
  const mine = own.length < teams.length ? own[0] : undefined;
  return own.find(full) ?? mine ?? teams.find(full) ?? all[0];
}
