import { and, asc, eq, sql } from "drizzle-orm";
import { readStanding, type Standing } from "../../../../core/loops/store/loops.ts";
import { unitAt } from "../../../../core/org/store/units.ts";
import type { UnitRow } from "../../../../core/org/tree.ts";
import { person } from "../../../../core/people/tables.ts";
import { fail, failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { decision, source } from "../../tables.ts";
import type { RecordSource } from "../contract.ts";
import type { SourceKind } from "../found.ts";

export type SourceRow = typeof source.$inferSelect;

/** A place where records are kept, as it is known. */
export interface Wanted {
  readonly kind: SourceKind;
  readonly name: string;
  readonly component: string | null;
  readonly folder: string | null;
  /** Git's own hash of the folder. */
  readonly tree: string | null;
}

/** The place of this name; nobody else reads into it meanwhile. */
export async function lockedSource(tx: Tx, unit: string, { name, kind }: Wanted): Promise<SourceRow | null> {
  const [row = null] = await tx
    .select()
    .from(source)
    .where(and(eq(source.unit, unit), eq(source.name, name)))
    .for("update");
  if (row !== null && (row.kind === "git") !== (kind === "git"))
    failField("/name", `“${name}” is kept in another way here. Give it another name.`, "conflict");
  return row;
}

/** The unit (its slug) and how the person stands to it, where they belong to it. */
export async function ownUnit(
  tx: Tx,
  me: string,
  slug: string,
): Promise<{ unit: UnitRow; standing: Standing }> {
  const standing = await readStanding(tx, me);
  const unit = unitAt(standing.units, slug, "/slug");
  if (!standing.mine.has(unit.id))
    fail("not_allowed", `Those who belong to ${unit.name} see to its records.`);
  return { unit, standing };
}

export async function readSources(tx: Tx, unit: string): Promise<RecordSource[]> {
  const rows = await tx
    .select({
      row: source,
      by: person.name,
      records: sql<number>`(select count(*)::int from ${decision} where ${decision.source} = ${source.id})`,
    })
    .from(source)
    .leftJoin(person, eq(person.id, source.readBy))
    .where(eq(source.unit, unit))
    .orderBy(asc(source.name));
  return rows.map(({ row, by, records }) => ({
    ...{ id: row.id, kind: row.kind, name: row.name, repository: row.component, folder: row.folder },
    ...{ twoWay: row.twoWay, readAt: row.readAt?.toISOString() ?? null, readBy: by, records },
    ...{ leftOut: [...row.leftOut], problems: [...row.problems], trouble: row.trouble },
  }));
}

export async function setTwoWay(
  tx: Tx,
  unit: string,
  { id, twoWay }: { id: string; twoWay: boolean },
): Promise<void> {
  const rows = await tx
    .update(source)
    .set({ twoWay })
    .where(and(eq(source.id, id), eq(source.unit, unit)))
    .returning({ id: source.id });
  if (rows.length === 0) fail("not_found", "There is no such place.");
}

/** The place that is meant: the one with this id, or the only one that the files remain the source of. */
export async function sourceFor(tx: Tx, unit: string, id: string | undefined): Promise<SourceRow> {
  const rows = await tx.select().from(source).where(eq(source.unit, unit)).orderBy(asc(source.name));
  const two = rows.filter((row) => row.twoWay);
  const [only] = two;
  const found = id === undefined ? only : rows.find((row) => row.id === id);
  if (id === undefined && two.length > 1)
    failField(
      "/source",
      `Records are kept in several places. Name one by its id: ${two.map((row) => `${row.id} (${row.name})`).join(", ")}.`,
    );
  if (!found) fail("not_found", "No records were brought in that the files remain the source of.");
  if (!found.twoWay)
    fail(
      "conflict",
      `What is written here is not offered for the files of ${found.name}. Switch that on first.`,
    );
  return found;
}

/** The components that a unit (its id) owns itself today. */
export async function componentsOf(tx: Tx, unit: string): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select c.name from org_component c join org_ownership o on o.component = c.name
    where o.unit = ${unit} and c.archived_at is null and daterange(o."from", o.until) @> (select org_today()) order by c.name`);
  return rows.map(({ name }) => name);
}
