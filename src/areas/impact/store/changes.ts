import { eq } from "drizzle-orm";
import { recordAudit } from "../../../core/audit/store.ts";
import { audiencesOf, type UnitRow } from "../../../core/org/tree.ts";
import { fail, failField } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { audience, purpose, review } from "../tables.ts";
import { type PurposeSeen, readPurpose } from "./purposes.ts";

/** Who does it, and the moment. */
export interface By {
  readonly me: string;
  readonly now: number;
}

interface Writing {
  readonly slug: string;
  readonly sentence: string;
}

/** Adds a sentence, which holds from then on. The one that holds already is not written a second time. */
export async function write(tx: Tx, { me, now }: By, { slug, sentence }: Writing): Promise<PurposeSeen> {
  const seen = await readPurpose(tx, slug);
  if (seen.holds?.sentence === sentence) return seen;
  const writtenAt = new Date(now);
  await tx.insert(purpose).values({ unit: seen.one.id, sentence, writtenBy: me, writtenAt });
  return readPurpose(tx, slug);
}

interface Reviewing {
  readonly slug: string;
  /** The id of the sentence that was looked at. */
  readonly purpose: string;
}

/** Keeps that a sentence is still right: only of the one that holds, as another may have been written meanwhile. */
export async function confirm(
  tx: Tx,
  { me, now }: By,
  { slug, purpose: id }: Reviewing,
): Promise<PurposeSeen> {
  const { one, own } = await readPurpose(tx, slug);
  const last = own?.written[0]?.row;
  if (last === undefined)
    fail("conflict", "There is no purpose yet that could still be right. Write one first.");
  if (last.id !== id)
    failField(
      "/purpose",
      "This is not the sentence that holds. Look at the one that does first.",
      "conflict",
    );
  const reviewedAt = new Date(now);
  await tx.insert(review).values({ unit: one.id, purpose: id, reviewedBy: me, reviewedAt });
  return readPurpose(tx, slug);
}

interface Opening {
  readonly slug: string;
  /** The slug; null takes it back. */
  readonly audience: string | null;
}

/** Opens the sentence that holds, and those that will, to a unit instead of whichever had it before; each is told in the log. */
export async function open(tx: Tx, { me, now }: By, { slug, audience: to }: Opening): Promise<PurposeSeen> {
  const seen = await readPurpose(tx, slug);
  const before = seen.own?.audience ?? null;
  const after = to === null ? null : audienceAt(seen, to);
  if (before === (after?.id ?? null)) return seen;
  await change(tx, seen.one.id, { to: after, openedAt: new Date(now) });
  const from = seen.units.find(({ id }) => id === before);
  const about = { aboutUnit: seen.one.id };
  if (from)
    await recordAudit(tx, me, { action: "purpose.taken-back", ...about, detail: { from: from.slug } });
  if (after) await recordAudit(tx, me, { action: "purpose.opened", ...about, detail: { with: after.slug } });
  return readPurpose(tx, slug);
}

async function change(
  tx: Tx,
  unit: string,
  { to, openedAt }: { to: UnitRow | null; openedAt: Date },
): Promise<void> {
  if (to === null) {
    await tx.delete(audience).where(eq(audience.unit, unit));
    return;
  }
  const set = { audience: to.id, openedAt };
  await tx
    .insert(audience)
    .values({ unit, ...set })
    .onConflictDoUpdate({ target: audience.unit, set });
}

function audienceAt({ one, units, holds }: PurposeSeen, slug: string): UnitRow {
  if (holds === null)
    failField(
      "/audience",
      `${one.name} has no purpose yet. Write it first, and then say who reads it.`,
      "conflict",
    );
  const possible = audiencesOf(units, one);
  const found = possible.find((unit) => unit.slug === slug);
  if (found) return found;
  const names = possible.map((unit) => unit.slug).join(", ") || "none";
  return failField("/audience", `The purpose of ${one.name} is opened to one of these: ${names}.`);
}
