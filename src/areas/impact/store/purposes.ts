import { desc, eq, sql } from "drizzle-orm";
import type { Standing } from "../../../core/org/policy.ts";
import { readUnits } from "../../../core/org/store/reading.ts";
import { standingTo, unitAt } from "../../../core/org/store/units.ts";
import { timeZoneOf, type UnitRow } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { audience, purpose, review } from "../tables.ts";

/** A sentence with the name of who wrote it; `null` where they are gone. */
export interface WrittenSeen {
  readonly row: typeof purpose.$inferSelect;
  readonly by: string | null;
}

interface ReviewSeen {
  readonly row: typeof review.$inferSelect;
  readonly by: string | null;
}

/** A unit's purpose as one person sees it. */
export interface PurposeSeen {
  readonly one: UnitRow;
  readonly units: readonly UnitRow[];
  /** IANA name. */
  readonly timeZone: string;
  readonly standing: Standing;
  readonly holds: { readonly sentence: string; readonly since: Date } | null;
  /** For those who belong to the unit. */
  readonly own: {
    /** Newest first. */
    readonly written: readonly WrittenSeen[];
    /** The last one of the sentence that holds. */
    readonly reviewed: ReviewSeen | null;
    /** The id of the unit that it is opened to. */
    readonly audience: string | null;
  } | null;
}

export async function readPurpose(tx: Tx, slug: string): Promise<PurposeSeen> {
  const units = await readUnits(tx);
  const one = unitAt(units, slug, "/slug");
  const seen = { one, units, timeZone: timeZoneOf(units, one), standing: await standingTo(tx, one.id) };
  if (!seen.standing.member) return { ...seen, holds: await openedBy(tx, one.id), own: null };
  const written = await writtenBy(tx, one.id);
  const [last] = written;
  const own = {
    written,
    reviewed: last ? await lastReview(tx, last.row.id) : null,
    audience: await audienceOf(tx, one.id),
  };
  return { ...seen, holds: last ? { sentence: last.row.sentence, since: last.row.writtenAt } : null, own };
}

/** The sentence that others let the person who asks read: the database knows whether they do. */
async function openedBy(tx: Tx, unit: string): Promise<PurposeSeen["holds"]> {
  const { rows } = await tx.execute<{ sentence: string; since: Date }>(
    sql`select sentence, since from impact_opened() where unit = ${unit}`,
  );
  const [found] = rows;
  return found ? { sentence: found.sentence, since: new Date(found.since) } : null;
}

async function writtenBy(tx: Tx, unit: string): Promise<WrittenSeen[]> {
  return tx
    .select({ row: purpose, by: person.name })
    .from(purpose)
    .leftJoin(person, eq(person.id, purpose.writtenBy))
    .where(eq(purpose.unit, unit))
    .orderBy(desc(purpose.nth));
}

async function lastReview(tx: Tx, id: string): Promise<ReviewSeen | null> {
  const [found] = await tx
    .select({ row: review, by: person.name })
    .from(review)
    .leftJoin(person, eq(person.id, review.reviewedBy))
    .where(eq(review.purpose, id))
    .orderBy(desc(review.reviewedAt))
    .limit(1);
  return found ?? null;
}

async function audienceOf(tx: Tx, unit: string): Promise<string | null> {
  const [found] = await tx.select().from(audience).where(eq(audience.unit, unit));
  return found?.audience ?? null;
}
