import type { Unit, UnitKind } from "./contract.ts";

export interface UnitRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  readonly timeZone: string | null;
}

export interface OwnedComponent {
  readonly name: string;
  readonly example: boolean;
  /** The id of the unit that owns it. */
  readonly unit: string;
}

/** The organisation as one person may see it. */
export interface Tree {
  readonly units: readonly UnitRow[];
  readonly components: readonly OwnedComponent[];
}

type Brief = Pick<UnitRow, "slug" | "name" | "kind">;

const brief = ({ slug, name, kind }: UnitRow): Brief => ({ slug, name, kind });

/** The units above one, the organisation first. */
export function pathTo(units: readonly UnitRow[], one: UnitRow): UnitRow[] {
  const above = units.find((unit) => unit.id === one.parent);
  return above ? [...pathTo(units, above), above] : [];
}

/** One unit and all below it. */
export function subtree(units: readonly UnitRow[], one: UnitRow): UnitRow[] {
  const below = units.filter((unit) => unit.parent === one.id);
  return [one, ...below.flatMap((unit) => subtree(units, unit))];
}

/** Depth first, each unit right after the one it belongs to. */
export function inTreeOrder(units: readonly UnitRow[]): UnitRow[] {
  return units.filter((unit) => unit.parent === null).flatMap((root) => subtree(units, root));
}

/** What a unit and those below it own, by name. */
export function componentsOf(
  units: readonly UnitRow[],
  owned: readonly OwnedComponent[],
  one: UnitRow,
): OwnedComponent[] {
  const ids = new Set(subtree(units, one).map((unit) => unit.id));
  return owned.filter((component) => ids.has(component.unit));
}

/** The unit's own time zone, or else that of the nearest unit above that has one. */
export function timeZoneOf(units: readonly UnitRow[], one: UnitRow): string {
  const nearest = [...pathTo(units, one), one].findLast((unit) => unit.timeZone !== null);
  return nearest?.timeZone ?? "UTC";
}

/** A unit as its page shows it. */
export function unitPage(units: readonly UnitRow[], owned: readonly OwnedComponent[], one: UnitRow): Unit {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return {
    ...brief(one),
    path: pathTo(units, one).map(brief),
    timeZone: timeZoneOf(units, one),
    components: componentsOf(units, owned, one).map(({ name, example, unit }) => ({
      name,
      example,
      owner: brief(byId.get(unit) as UnitRow),
    })),
    children: units.filter((unit) => unit.parent === one.id).map(brief),
  };
}
