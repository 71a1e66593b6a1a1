import type { MembershipRow, UnitRow } from "../directory.ts";

type Placed = Pick<UnitRow, "id" | "parent" | "kind">;

interface Known {
  readonly units: ReadonlyMap<string, Placed>;
  /** All there ever were, and those about to begin. */
  readonly memberships: readonly Pick<MembershipRow, "person" | "unit">[];
  readonly me: string;
}

/**
 * Nobody makes themselves a member where that opens what is others' own (`org_may_join` in the database). Where one belongs
 * already does not count here, so that the same import again says the same.
 */
export function mayJoin(unit: string, { units, memberships, me }: Known): boolean {
  const opened = new Set(
    above(unit, units).filter((id) => id === unit || units.get(id)?.kind !== "organisation"),
  );
  return !memberships.some((row) => row.person !== me && above(row.unit, units).some((id) => opened.has(id)));
}

/** A unit and all above it. */
function above(unit: string, units: ReadonlyMap<string, Placed>): string[] {
  const path: string[] = [];
  for (let id: string | null = unit; id !== null && !path.includes(id); id = units.get(id)?.parent ?? null)
    path.push(id);
  return path;
}
