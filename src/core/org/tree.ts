import type { UnitKind } from "./contract.ts";

export interface UnitRow {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  readonly timeZone: string | null;
  readonly archived: boolean;
}

/** A component and who owns it today. */
export interface OwnedComponent {
  readonly name: string;
  readonly title: string | null;
  /** In a catalogue's words: service, website, library. */
  readonly kind: string | null;
  readonly example: boolean;
  /** Nobody said so: it is the organisation's until somebody claims it. */
  readonly assumed: boolean;
  /** The day from which; null is since ever. */
  readonly from: string | null;
  /** The id of the unit that owns it. */
  readonly unit: string;
}

/** A component that a unit, or one below it, owned once and owns no longer. */
export interface Gone {
  readonly name: string;
  /** The first day on which it was not theirs. */
  readonly on: string;
  /** The id of the unit whose it was from then on; null where nobody's. */
  readonly to: string | null;
}

export type Brief = Pick<UnitRow, "slug" | "name" | "kind">;

export const briefOf = ({ slug, name, kind }: Brief): Brief => ({ slug, name, kind });

const names = new Intl.Collator("en", { numeric: true });

/** As people put names in order: team 2 before team 10, Ö beside O. */
export const byName = <Named extends Pick<UnitRow, "name">>(units: readonly Named[]): Named[] =>
  units.toSorted((one, other) => names.compare(one.name, other.name));

/** The units above one, the organisation first. */
export function pathTo(units: readonly UnitRow[], one: UnitRow): UnitRow[] {
  const above = units.find((unit) => unit.id === one.parent);
  return above ? [...pathTo(units, above), above] : [];
}

/** To whom a unit can open what is its own: a group to itself with all below, and then each to those above, the nearest first. */
export const audiencesOf = (units: readonly UnitRow[], one: UnitRow): UnitRow[] => [
  ...(one.kind === "team" ? [] : [one]),
  ...pathTo(units, one).reverse(),
];

/** One unit and all below it, depth first, in the order in which they are given. */
export function subtree(units: readonly UnitRow[], one: UnitRow): UnitRow[] {
  const children = Map.groupBy(units, ({ parent }) => parent);
  const withBelow = (unit: UnitRow): UnitRow[] => [unit, ...(children.get(unit.id) ?? []).flatMap(withBelow)];
  return withBelow(one);
}

/** Depth first, each unit right after the one it belongs to. */
export function inTreeOrder(units: readonly UnitRow[]): UnitRow[] {
  return units.filter((unit) => unit.parent === null).flatMap((root) => subtree(units, root));
}

export const slugsOf = (units: readonly UnitRow[]): string[] =>
  inTreeOrder(units)
    .filter(({ archived }) => !archived)
    .map(({ slug }) => slug);

interface Tree {
  readonly units: readonly UnitRow[];
  readonly owned: readonly OwnedComponent[];
}

/** How many belong to a unit today, and how many components are its own. */
export interface Counted {
  readonly people: number;
  readonly components: number;
}

interface CountedTree extends Tree {
  /** By the unit's id, without those that have nobody and nothing; null where nobody counted. */
  readonly counts: ReadonlyMap<string, Counted> | null;
  /** The ids of the asking person's own. */
  readonly own: ReadonlySet<string>;
}

/** The units in the order of the tree, each with what it owns itself. */
export function listedUnits({ units, owned, counts, own }: CountedTree, { archived }: { archived: boolean }) {
  const slugs = new Map(units.map(({ id, slug }) => [id, slug]));
  const names = Map.groupBy(owned, ({ unit }) => unit);
  return inTreeOrder(units)
    .filter((row) => archived || !row.archived)
    .map((row) => ({
      ...briefOf(row),
      parent: row.parent && (slugs.get(row.parent) ?? null),
      archived: row.archived,
      own: own.has(row.id),
      components: (names.get(row.id) ?? []).map(({ name }) => name),
      count: counts && (counts.get(row.id) ?? { people: 0, components: 0 }),
    }));
}

/** The unit's own time zone, or else that of the nearest unit above that has one. */
export function timeZoneOf(units: readonly UnitRow[], one: UnitRow): string {
  const nearest = [...pathTo(units, one), one].findLast((unit) => unit.timeZone !== null);
  return nearest?.timeZone ?? "UTC";
}

interface UnitSeen<Person> extends Tree {
  readonly one: UnitRow;
  readonly gone: readonly Gone[];
  readonly people: Person[];
  readonly own: boolean;
}

/** A unit as its page shows it. `owned` is what it and those below it own, `gone` what they owned once. */
export function unitPage<Person>({ units, owned, gone, one, people, own }: UnitSeen<Person>) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return {
    ...briefOf(one),
    path: pathTo(units, one).map(briefOf),
    timeZone: timeZoneOf(units, one),
    ownTimeZone: one.timeZone,
    archived: one.archived,
    components: owned.map(({ name, example, assumed, unit }) => ({
      ...{ name, example, assumed },
      owner: briefOf(byId.get(unit) as UnitRow),
    })),
    gone: gone.map(({ name, on, to }) => {
      const taker = to === null ? undefined : byId.get(to);
      return { name, on, to: taker ? briefOf(taker) : null };
    }),
    children: units.filter((unit) => unit.parent === one.id && !unit.archived).map(briefOf),
    people,
    own,
  };
}
