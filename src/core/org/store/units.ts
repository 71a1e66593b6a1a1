import { eq, sql } from "drizzle-orm";
import { Failure, fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { recordAudit, type Told } from "../../audit/store.ts";
import type { Standing } from "../policy.ts";
import { slugOf } from "../slug.ts";
import { unit } from "../tables.ts";
import { subtree, type UnitRow } from "../tree.ts";
import { readUnits } from "./reading.ts";

/** How the asking person stands to a unit (its id). */
export async function standingTo(tx: Tx, id: string): Promise<Standing> {
  const { rows } = await tx.execute<{ member: boolean; leads: boolean }>(
    sql`select ${id}::uuid in (select org_mine()) as member, ${id}::uuid in (select org_led()) as leads`,
  );
  return rows[0] ?? { member: false, leads: false };
}

export interface NewUnit {
  readonly name: string;
  readonly kind: "group" | "team";
  /** The slug of the unit above. */
  readonly parent: string;
}

/** Adds a team or a group, under a slug made of its name. */
export async function addUnit(tx: Tx, actor: string, { name, kind, parent }: NewUnit): Promise<UnitRow> {
  const units = await readUnits(tx);
  const above = unitAt(units, parent, "/parent");
  mustTakeUnits(above);
  const slug = slugOf(name, new Set(units.map((row) => row.slug)));
  const [added] = await tx.insert(unit).values({ slug, name, kind, parent: above.id }).returning();
  if (!added) throw new Error("The unit was not added.");
  await recordAudit(tx, actor, { action: "unit.added", aboutUnit: added.id, detail: { slug, kind } });
  return { ...added, archived: false };
}

export interface UnitChange {
  readonly name?: string | undefined;
  readonly timeZone?: string | null | undefined;
  readonly parent?: string | undefined;
  readonly archived?: boolean | undefined;
}

/** Changes what is given of a unit. Its past, and what it shared, stays; the tree is always that of today. */
export async function changeUnit(
  tx: Tx,
  actor: string,
  { slug, ...change }: { slug: string } & UnitChange,
): Promise<UnitRow> {
  const units = await readUnits(tx);
  const one = unitAt(units, slug, "/slug");
  const parent = change.parent === undefined ? undefined : unitAt(units, change.parent, "/parent");
  if (parent !== undefined) mustFitUnder(units, one, parent);
  if (change.archived === true) mustBeEmpty(units, one);
  if (change.timeZone === null && one.kind === "organisation")
    failField("/timeZone", "The organisation has a time zone of its own: all others follow it.");
  const set = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.timeZone === undefined ? {} : { timeZone: change.timeZone }),
    ...(parent === undefined ? {} : { parent: parent.id }),
    ...(change.archived === undefined ? {} : { archivedAt: change.archived ? sql`now()` : null }),
  };
  if (Object.keys(set).length === 0) return one;
  const [changed] = await tx.update(unit).set(set).where(eq(unit.id, one.id)).returning();
  if (!changed) fail("not_allowed");
  const detail = { ...change, ...(change.name === undefined ? {} : { before: one.name }) };
  await recordAudit(
    tx,
    actor,
    { action: "unit.changed", aboutUnit: one.id, detail },
    ...movedFor(one, parent),
  );
  return { ...changed, archived: changed.archivedAt !== null };
}

/** Told to the group that a unit leaves and the one that it comes to: its people see what is that group's. */
function movedFor(one: UnitRow, to: UnitRow | undefined): Told[] {
  if (to === undefined || one.parent === null || to.id === one.parent) return [];
  const detail = { unit: one.name, to: to.name };
  return [one.parent, to.id].map((aboutUnit) => ({ action: "unit.moved", aboutUnit, detail }));
}

/** The unit with this slug, or a problem at `pointer` that lists those there are. */
export function unitAt(units: readonly UnitRow[], slug: string, pointer: string): UnitRow {
  const found = units.find((row) => row.slug === slug);
  if (found) return found;
  const known = units.filter(({ archived }) => !archived).map((row) => row.slug);
  const listed = known.slice(0, 20).join(", ") + (known.length > 20 ? `, and ${known.length - 20} more` : "");
  const detail = `There is no team or group “${slug}”. There is: ${listed}.`;
  const code = pointer === "/slug" ? "not_found" : "bad_input";
  throw new Failure(code, { detail, errors: [{ pointer, detail }] });
}

function mustTakeUnits(above: UnitRow): void {
  if (above.kind === "team")
    failField("/parent", `${above.name} is a team: teams and groups stand in groups or in the organisation.`);
  if (above.archived) failField("/parent", `${above.name} is archived. Bring it back first.`);
}

function mustFitUnder(units: readonly UnitRow[], one: UnitRow, above: UnitRow): void {
  if (one.kind === "organisation") failField("/parent", "The organisation stands above all others.");
  if (subtree(units, one).some(({ id }) => id === above.id))
    failField("/parent", `${above.name} stands below ${one.name}, so it cannot stand above it too.`);
  mustTakeUnits(above);
}

function mustBeEmpty(units: readonly UnitRow[], one: UnitRow): void {
  if (one.kind === "organisation") failField("/archived", "The organisation cannot be archived.");
  const below = units.filter((row) => row.parent === one.id && !row.archived);
  if (below.length === 0) return;
  const names = below.slice(0, 5).map(({ name }) => name);
  failField("/archived", `There is still something in it: ${names.join(", ")}. Move or archive that first.`);
}

/** The id of the organisation. */
export async function organisationId(tx: Tx): Promise<string> {
  const [found] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.kind, "organisation"));
  if (!found) throw new Error("There is no organisation.");
  return found.id;
}
