import { asc, eq, inArray, sql } from "drizzle-orm";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { readable } from "../../sharing/store/readable.ts";
import type { Seen } from "../figures.ts";
import type { OwnershipRow } from "../moves.ts";
import { component, ownership, unit } from "../tables.ts";
import { byName, type Counted, type Gone, type OwnedComponent, subtree, type UnitRow } from "../tree.ts";

/** Every unit, the archived among them, by name. */
export async function readUnits(tx: Tx): Promise<UnitRow[]> {
  const units = await tx
    .select({
      id: unit.id,
      slug: unit.slug,
      name: unit.name,
      kind: unit.kind,
      parent: unit.parent,
      timeZone: unit.timeZone,
      archived: sql<boolean>`${unit.archivedAt} is not null`,
    })
    .from(unit)
    .orderBy(asc(unit.id));
  return byName(units);
}

/** The ids of the units that the asking person belongs to or leads today. */
export async function readMine(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from org_mine() as mine (id)`);
  return new Set(rows.map(({ id }) => id));
}

/** Today, where the organisation is. */
const today = sql`(select org_today())`;

/** What is owned today, by name; by these units (ids), or by all. */
export async function readOwned(tx: Tx, units?: readonly string[]): Promise<OwnedComponent[]> {
  const by = units === undefined ? sql`true` : inArray(ownership.unit, [...units]);
  return tx
    .select({
      name: component.name,
      title: component.title,
      kind: component.kind,
      example: component.example,
      assumed: ownership.assumed,
      unit: ownership.unit,
      from: ownership.from,
    })
    .from(component)
    .innerJoin(ownership, eq(ownership.component, component.name))
    .where(
      sql`${by} and ${component.archivedAt} is null and daterange(${ownership.from}, ${ownership.until}) @> ${today}`,
    )
    .orderBy(asc(component.name));
}

/** How many belong to each unit today and how many components it owns itself; by its id, those with nothing left out. */
export async function readCounts(tx: Tx): Promise<Map<string, Counted>> {
  const { rows } = await tx.execute<Counted & { unit: string } & Record<string, unknown>>(sql`
    select unit, sum(people)::int as people, sum(components)::int as components from (
      select m.unit, count(distinct m.person) as people, 0 as components
        from org_membership m join people_person p on p.id = m.person
        where p.archived_at is null and daterange(m."from", m.until) @> ${today} group by m.unit
      union all
      select o.unit, 0, count(*)
        from org_ownership o join org_component c on c.name = o.component
        where c.archived_at is null and daterange(o."from", o.until) @> ${today} group by o.unit
    ) counted group by unit`);
  return new Map(rows.map(({ unit: id, people, components }) => [id, { people, components }]));
}

/** What the person who asks may count for a unit and those below it; null where there is no such unit. */
export function readFigures(
  state: StateDb,
  person: string,
  { slug, measures }: { slug: string; measures: readonly string[] },
): Promise<Seen> {
  return state.as(person, async (tx) => {
    const units = await readUnits(tx);
    const one = units.find((row) => row.slug === slug);
    const below = one ? subtree(units, one).map(({ id }) => id) : [];
    const seen = await readable(tx, measures, below);
    return { units, readable: seen, ownership: below.length === 0 ? [] : await readOwnership(tx, below) };
  });
}

/** What went from these units (ids) and is theirs no longer, the latest first. What was archived counts for nobody. */
export async function readGone(tx: Tx, units: readonly string[]): Promise<Gone[]> {
  const inside = sql`any (${sql.param([...units])}::uuid[])`;
  const { rows } = await tx.execute<Gone & Record<string, unknown>>(sql`
    select name, "on", (
      select o.unit from org_ownership o where o.component = name and daterange(o."from", o.until) @> "on"
    ) as "to"
    from (
      select o.component as name, max(o.until) as "on" from org_ownership o join org_component c on c.name = o.component
      where o.unit = ${inside} and o.until <= ${today} and c.archived_at is null and not exists (
        select 1 from org_ownership now where now.component = o.component and now.unit = ${inside}
          and daterange(now."from", now.until) @> ${today}
      )
      group by o.component
    ) gone order by "on" desc, name`);
  return rows;
}

/** The whole history of each component that was ever owned by one of these units. */
async function readOwnership(tx: Tx, units: readonly string[]): Promise<OwnershipRow[]> {
  const { rows } = await tx.execute<OwnershipRow & Record<string, unknown>>(sql`
    select component, unit, "from", until from org_ownership where component in (
      select component from org_ownership where unit = any (${sql.param([...units])}::uuid[])
    )`);
  return rows;
}
