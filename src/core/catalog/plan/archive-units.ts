import { fromCatalog, holdsOn, notOver, type UnitRow } from "../directory.ts";
import { fewOf } from "../problems.ts";
import type { Components } from "./components.ts";
import type { MembershipPlan } from "./memberships.ts";
import type { OwnershipPlan } from "./ownerships.ts";
import type { People } from "./people.ts";
import type { Planning } from "./planning.ts";
import type { Units } from "./units.ts";

export interface Parts {
  readonly units: Units;
  readonly people: People;
  readonly components: Components;
  readonly memberships: MembershipPlan;
  readonly ownerships: OwnershipPlan;
}

/**
 * Archives the units that are gone, unless something hangs on them that no catalogue can take away: a unit below them, or
 * what people said by hand. What a catalogue said of them ends with them.
 */
export function archiveUnits(parts: Parts, planning: Planning): void {
  const { rows, gone } = parts.units;
  if (gone.size === 0) return;
  const hanging = whatHangsOn(parts, planning);
  for (const row of bottomUp([...rows.values()])) {
    if (!gone.has(row.id)) continue;
    const hangs = hangsWords(row, hanging, parts);
    if (hangs === null) archive(row, hanging, { parts, planning });
    else {
      const file = planning.sources.tells(row.source)?.file ?? "";
      planning.problems.add(
        { file, line: 1 },
        `${row.name} is not in this file any more, but stays: ${hangs}.`,
      );
    }
  }
}

/** Every unit after all that stand below it. */
function bottomUp(rows: readonly UnitRow[]): UnitRow[] {
  const below = Map.groupBy(rows, ({ parent }) => parent);
  const order = [...(below.get(null) ?? [])];
  for (const row of order) order.push(...(below.get(row.id) ?? [])); // grows while it is walked
  return order.reverse();
}

type Hanging = ReturnType<typeof whatHangsOn>;

/** By unit, what will go on there once everything else that is planned is done. Nothing new begins in a unit that is gone. */
function whatHangsOn({ units, people, components, memberships, ownerships }: Parts, { directory }: Planning) {
  const { today } = directory;
  const over = new Set(
    [memberships.ended, memberships.undone, ownerships.ended, ownerships.dropped].flat().map(({ id }) => id),
  );
  const goesOn = (row: { id: string; until: string | null }) => !over.has(row.id) && notOver(today, row);
  const members = directory.memberships.filter(
    (row) => goesOn(row) && !people.rows.get(row.person)?.archived,
  );
  const owned = directory.ownerships.filter(
    (row) => goesOn(row) && !components.rows.get(row.component)?.archived,
  );
  return {
    below: Map.groupBy(units.rows.values(), ({ parent }) => parent),
    members: Map.groupBy(members, ({ unit }) => unit),
    owned: Map.groupBy(owned, ({ unit }) => unit),
  };
}

function hangsWords({ id }: UnitRow, hanging: Hanging, { units, components, people }: Parts): string | null {
  const below = (hanging.below.get(id) ?? []).filter((row) => !units.rows.get(row.id)?.archived);
  if (below.length > 0) return `below it stands ${fewOf(below.map(({ name }) => name))}`;
  const owned = (hanging.owned.get(id) ?? []).map(({ component }) => component);
  const byHand = owned.filter((name) => !fromCatalog(components.rows.get(name)?.source ?? null));
  if (byHand.length > 0) return `it owns ${fewOf(byHand)}, which no catalogue knows`;
  const members = (hanging.members.get(id) ?? []).filter(({ source }) => !fromCatalog(source));
  const names = new Set(members.map(({ person }) => people.rows.get(person)?.name ?? person));
  return names.size > 0 ? `${fewOf([...names])} belongs to it, and not because of a catalogue` : null;
}

interface Archiving {
  readonly parts: Parts;
  readonly planning: Planning;
}

function archive(row: UnitRow, hanging: Hanging, { parts, planning }: Archiving): void {
  const { units, memberships, ownerships } = parts;
  const { today } = planning.directory;
  const begunBefore = ({ from }: { from: string | null }) => from === null || from < today;
  units.rows.set(row.id, { ...row, archived: true });
  for (const one of hanging.members.get(row.id) ?? []) {
    if (begunBefore(one)) memberships.ended.push({ ...one, until: today });
    else memberships.undone.push(one);
  }
  for (const one of (hanging.owned.get(row.id) ?? []).filter((held) => holdsOn(today, held))) {
    if (begunBefore(one)) ownerships.ended.push({ ...one, until: today });
    else ownerships.dropped.push(one);
    ownerships.moves.push({ component: one.component, from: row.id, to: null });
  }
}
