import { cutCircles } from "../cut-circles.ts";
import { type ComponentRow, fromCatalog } from "../directory.ts";
import { shortRef } from "../entity-ref.ts";
import { compare } from "../problems.ts";
import type { WantedComponent } from "../wanted.ts";
import type { Planning } from "./planning.ts";
import { sourceWords } from "./words.ts";

export interface Components {
  /** By name, as they will be; those that do not change among them. */
  readonly rows: ReadonlyMap<string, ComponentRow>;
  /** The names of those that the files speak of, each with what speaks of it. */
  readonly said: ReadonlyMap<string, WantedComponent>;
}

/** Finds for each wanted component the one that is known, by reference, by name, or by the repository that it names. */
export function planComponents(wanted: readonly WantedComponent[], planning: Planning): Components {
  const { directory } = planning;
  const rows = new Map(directory.components.map((row) => [row.name, row]));
  const sorted = wanted.toSorted((a, b) => compare(a.ref, b.ref));
  const names = namesFor(sorted, directory.components, planning);
  const said = new Map<string, WantedComponent>();
  for (const one of sorted) {
    const name = names.get(one);
    if (name === undefined) continue;
    said.set(name, one);
    rows.set(name, componentRow(one, rows.get(name) ?? { ...NOTHING, name, source: one.source }));
  }
  archiveGone(rows, said, planning);
  const known = new Map(
    [...rows.values()].filter(({ archived }) => !archived).map((row) => [row.ref, row.name]),
  );
  setParts({ rows, said }, (ref) => known.get(ref), planning);
  tellComponents(rows, planning);
  return { rows, said };
}

const NOTHING = { title: null, kind: null, partOf: null, ref: null, archived: false } as const;

/** The name under which each is known or will be. A repository that several name is none of theirs: it holds them all. */
function namesFor(
  wanted: readonly WantedComponent[],
  rows: readonly ComponentRow[],
  { problems }: Planning,
): Map<WantedComponent, string> {
  const byRef = new Map(rows.map((row) => [row.ref, row.name]));
  const byName = new Map(rows.map((row) => [row.name, row]));
  const names = new Map<WantedComponent, string>();
  const taken = new Set<string>();
  const take = (one: WantedComponent, name: string): void => {
    names.set(one, name);
    taken.add(name);
  };
  for (const one of wanted) {
    const name = byRef.get(one.ref);
    if (name !== undefined) take(one, name);
  }
  const free = (name: string): boolean => !taken.has(name) && byName.get(name)?.ref == null;
  for (const one of wanted)
    if (!names.has(one) && byName.has(one.name) && free(one.name)) take(one, one.name);
  const inRepository = Map.groupBy(wanted, ({ repository }) => repository);
  for (const one of wanted) {
    const { repository } = one;
    const alone = repository !== null && inRepository.get(repository)?.length === 1;
    if (!names.has(one) && alone && byName.has(repository) && free(repository)) take(one, repository);
  }
  for (const one of wanted) {
    if (names.has(one)) continue;
    if (!taken.has(one.name) && !byName.has(one.name)) take(one, one.name);
    else
      problems.add(
        one.at("metadata", "name"),
        `${one.name} is the name of another component already; this one is left out.`,
      );
  }
  return names;
}

/** Where a catalogue says nothing, what was known by hand or from Git stays. */
function componentRow({ ref, title, kind, source }: WantedComponent, row: ComponentRow): ComponentRow {
  const byHand = row.source === null;
  return {
    ...row,
    ref,
    title: title ?? (byHand ? row.title : null),
    kind: kind ?? (byHand ? row.kind : null),
    source: byHand ? null : source,
    archived: false,
  };
}

function archiveGone(
  rows: Map<string, ComponentRow>,
  said: ReadonlyMap<string, WantedComponent>,
  { sources }: Planning,
): void {
  for (const row of [...rows.values()]) {
    const gone = !said.has(row.name) && !row.archived && sources.tells(row.source);
    if (gone) rows.set(row.name, { ...row, archived: true });
  }
}

type Parts = Components & { readonly rows: Map<string, ComponentRow> };

function setParts(
  { rows, said }: Parts,
  known: (ref: string) => string | undefined,
  { problems }: Planning,
): void {
  const above = new Map(
    [...rows.values()].flatMap(({ name, partOf }) => (partOf === null ? [] : [[name, partOf]])),
  );
  for (const [name, one] of said) {
    const whole = one.partOf === null ? undefined : known(one.partOf);
    if (one.partOf !== null && whole === undefined) {
      const reason = `${shortRef(one.partOf)}, of which ${name} is a part, is not known, neither here nor in the files.`;
      problems.add(one.at("spec"), reason);
    }
    // What only Git or people know it to be a part of, a catalogue that says nothing of that does not take away.
    const before = rows.get(above.get(name) ?? "");
    if (whole !== undefined) above.set(name, whole);
    else if (rows.get(name)?.source !== null && fromCatalog(before?.source ?? null)) above.delete(name);
  }
  for (const [name, whole] of cutCircles(above)) {
    const reason = `${name} and ${whole} are parts of each other, in a circle; ${name} stands by itself.`;
    const place = said.get(name)?.at("spec");
    if (place) problems.add(place, reason);
  }
  for (const [name, row] of rows) {
    const partOf = above.get(name) ?? null;
    if (partOf !== row.partOf) rows.set(name, { ...row, partOf });
  }
}

function tellComponents(rows: ReadonlyMap<string, ComponentRow>, { directory, changes }: Planning): void {
  const before = new Map(directory.components.map((row) => [row.name, row]));
  for (const row of rows.values()) {
    const old = before.get(row.name);
    if (row === old) continue;
    if (!old) {
      changes.add("component_added", `${calledOf(row)} is new${row.kind === null ? "" : `, a ${row.kind}`}`);
      continue;
    }
    if (row.archived && !old.archived) changes.add("component_archived", `${row.name} is archived`);
    if (!row.archived && old.archived) changes.add("component_restored", `${row.name} is back`);
    if (row.title !== old.title)
      changes.add("component_renamed", `${row.name} is now called ${row.title ?? row.name}`);
    for (const words of otherWords(row, old)) changes.add("component_changed", words);
    if (row.source !== old.source) changes.add("read_elsewhere", `${row.name} ${sourceWords(row.source)}`);
  }
}

const calledOf = ({ name, title }: ComponentRow): string => (title === null ? name : `${name} (${title})`);

function otherWords(row: ComponentRow, old: ComponentRow): string[] {
  return [
    row.kind === old.kind ? "" : `${row.name} is ${row.kind === null ? "of no kind" : `a ${row.kind}`} now`,
    row.partOf === old.partOf
      ? ""
      : `${row.name} is ${row.partOf === null ? "a part of nothing" : `a part of ${row.partOf}`} now`,
    row.ref === old.ref ? "" : `${row.name} is ${row.ref} in the catalogue`,
  ].filter(Boolean);
}
