import { slugOf } from "../../org/slug.ts";
import { cutCircles } from "../cut-circles.ts";
import type { UnitRow } from "../directory.ts";
import { shortRef } from "../entity-ref.ts";
import { compare } from "../problems.ts";
import type { WantedUnit } from "../wanted.ts";
import type { Planning } from "./planning.ts";

/** The units as they will be, before it is known which of them go. */
export interface Units {
  /** By id; those that do not change among them. */
  readonly rows: Map<string, UnitRow>;
  /** The ids of those that the files name, each with what names it. */
  readonly said: ReadonlyMap<string, WantedUnit>;
  /** The ids of those that were read from these files before and are in them no longer. */
  readonly gone: ReadonlySet<string>;
  /** The unit that a reference, or the name or slug in a list, stands for. */
  find(called: string): UnitRow | undefined;
}

/** Finds for each wanted unit the one that is known, or makes one, and says where it will stand. */
export function placeUnits(wanted: readonly WantedUnit[], planning: Planning): Units {
  const { directory } = planning;
  const known = new KnownUnits(directory.units);
  const sorted = wanted.toSorted((a, b) => compare(a.ref ?? a.handle, b.ref ?? b.handle));
  const matched = matchUnits(sorted, known);
  const rows = new Map(directory.units.map((row) => [row.id, row]));
  const slugs = new Set(directory.units.map(({ slug }) => slug));
  const said = new Map<string, WantedUnit>();
  const called = new Map<string, string>();
  for (const one of sorted) {
    const row = rowFor(one, matched.get(one) ?? fresh(one, slugs, planning));
    rows.set(row.id, row);
    said.set(row.id, one);
    called.set(one.ref ?? one.handle.toLowerCase(), row.id);
  }
  for (const row of directory.units)
    if (!said.has(row.id) && called.has(row.ref ?? "")) rows.set(row.id, { ...row, ref: null });
  const gone = goneOf(directory.units, said, planning);
  const there = new KnownUnits([...rows.values()].filter(({ id, archived }) => !archived && !gone.has(id)));
  const find = (name: string): UnitRow | undefined => {
    const id = called.get(name) ?? there.called(name)?.id;
    return id === undefined ? undefined : rows.get(id);
  };
  const units = { rows, said, gone, find };
  setParents(units, known.organisation, planning);
  return units;
}

function goneOf(rows: readonly UnitRow[], said: Units["said"], { sources }: Planning): Set<string> {
  const gone = rows.filter(
    ({ id, kind, archived, source }) =>
      !archived && !said.has(id) && kind !== "organisation" && sources.tells(source),
  );
  return new Set(gone.map(({ id }) => id));
}

/** What is known, by the ways in which a file may speak of it. */
class KnownUnits {
  readonly organisation: UnitRow;
  readonly #byRef = new Map<string, UnitRow>();
  readonly #byHand = new Map<string, UnitRow>();
  readonly #byName = new Map<string, UnitRow>();

