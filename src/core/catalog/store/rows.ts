import { type SQL, sql } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";

/** Rows as a table `given` that a statement reads: one parameter, however many there are. `columns` are in SQL. */
export const given = (rows: readonly object[], columns: string): SQL =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as given(${sql.raw(columns)})`;

interface Written {
  readonly rows: readonly object[];
  /** Of a row, as far as the statement asks for them: `id uuid, until date`. */
  readonly columns: string;
}

/** Writes rows by one statement, and holds it to them: one that policies left out, or that has gone meanwhile, undoes all. */
export async function write(
  tx: Tx,
  { rows, columns }: Written,
  statement: (given: SQL) => SQL,
): Promise<void> {
  if (rows.length === 0) return;
  const { rowCount } = await tx.execute(statement(given(rows, columns)));
  if (rowCount !== rows.length) changedMeanwhile();
}

export const changedMeanwhile = (): never =>
  fail("conflict", "The organisation has changed since the preview. Look at what would change now.");
