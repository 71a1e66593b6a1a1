import type { Told } from "../audit/store.ts";
import type { ImportAnswer } from "./contract.ts";
import type { Directory, MembershipRow } from "./directory.ts";
import type { Plan } from "./plan.ts";

interface Imported {
  /** What was imported: `catalog`, `people`, `groups`. */
  readonly from: string;
  readonly counts: ImportAnswer["counts"];
}

/** What the log has to say of an import: the whole of it once, and whatever somebody has a right to know of by itself. */
export function toldOf(plan: Plan, directory: Directory, { from, counts }: Imported): Told[] {
  return [
    { action: "organisation.imported", detail: { from, counts } },
    ...toldOfArchived(plan, directory),
    ...toldOfMoves(plan, directory),
    ...plan.memberships.begun.map((row) => toldOfMembership("membership.begun", row)),
    ...[...plan.memberships.ended, ...plan.memberships.undone].map((row) =>
      toldOfMembership("membership.ended", row),
    ),
  ];
}

const toldOfMembership = (action: string, { person, unit, role, from }: MembershipRow): Told => ({
  ...{ action, aboutPerson: person, aboutUnit: unit, detail: { role, from } },
});

function toldOfArchived({ people, units }: Plan, directory: Directory): Told[] {
  const persons = turned(directory.people, people.changed).map(
    ({ id, archived }): Told => ({
      ...{ action: archived ? "person.archived" : "person.restored", aboutPerson: id },
    }),
  );
  const unitsTurned = turned(directory.units, units.changed).map(
    ({ id, archived }): Told => ({ action: "unit.changed", aboutUnit: id, detail: { archived } }),
  );
  return [...persons, ...unitsTurned];
}

/** Those that are archived now and were not, or the other way round. */
function turned<Row extends { readonly id: string; readonly archived: boolean }>(
  before: readonly Row[],
  changed: readonly Row[],
): Row[] {
  const was = new Map(before.map(({ id, archived }) => [id, archived]));
  return changed.filter(({ id, archived }) => was.get(id) !== archived);
}

/** Both units are told. */
function toldOfMoves({ moves, units }: Plan, { units: known, today }: Directory): Told[] {
  const slugs = new Map([...known, ...units.added].map(({ id, slug }) => [id, slug]));
  return moves.flatMap(({ component, from, to }) =>
    to === null
      ? [{ action: "component.released", aboutUnit: from, detail: { component } }]
      : [from, to].map((aboutUnit) => ({
          ...{ action: "component.claimed", aboutUnit },
          detail: { component, to: slugs.get(to), from: today },
        })),
  );
}
