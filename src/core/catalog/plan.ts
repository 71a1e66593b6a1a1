import type { ImportChange, ImportProblem } from "./contract.ts";
import { ChangeKind } from "./contract.ts";
import type {
  ComponentRow,
  Directory,
  MembershipRow,
  OwnershipRow,
  PersonRow,
  UnitRow,
} from "./directory.ts";
import { archiveUnits, type Parts } from "./plan/archive-units.ts";
import { planComponents } from "./plan/components.ts";
import { planGivenMemberships } from "./plan/given-memberships.ts";
import { planOwnerships } from "./plan/ownerships.ts";
import { planPeople } from "./plan/people.ts";
import { Changes, type Planning, Sources } from "./plan/planning.ts";
import { settleKinds, tellUnits } from "./plan/settle-units.ts";
import { tellMembershipsAndOwners } from "./plan/tell.ts";
import { placeUnits } from "./plan/units.ts";
import { compare, type Problems } from "./problems.ts";
import type { Wanted } from "./wanted.ts";

/** What an import will change: rows as they will be, and the same in words. */
export interface Plan {
  readonly units: Changed<UnitRow>;
  readonly people: Changed<PersonRow>;
  readonly components: Changed<ComponentRow>;
  readonly memberships: Dated<MembershipRow>;
  readonly ownerships: Dated<OwnershipRow>;
  /** Components that go from one unit to another, or to none. */
  readonly moves: Parts["ownerships"]["moves"];
  readonly changes: readonly ImportChange[];
  readonly problems: readonly ImportProblem[];
}

export interface Changed<Row> {
  readonly added: readonly Row[];
  readonly changed: readonly Row[];
}

export interface Dated<Row> {
  readonly begun: readonly Row[];
  /** With their new last day. */
  readonly ended: readonly Row[];
  /** As if they had never been. */
  readonly undone: readonly Row[];
}

export interface PlannedBy {
  /** The person who imports. */
  readonly me: string;
  readonly problems: Problems;
  newId(): string;
}

/** What has to change so that what is wanted holds, and what the same files said before and say no longer does not. */
export function planOf(directory: Directory, wanted: Wanted, by: PlannedBy): Plan {
  const planning: Planning = {
    ...by,
    directory,
    sources: new Sources(wanted.sources),
    changes: new Changes(),
  };
  const units = placeUnits(wanted.units, planning);
  const people = planPeople(wanted.people, planning);
  const components = planComponents(wanted.components, planning);
  const ownerships = planOwnerships(components, units, planning);
  planning.sources.noteLeft(directory.units, units.rows);
  planning.sources.noteLeft(directory.people, people.rows);
  const memberships = planGivenMemberships(wanted.memberships, { units, people }, planning);
  const parts: Parts = { units, people, components, memberships, ownerships };
  archiveUnits(parts, planning);
  settleKinds(units);
  tellUnits(units, planning);
  tellMembershipsAndOwners(parts, planning);
  planning.sources.sayKept(planning.problems);
  return {
    units: difference(directory.units, units.rows, ({ id }) => id),
    people: difference(directory.people, people.rows, ({ id }) => id),
    components: difference(directory.components, components.rows, ({ name }) => name),
    memberships,
    ownerships: { begun: ownerships.begun, ended: ownerships.ended, undone: ownerships.dropped },
    moves: ownerships.moves,
    changes: planning.changes.all.sort(byKind),
    problems: planning.problems.all,
  };
}

const order = new Map(ChangeKind.options.map((kind, at) => [kind, at]));

export const byKind = (a: ImportChange, b: ImportChange): number =>
  (order.get(a.kind) ?? 0) - (order.get(b.kind) ?? 0) || compare(a.what, b.what);

function difference<Row extends object>(
  before: readonly Row[],
  after: ReadonlyMap<string, Row>,
  keyOf: (row: Row) => string,
): Changed<Row> {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  const rows = [...after.values()];
  const same = (row: Row, old: Row) =>
    row === old || Object.entries(row).every(([field, value]) => Reflect.get(old, field) === value);
  return {
    added: rows.filter((row) => !known.has(keyOf(row))),
    changed: rows.filter((row) => {
      const old = known.get(keyOf(row));
      return old !== undefined && !same(row, old);
    }),
  };
}
