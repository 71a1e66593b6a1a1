import { finds, plainName } from "./finds.ts";

interface Branch {
  readonly slug: string;
  readonly name: string;
  /** The slug of the one above. */
  readonly parent: string | null;
}

export interface Line<Unit> {
  readonly unit: Unit;
  /** How far in it stands: 0 for what nothing stands above. */
  readonly depth: number;
  /** It is what was looked for, and not only on the way there. */
  readonly found: boolean;
}

/**
 * The tree as lines, for units in its order (each after the one above it): those whose name is looked for, each with all
 * that stand above it, so that one sees where it is.
 */
export function outlineOf<Unit extends Branch>(units: readonly Unit[], wanted = ""): Line<Unit>[] {
  const onTheWay = new Set<string | null>();
  return withDepths(units)
    .map((line) => ({ ...line, found: finds(line.unit.name, wanted) }))
    .reverse()
    .filter(({ unit, found }) => {
      const shown = found || onTheWay.has(unit.slug);
      if (shown) onTheWay.add(unit.parent);
      return shown;
    })
    .reverse();
}

function withDepths<Unit extends Branch>(units: readonly Unit[]): { unit: Unit; depth: number }[] {
  const depths = new Map<string, number>();
  return units.map((unit) => {
    const depth = unit.parent === null ? 0 : (depths.get(unit.parent) ?? -1) + 1;
    depths.set(unit.slug, depth);
    return { unit, depth };
  });
}

/** The names above each unit, from the organisation down: "Acme › Commerce". By slug. */
export function placesOf(units: readonly Branch[]): Map<string, string> {
  const paths = new Map<string, string>();
  const places = new Map<string, string>();
  for (const { slug, name, parent } of units) {
    const above = parent === null ? "" : (paths.get(parent) ?? "");
    places.set(slug, above);
    paths.set(slug, above === "" ? name : `${above} › ${name}`);
  }
  return places;
}

/** A unit and all that stand below it; by slug. */
export function belowOf(units: readonly Branch[], slug: string): Set<string> {
  const below = new Set([slug]);
  for (const unit of units) if (unit.parent !== null && below.has(unit.parent)) below.add(unit.slug);
  return below;
}

/** The others that are called just like one; by slug. */
export function namesakesOf<Unit extends Branch>(units: readonly Unit[], slug: string): Unit[] {
  const one = units.find((unit) => unit.slug === slug);
  return one
    ? units.filter((unit) => unit.slug !== slug && plainName(unit.name) === plainName(one.name))
    : [];
}

/** What tells a unit from the others of its name. */
export interface Apart {
  /** Where it stands. */
  readonly place: string;
  /** Its address, where another of its name stands right beside it; else `null`. */
  readonly address: string | null;
}

/** For units whose name is not theirs alone, by slug. */
export function apartOf(units: readonly Branch[]): Map<string, Apart> {
  const places = placesOf(units);
  const told = ({ slug, parent }: Branch, all: readonly Branch[]): Apart => {
    const beside = all.some((other) => other.slug !== slug && other.parent === parent);
    return { place: places.get(slug) ?? "", address: beside ? slug : null };
  };
  const byName = Map.groupBy(units, ({ name }) => plainName(name));
  return new Map(
    [...byName.values()]
      .filter((all) => all.length > 1)
      .flatMap((all) => all.map((unit) => [unit.slug, told(unit, all)] as const)),
  );
}
