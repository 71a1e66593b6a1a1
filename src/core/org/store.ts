import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { fail } from "../../platform/errors.ts";
import type { StateDb, Tx } from "../../platform/state/state-db.ts";
import { slugOf } from "./slug.ts";
import { component, ownership, unit } from "./tables.ts";
import type { Tree } from "./tree.ts";

/** The whole organisation as one person may see it: two small statements. */
export async function treeOf(state: StateDb, person: string): Promise<Tree> {
  return state.as(person, readTree);
}

async function readTree(tx: Tx): Promise<Tree> {
  const units = await tx
    .select({
      id: unit.id,
      slug: unit.slug,
      name: unit.name,
      kind: unit.kind,
      parent: unit.parent,
      timeZone: unit.timeZone,
    })
    .from(unit)
    .orderBy(asc(unit.name));
  const components = await tx
    .select({ name: component.name, example: component.example, unit: ownership.unit })
    .from(component)
    .innerJoin(ownership, and(eq(ownership.component, component.name), isNull(ownership.until)))
    .orderBy(asc(component.name));
  return { units, components };
}

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

/** The slug of the team with this name, made under the organisation when there is none. */
export async function ensureTeam(state: StateDb, name: string): Promise<string> {
  return state.asJobs(async (tx) => {
    const [same] = await tx
      .select({ slug: unit.slug })
      .from(unit)
      .where(sql`lower(${unit.name}) = lower(${name})`);
    if (same) return same.slug;
    const [organisation] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.kind, "organisation"));
    const taken = await tx.select({ slug: unit.slug }).from(unit);
    const slug = slugOf(name, new Set(taken.map((row) => row.slug)));
    await tx.insert(unit).values({ slug, name, kind: "team", parent: organisation?.id ?? null });
    return slug;
  });
}

export interface Claimed {
  /** The slug of the owner. */
  readonly unit: string;
  /** The slug of the owner until now, where it was another. */
  readonly movedFrom: string | null;
}

/** The slug of the unit that every new installation has. */
const ORGANISATION = "organisation";

export interface Claim {
  readonly component: string;
  /** The slug of the unit that it was read for, where one was named. */
  readonly unit: string | null;
  readonly example: boolean;
}

/**
 * Makes a component known, and claims it from its beginning: for the named unit, else for the organisation when nobody owns
 * it yet. Gives the slugs of its owner and of the one before. A real component sends the examples away.
 */
export async function claimComponent(state: StateDb, claim: Claim): Promise<Claimed> {
  return state.asJobs(async (tx) => {
    const { component: name, example } = claim;
    await tx.insert(component).values({ name, example }).onConflictDoNothing();
    if (!example) {
      await tx.update(component).set({ example: false }).where(eq(component.name, name));
      await releaseExamples(tx);
    }
    const [held] = await tx
      .select({ slug: unit.slug })
      .from(ownership)
      .innerJoin(unit, eq(unit.id, ownership.unit))
      .where(and(eq(ownership.component, name), isNull(ownership.until)));
    if (example && !held && (await somethingReal(tx))) return { unit: ORGANISATION, movedFrom: null };
    const wanted = claim.unit ?? held?.slug ?? ORGANISATION;
    if (wanted === held?.slug) return { unit: wanted, movedFrom: null };
    const [owner] = await tx.select({ id: unit.id }).from(unit).where(eq(unit.slug, wanted));
    if (!owner) fail("not_found", `There is no team or group “${wanted}”.`);
    await tx.delete(ownership).where(eq(ownership.component, name));
    await tx.insert(ownership).values({ component: name, unit: owner.id });
    return { unit: wanted, movedFrom: held?.slug ?? null };
  });
}

async function somethingReal(tx: Tx): Promise<boolean> {
  const real = await tx
    .select({ name: component.name })
    .from(component)
    .where(eq(component.example, false))
    .limit(1);
  return real.length > 0;
}

async function releaseExamples(tx: Tx): Promise<void> {
  await tx.execute(
    sql`delete from ${ownership} using ${component} c where ${ownership.component} = c.name and c.example`,
  );
}