  constructor(rows: readonly UnitRow[]) {
    const organisation = rows.find(({ kind }) => kind === "organisation");
    if (!organisation) throw new Error("There is no organisation.");
    this.organisation = organisation;
    // What comes first wins: what is there before what is archived, and slugs before names.
    const sorted = rows.toSorted(
      (a, b) => Number(a.archived) - Number(b.archived) || compare(a.slug, b.slug),
    );
    for (const row of sorted) {
      if (row.ref !== null) this.#byRef.set(row.ref, row);
      add(this.#byName, row.slug, row);
      if (row.ref === null && row !== organisation) add(this.#byHand, row.slug, row);
    }
    for (const row of sorted) {
      add(this.#byName, row.name.toLowerCase(), row);
      if (row.ref === null && row !== organisation) add(this.#byHand, row.name.toLowerCase(), row);
    }
  }

  withRef(ref: string): UnitRow | undefined {
    return this.#byRef.get(ref);
  }

  /** One that no catalogue has a name for yet. */
  byHand(name: string): UnitRow | undefined {
    return this.#byHand.get(name.toLowerCase());
  }

  byName(name: string): UnitRow | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  /** What a reference, or a name in a list, stands for. */
  called(name: string): UnitRow | undefined {
    const inDefault = /^group:default\/(.+)$/.exec(name)?.[1];
    return this.withRef(name) ?? (inDefault === undefined ? this.byName(name) : this.byHand(inDefault));
  }
}

function add(map: Map<string, UnitRow>, key: string, row: UnitRow): void {
  if (!map.has(key)) map.set(key, row);
}

/** References first: what a catalogue called by its name before is not taken for anything else. */
function matchUnits(wanted: readonly WantedUnit[], known: KnownUnits): Map<WantedUnit, UnitRow> {
  const matched = new Map<WantedUnit, UnitRow>();
  const named = wanted.some(({ top }) => top); // then it is no longer what another entry may have named before
  for (const one of wanted) {
    const row = one.ref === null ? known.byName(one.handle) : known.withRef(one.ref);
    const other = row === known.organisation && named && one.ref !== null;
    if (one.top) matched.set(one, known.organisation);
    else if (row && !other) matched.set(one, row);
  }
  const taken = new Set(matched.values());
  for (const one of wanted) {
    if (matched.has(one) || one.ref === null) continue;
    const names = [slugOf(one.handle, new Set()), one.handle, one.name];
    const row = names.map((name) => known.byHand(name)).find((found) => found && !taken.has(found));
    if (!row) continue;
    matched.set(one, row);
    taken.add(row);
  }
  return matched;
}

function fresh({ handle, name, source }: WantedUnit, slugs: Set<string>, { newId }: Planning): UnitRow {
  const slug = slugOf(handle, slugs);
  slugs.add(slug);
  return { id: newId(), slug, name, kind: "team", parent: null, ref: null, source, archived: false };
}

/** A list only says that a unit is there; what was made by hand stays marked so, whatever a catalogue says of it. */
function rowFor({ ref, name, source }: WantedUnit, row: UnitRow): UnitRow {
  const mark = row.source === null ? null : source;
  if (ref === null) return { ...row, archived: false };
  return { ...row, ref, name, source: mark, archived: false };
}

function setParents(units: Units, organisation: UnitRow, planning: Planning): void {
  const { rows, said } = units;
  const set = (id: string, parent: string) => rows.set(id, { ...(rows.get(id) as UnitRow), parent });
  for (const [id, one] of said) {
    if (id === organisation.id) continue;
    set(id, parentOf(one, rows.get(id) as UnitRow, { units, organisation, planning }));
  }
  const keys = new Map([...rows.values()].map((row) => [keyOf(row, said), row]));
  const above = new Map<string, string>();
  for (const [key, { parent }] of keys) {
    const row = parent === null ? undefined : rows.get(parent);
    if (row) above.set(key, keyOf(row, said));
  }
  for (const [key, parent] of cutCircles(above)) {
    const row = keys.get(key) as UnitRow;
    set(row.id, organisation.id);
    const other = keys.get(parent) as UnitRow;
    const reason = `${row.name} and ${other.name} stand below each other, in a circle; ${row.name} is put below the organisation.`;
    planning.problems.add((said.get(row.id) as WantedUnit).at("spec", "parent"), reason);
  }
}

/** So that a circle is cut at something that the files say. */
const keyOf = (row: UnitRow, said: Units["said"]): string => `${said.has(row.id) ? 0 : 1} ${row.slug}`;

interface Around {
  readonly units: Units;
  readonly organisation: UnitRow;
  readonly planning: Planning;
}

/** Where nothing is said, what was made by hand stays where it is; all else stands below the organisation. */
function parentOf(one: WantedUnit, row: UnitRow, { units, organisation, planning }: Around): string {
  const { problems } = planning;
  sayStrangeChildren(one, row, { units, problems });
  const above = row.parent === null || units.gone.has(row.parent) ? undefined : units.rows.get(row.parent);
  const stays = above && !above.archived ? above.id : organisation.id;
  if (one.ref === null || (one.parent === null && row.source === null)) return stays;
  if (one.parent === null) return organisation.id;
  const found = units.find(one.parent);
  if (found) return found.id;
  problems.add(
    one.at("spec", "parent"),
    `${shortRef(one.parent)}, above ${one.name}, is not known, neither here nor in the files.`,
  );
  return stays;
}

/** A child in another file is where that file says; it is told only when nobody knows of it, or knows otherwise. */
function sayStrangeChildren(
  one: WantedUnit,
  row: UnitRow,
  { units, problems }: Pick<Around, "units"> & Pick<Planning, "problems">,
): void {
  for (const child of one.childrenElsewhere) {
    const known = units.find(child);
    if (known?.parent === row.id) continue;
    const why = known
      ? "stands elsewhere, as its own file says"
      : "is not known, neither here nor in the files";
    problems.add(one.at("spec", "children"), `${shortRef(child)}, below ${one.name}, ${why}.`);
  }
}
