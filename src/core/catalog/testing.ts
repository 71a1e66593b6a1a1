/** Test support: only tests import this. */
import type { Directory } from "./directory.ts";
import type { Changed, Dated, Plan } from "./plan.ts";

export const day = "2026-11-25";

/** A new installation: the organisation, and the one who runs it. */
export function emptyDirectory(): Directory {
  return {
    units: [
      {
        id: "org",
        slug: "organisation",
        name: "Organisation",
        kind: "organisation",
        parent: null,
        ref: null,
        source: null,
        archived: false,
      },
    ],
    people: [
      {
        id: "owner",
        name: "Owner",
        ref: null,
        source: null,
        archived: false,
        administrator: true,
        email: null,
      },
    ],
    memberships: [],
    components: [],
    ownerships: [],
    today: day,
    alone: true,
  };
}

/** The directory once a plan is carried out. */
export function carriedOut(directory: Directory, plan: Plan): Directory {
  return {
    ...directory,
    units: changed(directory.units, plan.units, ({ id }) => id),
    people: changed(directory.people, plan.people, ({ id }) => id),
    components: changed(directory.components, plan.components, ({ name }) => name),
    memberships: dated(directory.memberships, plan.memberships),
    ownerships: dated(directory.ownerships, plan.ownerships),
  };
}

function changed<Row>(
  rows: readonly Row[],
  { added, changed }: Changed<Row>,
  keyOf: (row: Row) => string,
): Row[] {
  const later = new Map(changed.map((row) => [keyOf(row), row]));
  return [...rows.map((row) => later.get(keyOf(row)) ?? row), ...added];
}

function dated<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { begun, ended, undone }: Dated<Row>,
): Row[] {
  const over = new Set(undone.map(({ id }) => id));
  const later = new Map(ended.map((row) => [row.id, row]));
  return [...rows.filter(({ id }) => !over.has(id)).map((row) => later.get(row.id) ?? row), ...begun];
}
