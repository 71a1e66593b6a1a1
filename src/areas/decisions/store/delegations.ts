import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { readStanding } from "../../../core/loops/store/loops.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import { pathTo, type UnitRow } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { delegation } from "../tables.ts";
import type { Level } from "../values.ts";

export interface DelegationSeen {
  readonly row: typeof delegation.$inferSelect & { readonly level: Level };
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** What holds in these units (ids), by unit, in the order of the alphabet. */
async function readHolding(tx: Tx, units: readonly string[]): Promise<Map<string, DelegationSeen[]>> {
  const rows = await tx
    .selectDistinctOn([delegation.unit, delegation.kind], {
      row: delegation,
      by: { id: person.id, name: person.name },
    })
    .from(delegation)
    .leftJoin(person, eq(person.id, delegation.setBy))
    .where(inArray(delegation.unit, [...units]))
    .orderBy(asc(delegation.unit), asc(delegation.kind), desc(delegation.nth));
  const holding = rows.flatMap(({ row, by }) =>
    row.level === null ? [] : [{ row: { ...row, level: row.level }, by }],
  );
  return Map.groupBy(holding, ({ row }) => row.unit);
}

export interface DelegationsSeen {
  readonly unit: UnitRow;
  readonly own: boolean;
  readonly here: readonly DelegationSeen[];
  /** The nearest first; without those where nothing is agreed. */
  readonly above: readonly { readonly unit: UnitRow; readonly agreed: readonly DelegationSeen[] }[];
}

export async function delegationsOf(tx: Tx, me: string, slug: string): Promise<DelegationsSeen> {
  const { units, mine } = await readStanding(tx, me);
  const unit = unitAt(units, slug, "/slug");
  const above = pathTo(units, unit).reverse();
  const holding = await readHolding(
    tx,
    [unit, ...above].map(({ id }) => id),
  );
  return {
    ...{ unit, own: mine.has(unit.id), here: holding.get(unit.id) ?? [] },
    above: above.flatMap((one) => {
      const agreed = holding.get(one.id) ?? [];
      return agreed.length === 0 ? [] : [{ unit: one, agreed }];
    }),
  };
}

/** What is agreed for a kind in a unit (its id); null where nothing is. */
export async function agreedLevel(tx: Tx, unit: string, kind: string): Promise<Level | null> {
  const [last] = await tx
    .select({ level: delegation.level })
    .from(delegation)
    .where(and(eq(delegation.unit, unit), eq(delegation.kind, kind)))
    .orderBy(desc(delegation.nth))
    .limit(1);
  return last?.level ?? null;
}

interface Setting {
  readonly slug: string;
  readonly kind: string;
  readonly level: Level | null;
  readonly now: number;
}

export async function setDelegation(
  tx: Tx,
  me: string,
  { slug, kind, level, now }: Setting,
): Promise<DelegationsSeen> {
  const seen = await delegationsOf(tx, me, slug);
  if (!seen.own) fail("not_allowed", `Those who belong to ${seen.unit.name} agree on it.`);
  const holds = await agreedLevel(tx, seen.unit.id, kind);
  if (holds === level) return seen;
  await tx.insert(delegation).values({ unit: seen.unit.id, kind, level, setBy: me, setAt: new Date(now) });
  return delegationsOf(tx, me, slug);
}
