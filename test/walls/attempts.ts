import { getTableColumns, getTableName, sql, type Table } from "drizzle-orm";
import type { StateDb, Tx } from "../../src/platform/state/state-db.ts";

/** Undoes a transaction on purpose. */
class Undo extends Error {}

const denied = /permission denied|row-level security|Only those who|append only/i;

/** What a statement reaches: how many rows, or "no" where the database refuses it. Nothing of it stays. */
async function reach(
  state: StateDb,
  person: string,
  work: (tx: Tx) => Promise<number>,
): Promise<number | "no"> {
  let rows = 0;
  try {
    await state.as(person, async (tx) => {
      rows = await work(tx);
      throw new Undo();
    });
  } catch (error) {
    if (error instanceof Undo) return rows;
    const said = String((error as { cause?: unknown }).cause ?? error) + String(error);
    if (denied.test(said)) return "no";
    // It got past the walls, and then something else was wrong with the row.
    if (/violates|duplicate|null value/i.test(said)) return rows;
    throw error;
  }
  return rows;
}

/** What somebody reaches of a table, in one line: rows read, columns changed (in how many rows), rows removed. */
export async function attempts(state: StateDb, person: string, table: Table): Promise<string> {
  const name = sql.identifier(getTableName(table));
  const counted = async (tx: Tx, statement: ReturnType<typeof sql>) =>
    (await tx.execute(statement)).rowCount ?? 0;
  const read = await reach(state, person, (tx) => counted(tx, sql`select 1 from ${name}`));
  const changes: string[] = [];
  for (const column of Object.values(getTableColumns(table))) {
    const same = sql`update ${name} set ${sql.identifier(column.name)} = ${sql.identifier(column.name)}`;
    const changed = await reach(state, person, (tx) => counted(tx, same));
    if (changed !== "no" && changed > 0) changes.push(`${column.name}×${changed}`);
  }
  const removed = await reach(state, person, (tx) => counted(tx, sql`delete from ${name}`));
  return [
    `reads ${read}`,
    ...(changes.length > 0 ? [`changes ${changes.join(" ")}`] : []),
    ...(removed !== "no" && removed > 0 ? [`removes ${removed}`] : []),
  ].join(", ");
}
