import { and, eq, isNull, sql } from "drizzle-orm";
import { fail, failField } from "../../../platform/errors.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import { claimed, type Owned, ownerOn } from "../ownership.ts";
import { slugOf } from "../slug.ts";
import { component, membership, ownership, unit } from "../tables.ts";
import { readUnits } from "./reading.ts";
import { organisationId, unitAt } from "./units.ts";

/** A new installation has one unit: the organisation, counting its days in the machine's time zone. */
export async function ensureOrganisation(state: StateDb, timeZone: string): Promise<void> {
  await state.asJobs(async (tx) => {
    const there = await tx.select({ id: unit.id }).from(unit).where(eq(unit.kind, "organisation"));
    if (there.length > 0) return;
    await tx
      .insert(unit)
      .values({ slug: ORGANISATION, name: "Organisation", kind: "organisation", timeZone })
      .onConflictDoNothing();
  });
}

/** The first person belongs to the organisation from the start, until they leave it. */
export async function ensureBelongs(state: StateDb, person: string): Promise<void> {
  await state.asJobs(async (tx) => {
    const to = await organisationId(tx);
    const ever = await tx
      .select({ id: membership.id })
      .from(membership)
      .where(and(eq(membership.unit, to), eq(membership.person, person)));
    if (ever.length === 0) await tx.insert(membership).values({ person, unit: to, role: "lead" });
  });
}

/** The slug of the team with this name, made under the organisation when there is none: then who asks for it is its first member. */
export async function ensureTeam(state: StateDb, person: string, name: string): Promise<string> {
  return state.asJobs(async (tx) => {
    const [same] = await tx
      .select({ slug: unit.slug })
      .from(unit)
      .where(sql`lower(${unit.name}) = lower(${name})`);
    if (same) return same.slug;
    const taken = await tx.select({ slug: unit.slug }).from(unit);
    const slug = slugOf(name, new Set(taken.map((row) => row.slug)));
    const parent = await organisationId(tx);
    const [team] = await tx.insert(unit).values({ slug, name, kind: "team", parent }).returning();
    if (!team) throw new Error("The team was not made.");
    await tx.insert(membership).values({ person, unit: team.id, role: "member" });
    const about = { aboutUnit: team.id, detail: { slug, kind: "team" } };
    await recordAudit(tx, person, { action: "unit.added", ...about });
    return slug;
  });
}

/** The slug of the unit that every new installation has. */
const ORGANISATION = "organisation";

export interface ImportClaim {
  readonly component: string;
  /** The slug of the unit that it was read for, where one was named. */
  readonly unit: string | null;
  readonly example: boolean;
  /** The person who asked for the import. */
  readonly askedBy: string | null;
}

export interface Claimed {
  /** The slug of the owner. */
  readonly unit: string;
  /** The slug of the owner until now, where it was another that somebody had named. */
  readonly movedFrom: string | null;
}

/**
 * Makes a component that was read known: claimed for the unit that was named, else assumed to be the organisation's while
 * nobody owns it. A real component sends the examples away.
 */
export async function claimComponent(
  state: StateDb,
  { component: name, example, askedBy, ...wanted }: ImportClaim,
): Promise<Claimed> {
  return state.asJobs(async (tx) => {
    await tx.insert(component).values({ name, example }).onConflictDoNothing();
    if (!example) {
      await tx.update(component).set({ example: false }).where(eq(component.name, name));
      await releaseExamples(tx);
    }
    if (wanted.unit !== null && !example)
      return claimFor(tx, askedBy, { component: name, unit: wanted.unit });
    const owner = await ownerToday(tx, name);
    if (owner !== null) return { unit: owner, movedFrom: null };
    if (!example || !(await somethingReal(tx)))
      await tx
        .insert(ownership)
        .values({ component: name, unit: await organisationId(tx), assumed: true })
        .onConflictDoNothing();
    return { unit: ORGANISATION, movedFrom: null };
  });
}

/** Claims a component (its name) for a unit (its slug), in the name of `actor`, and tells both units of it. */
export async function claimFor(
  tx: Tx,
  actor: string | null,
  { component: name, unit: slug, from }: { component: string; unit: string; from?: string | undefined },
): Promise<Claimed> {
  const units = await readUnits(tx);
  const to = unitAt(units, slug, "/unit");
  if (to.archived) failField("/unit", `${to.name} is archived. Bring it back first.`);
  const history = await historyOf(tx, name);
  const today = await todayIn(tx);
  const before = ownerOn(
    history.filter(({ assumed }) => !assumed),
    today,
  );
  const after = claimed(history, { unit: to.id, from, today });
  if (JSON.stringify(after) !== JSON.stringify(history)) {
    await tx.delete(ownership).where(eq(ownership.component, name));
    await tx.insert(ownership).values(after.map((row) => ({ component: name, ...row })));
    const kept = new Set(after.map((row) => JSON.stringify(row)));
    const lost = history.filter((row) => !row.assumed && !kept.has(JSON.stringify(row)));
    const about = [...new Set([to.id, ...lost.map((row) => row.unit)])];
    const detail = { component: name, to: slug, from: from ?? null };
    await recordAudit(
      tx,
      actor,
      ...about.map((aboutUnit) => ({ action: "component.claimed", aboutUnit, detail })),
    );
  }
  const giver = units.find(({ id }) => id === before);
  return { unit: slug, movedFrom: giver && giver.id !== to.id ? giver.slug : null };
}

