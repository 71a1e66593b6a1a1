import { sql } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";

/** A unit that counts for the asking person: its own (`measure` and `audience` are null), or shared by it in one measure. */
export interface Counted {
  readonly unit: string;
  readonly measure: string | null;
  readonly audience: string | null;
}

/** When a component was owned by a unit that counts; days, null where open. */
export interface OwnedWindow {
  readonly component: string;
  readonly unit: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly example: boolean;
}

export interface Readable {
  readonly counted: readonly Counted[];
  readonly windows: readonly OwnedWindow[];
  /** Nobody else was ever let in: then there is nobody whose things could be looked at, and all counts. */
  readonly alone: boolean;
}

/** What of these units (ids) the asking person may count in these measures: the database answers, and nothing else does. */
export async function readable(
  tx: Tx,
  measures: readonly string[],
  units: readonly string[],
): Promise<Readable> {
  const given = sql`${textArray(measures)}, ${textArray(units)}::uuid[]`;
  const counted = await tx.execute<Counted & Record<string, unknown>>(
    sql`select unit, measure, audience from sharing_counted(${given})`,
  );
  const windows = await tx.execute<OwnedWindow & Record<string, unknown>>(
    sql`select component, unit, "from", until, example from sharing_window(${given})`,
  );
  const alone = await tx.execute<{ alone: boolean }>(sql`select people_alone() as alone`);
  return { counted: counted.rows, windows: windows.rows, alone: alone.rows[0]?.alone ?? false };
}

/** Drizzle would make one parameter an element; thousands of units are one parameter. */
const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;
