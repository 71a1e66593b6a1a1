import type { UnitRow } from "../directory.ts";
import type { Planning } from "./planning.ts";
import type { Units } from "./units.ts";
import { sourceWords } from "./words.ts";

/** What has others below it is a group, and what a catalogue names and has none is a team. */
export function settleKinds({ rows, said }: Units): void {
  const above = new Set([...rows.values()].flatMap(({ parent, archived }) => (archived ? [] : [parent])));
  for (const [id, row] of rows) {
    if (row.kind === "organisation" || row.archived) continue;
    const leaf = said.get(id)?.ref ? "team" : row.kind;
    const kind = above.has(id) ? "group" : leaf;
    if (kind !== row.kind) rows.set(id, { ...row, kind });
  }
}

/** Tells what becomes of each unit. */
export function tellUnits({ rows }: Units, { directory, changes }: Planning): void {
  const before = new Map(directory.units.map((row) => [row.id, row]));
  const nameOf = (id: string | null): string => (id === null ? "nothing" : (rows.get(id)?.name ?? id));
  for (const row of rows.values()) {
    const old = before.get(row.id);
    if (row === old) continue;
    if (!old) {
      changes.add("unit_added", `${row.name} is new, a ${row.kind} below ${nameOf(row.parent)}`);
      continue;
    }
    if (row.archived && !old.archived) changes.add("unit_archived", `${row.name} is archived`);
    if (!row.archived && old.archived) changes.add("unit_restored", `${row.name} is back`);
    if (row.name !== old.name) changes.add("unit_renamed", `${old.name} is now called ${row.name}`);
    if (row.parent !== old.parent) {
      const from = before.get(old.parent ?? "")?.name ?? nameOf(old.parent);
      changes.add("unit_moved", `${row.name} moves from ${from} to ${nameOf(row.parent)}`);
    }
    for (const words of otherWords(row, old)) changes.add("unit_changed", words);
    if (row.source !== old.source) changes.add("read_elsewhere", `${row.name} ${sourceWords(row.source)}`);
  }
}

function otherWords(row: UnitRow, old: UnitRow): string[] {
  return [
    row.kind === old.kind ? "" : `${row.name} becomes a ${row.kind}`,
    row.ref === old.ref
      ? ""
      : row.ref === null
        ? `${row.name} has no name in the catalogue any more`
        : `${row.name} is ${row.ref} in the catalogue`,
  ].filter(Boolean);
}
