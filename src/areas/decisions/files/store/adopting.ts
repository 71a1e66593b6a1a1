import { createHash } from "node:crypto";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Standing } from "../../../../core/loops/store/loops.ts";
import type { UnitRow } from "../../../../core/org/tree.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { readWhole } from "../../store/decisions.ts";
import { decision } from "../../tables.ts";
import type { KnownFile, Printed } from "../plan.ts";
import { readAsFiles } from "./exporting.ts";

/** A decision that was written here, and now is there as a file. */
export interface Adopted extends KnownFile {
  /** The file that it would have been written as. */
  readonly bytes: Uint8Array;
}

interface Adopting {
  readonly unit: UnitRow;
  readonly standing: Standing;
}

/** Of new files those that a decision written here became: it has their title, and no other one has it. */
export async function adoptions(
  tx: Tx,
  { unit, standing }: Adopting,
  fresh: readonly Printed[],
): Promise<Adopted[]> {
  if (fresh.length === 0) return [];
  const mine = await readWhole(
    tx,
    standing,
    and(eq(decision.unit, unit.id), isNull(decision.source), ne(decision.status, "draft")),
  );
  const titles = Map.groupBy(fresh, ({ values }) => values.title);
  const own = Map.groupBy(mine, ({ row }) => row.title);
  const only = mine.filter(
    ({ row }) => titles.get(row.title)?.length === 1 && own.get(row.title)?.length === 1,
  );
  return (await readAsFiles(tx, only, [])).map(({ seen, after }) => ({
    ...{ id: seen.row.id, path: titles.get(seen.row.title)?.[0]?.path ?? "", bytes: after },
    ...{ print: createHash("sha256").update(after).digest("hex"), printThere: null, gone: false },
  }));
}

export async function adopt(tx: Tx, adopted: readonly Adopted[], source: string): Promise<void> {
  for (const { id, path, bytes } of adopted)
    await tx.update(decision).set({ source, path, file: bytes }).where(eq(decision.id, id));
}
