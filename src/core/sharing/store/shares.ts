import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { failField } from "../../../platform/errors.ts";
import type { StateDb, Tx } from "../../../platform/state/state-db.ts";
import { recordAudit } from "../../audit/store.ts";
import type { Standing } from "../../org/policy.ts";
import { readUnits } from "../../org/store/reading.ts";
import { standingTo, unitAt } from "../../org/store/units.ts";
import { briefOf, pathTo, type UnitRow } from "../../org/tree.ts";
import type { Sharing } from "../contract.ts";
import { share } from "../tables.ts";

export interface SharingSeen extends Omit<Sharing, "can"> {
  readonly standing: Standing;
}

/** What one person sees and changes of what units share. */
export function sharingOf(state: StateDb, me: string) {
  return {
    of: (slug: string): Promise<SharingSeen> =>
      state.as(me, async (tx) => {
        const units = await readUnits(tx);
        return seen(tx, units, unitAt(units, slug, "/slug"));
      }),
    /** Shares a measure with a unit above instead of whoever had it before; null takes it back. */
    share: ({ slug, measure, audience }: Wanted): Promise<SharingSeen> =>
      state.as(me, async (tx) => {
        const units = await readUnits(tx);
        const one = unitAt(units, slug, "/slug");
        const to = audience === null ? null : audienceAt(units, one, audience);
        await change(tx, me, { one, measure, to });
        return seen(tx, units, one);
      }),
  };
}

export type SharingStore = ReturnType<typeof sharingOf>;

interface Wanted {
  readonly slug: string;
  readonly measure: string;
  /** The slug of a unit above. */
  readonly audience: string | null;
}

async function seen(tx: Tx, units: readonly UnitRow[], one: UnitRow): Promise<SharingSeen> {
  const rows = await tx
    .select()
    .from(share)
    .where(and(eq(share.unit, one.id), eq(share.kind, "measure"), isNull(share.endedAt)))
    .orderBy(asc(share.thing));
  const byId = new Map(units.map((row) => [row.id, row]));
  return {
    audiences: pathTo(units, one).reverse().map(briefOf),
    shares: rows.flatMap(({ thing, audience, sharedAt }) => {
      const to = byId.get(audience);
      return to ? [{ measure: thing, with: briefOf(to), since: sharedAt.toISOString() }] : [];
    }),
    standing: await standingTo(tx, one.id),
  };
}

function audienceAt(units: readonly UnitRow[], one: UnitRow, slug: string): UnitRow {
  const above = pathTo(units, one).reverse();
  const to = above.find((row) => row.slug === slug);
  if (to) return to;
  const names = above.map((row) => row.slug).join(", ") || "none";
  return failField("/with", `${one.name} can share with the units above it alone. There is: ${names}.`);
}

async function change(
  tx: Tx,
  me: string,
  { one, measure, to }: { one: UnitRow; measure: string; to: UnitRow | null },
): Promise<void> {
  const open = and(eq(share.unit, one.id), eq(share.thing, measure), isNull(share.endedAt));
  const [before] = await tx.select().from(share).where(open);
  if (before?.audience === to?.id) return;
  if (before) {
    await tx.update(share).set({ endedAt: sql`now()`, endedBy: me }).where(open);
    await recordAudit(tx, me, told("measure.taken-back", one, { measure, from: before.audience }));
  }
  if (!to) return;
  await tx
    .insert(share)
    .values({ unit: one.id, kind: "measure", thing: measure, audience: to.id, sharedBy: me });
  await recordAudit(tx, me, told("measure.shared", one, { measure, with: to.slug }));
}

const told = (action: string, { id }: UnitRow, detail: Record<string, unknown>) => ({
  action,
  aboutUnit: id,
  detail,
});
