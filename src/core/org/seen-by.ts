import type { UnitKind } from "./contract.ts";

interface Named {
  readonly name: string;
  readonly kind: UnitKind;
}

/** Who reads what a unit keeps or opens, in words, for those who belong to it. Members of teams below a group do not belong to the group itself. */
export function seenBy(unit: Named, audience: Named | null): string {
  if (audience !== null) return `Everyone in ${audience.name} sees this.`;
  return unit.kind === "team"
    ? "Only your team sees this."
    : `Only those who belong to ${unit.name} itself see this.`;
}
