import { and, asc, eq, ilike, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import type { ComponentListed } from "../contract.ts";
import { component, ownership, unit } from "../tables.ts";
import { containing } from "./people.ts";

export interface SoughtComponents {
  readonly search: string;
  readonly unowned: boolean;
  /** The id of the unit that owns them itself. */
  readonly owner: string | undefined;
  readonly archived: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Nobody has claimed it: no ownership holds today, or one that is only assumed. */
const unclaimed = sql`not exists (
  select 1 from ${ownership} o where o.component = ${component.name} and not o.assumed
    and daterange(o."from", o.until) @> (select org_today()))`;

/** A unit (its id) owns it itself today. */
const ownedBy = (id: string) => sql`exists (
  select 1 from ${ownership} o where o.component = ${component.name} and o.unit = ${id}
    and daterange(o."from", o.until) @> (select org_today()))`;

/** A page of components by name, how many there are in all, and how many nobody has claimed. */
export async function readComponents(
  tx: Tx,
  { search, unowned, owner, archived, offset, limit }: SoughtComponents,
): Promise<{ components: ComponentListed[]; total: number; unowned: number }> {
  const wanted = and(
    search.trim() === ""
      ? undefined
      : or(ilike(component.name, containing(search)), ilike(component.title, containing(search))),
    archived ? undefined : isNull(component.archivedAt),
    unowned ? unclaimed : undefined,
    owner === undefined ? undefined : ownedBy(owner),
  );
  const found = await tx
    .select()
    .from(component)
    .where(wanted)
    .orderBy(asc(component.name))
    .offset(offset)
    .limit(limit);
  return {
    components: await withOwners(tx, found),
    total: await tx.$count(component, wanted),
    unowned: await tx.$count(component, and(isNull(component.archivedAt), unclaimed)),
  };
}

/** What all that are not archived are called. */
export async function componentNames(tx: Tx): Promise<string[]> {
  const rows = await tx.select({ name: component.name }).from(component).where(isNull(component.archivedAt));
  return rows.map(({ name }) => name);
}

export async function readComponent(tx: Tx, name: string): Promise<ComponentListed | undefined> {
  return (await withOwners(tx, await tx.select().from(component).where(eq(component.name, name))))[0];
}

async function withOwners(
  tx: Tx,
  found: readonly (typeof component.$inferSelect)[],
): Promise<ComponentListed[]> {
  const names = found.map(({ name }) => name);
  const rows =
    names.length === 0
      ? []
      : await tx
          .select({
            component: ownership.component,
            from: ownership.from,
            until: ownership.until,
            assumed: ownership.assumed,
            now: sql<boolean>`daterange(${ownership.from}, ${ownership.until}) @> (select org_today())`,
            unit: { slug: unit.slug, name: unit.name, kind: unit.kind },
          })
          .from(ownership)
          .innerJoin(unit, eq(unit.id, ownership.unit))
          .where(inArray(ownership.component, names))
          .orderBy(sql`${ownership.from} nulls first`);
  const owners = Map.groupBy(rows, (row) => row.component);
  return found.map(({ name, title, kind, partOf, example, archivedAt }) => {
    const history = owners.get(name) ?? [];
    const now = history.find((row) => row.now);
    return {
      ...{ name, title, kind, partOf, example, archived: archivedAt !== null },
      owner: now?.unit ?? null,
      since: now?.from ?? null,
      assumed: now?.assumed ?? false,
      history: history.map(({ unit: whose, from, until, assumed }) => ({
        unit: whose,
        from,
        until,
        assumed,
      })),
    };
  });
}

/** An archived component counts for nobody; what it was is kept, and comes back with it. */
export async function archiveComponent(
  tx: Tx,
  actor: string,
  { name, archived }: { name: string; archived: boolean },
): Promise<boolean> {
  const changed = await tx
    .update(component)
    .set({ archivedAt: archived ? sql`now()` : null })
    .where(eq(component.name, name))
    .returning();
  if (changed.length === 0) return false;
  const owners = await tx
    .select({ unit: ownership.unit })
    .from(ownership)
    .where(and(eq(ownership.component, name), isNull(ownership.until)));
  const action = archived ? "component.archived" : "component.restored";
  const about = owners.length > 0 ? owners.map((row) => ({ aboutUnit: row.unit })) : [{}];
  await recordAudit(tx, actor, ...about.map((one) => ({ action, ...one, detail: { component: name } })));
  return true;
}
