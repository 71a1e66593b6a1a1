import type { units } from "../../core/org/contract.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";

export type ListedUnit = AnswerOf<typeof units>["units"][number];

/**
 * Where a person begins: their own team, one that has something to show before others; else the group that they belong to or lead.
 * Who belongs nowhere begins at no team's page, as none is theirs to see.
 */
export function firstPage(all: readonly ListedUnit[]): ListedUnit | undefined {
  // Who is alone here has all of them: then an empty team is no better a place than the organisation.
  const alone = all.every(({ own }) => own);
  const own = all.filter((unit) => unit.own);
  const teams = own.filter(({ kind }) => kind === "team");
  const groups = own.filter(({ kind }) => kind === "group");
  return teams.find(full) ?? (alone ? all[0] : (teams[0] ?? groups[0] ?? own[0]));
}

const full = ({ count }: ListedUnit) => count !== null && count.components > 0;

/**
 * Which of them the header names as long as no page of one was open: one's own team before a group, whatever stands first in the tree.
 * Who is alone here has all of them, and a team is theirs more than others only where it is the only one.
 */
export function namedFirst(all: readonly ListedUnit[]): ListedUnit | undefined {
  const own = all.filter((unit) => unit.own);
  const teams = own.filter(({ kind }) => kind === "team");
  const team = own.length === all.length && teams.length > 1 ? undefined : teams[0];
  return team ?? own[0] ?? all[0];
}
