import { pathTo, type UnitRow } from "../../core/org/tree.ts";

/** To whom a unit can open its purpose: a group to itself with all below, and then each to those above, the nearest first. */
export const audiencesOf = (units: readonly UnitRow[], one: UnitRow): UnitRow[] => [
  ...(one.kind === "team" ? [] : [one]),
  ...pathTo(units, one).reverse(),
];