/** Makes a component known, where it is not, and claims it; `made` says that it was not. */
export async function ownComponent(
  tx: Tx,
  actor: string,
  wanted: { component: string; unit: string; from?: string | undefined },
): Promise<Claimed & { made: boolean }> {
  const made = await makeKnown(tx, wanted.component);
  return { ...(await claimFor(tx, actor, wanted)), made };
}

/**
 * Makes a part of a component known: claimed for the unit that is named, else it was always owned by those who owned the whole,
 * where nobody has claimed it.
 */
export async function ownPart(
  tx: Tx,
  actor: string,
  { component: name, of, unit: slug }: { component: string; of: string; unit?: string | undefined },
): Promise<void> {
  await makeKnown(tx, name);
  await tx
    .update(component)
    .set({ partOf: of })
    .where(and(eq(component.name, name), isNull(component.partOf)));
  if (slug !== undefined) await claimPart(tx, actor, { component: name, of, unit: slug });
  else await ownAs(tx, actor, { component: name, of });
}

/** Whoever owns the whole is told too: what touches the part counts for them no longer. */
async function claimPart(
  tx: Tx,
  actor: string,
  { component: name, of, unit: slug }: { component: string; of: string; unit: string },
): Promise<void> {
  await claimFor(tx, actor, { component: name, unit: slug });
  const owner = ownerOn(await historyOf(tx, of), await todayIn(tx));
  if (owner === null) return;
  const detail = { component: name, to: slug, from: null };
  await recordAudit(tx, actor, { action: "component.claimed", aboutUnit: owner, detail });
}

async function ownAs(
  tx: Tx,
  actor: string,
  { component: name, of }: { component: string; of: string },
): Promise<void> {
  if ((await historyOf(tx, name)).some(({ assumed }) => !assumed)) return;
  const history = await historyOf(tx, of);
  if (history.length === 0) return;
  await tx.delete(ownership).where(eq(ownership.component, name));
  await tx.insert(ownership).values(history.map((row) => ({ component: name, ...row })));
  const units = new Map((await readUnits(tx)).map((one) => [one.id, one.slug]));
  const said = history.filter(({ assumed }) => !assumed);
  const entries = said.map(({ unit: aboutUnit, from }) => ({
    action: "component.claimed",
    aboutUnit,
    detail: { component: name, to: units.get(aboutUnit), from },
  }));
  await recordAudit(tx, actor, ...entries);
}

/** Whether it was not known before. */
async function makeKnown(tx: Tx, name: string): Promise<boolean> {
  const made = await tx.insert(component).values({ name }).onConflictDoNothing().returning();
  const [there] = await tx.select().from(component).where(eq(component.name, name));
  if (there?.archivedAt) fail("conflict", `${name} is archived. Bring it back first.`);
  return made.length > 0;
}

async function historyOf(tx: Tx, name: string): Promise<Owned[]> {
  const columns = {
    unit: ownership.unit,
    from: ownership.from,
    until: ownership.until,
    assumed: ownership.assumed,
  };
  return tx
    .select(columns)
    .from(ownership)
    .where(eq(ownership.component, name))
    .orderBy(sql`${ownership.from} nulls first`);
}

async function todayIn(tx: Tx): Promise<string> {
  const { rows } = await tx.execute<{ today: string }>(sql`select org_today() as today`);
  return rows[0]?.today ?? "";
}

/** The slug of the unit that owns it today. */
async function ownerToday(tx: Tx, name: string): Promise<string | null> {
  const owner = ownerOn(await historyOf(tx, name), await todayIn(tx));
  return (await readUnits(tx)).find(({ id }) => id === owner)?.slug ?? null;
}

async function somethingReal(tx: Tx): Promise<boolean> {
  return (await tx.$count(component, eq(component.example, false))) > 0;
}

async function releaseExamples(tx: Tx): Promise<void> {
  await tx.execute(
    sql`delete from ${ownership} using ${component} c where ${ownership.component} = c.name and c.example`,
  );
}
