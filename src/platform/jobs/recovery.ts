import type { PgBoss } from "pg-boss";
import type { StateDb } from "../state/state-db.ts";

/**
 * Gives back what a process had in hand when it died, to be taken up at once. It counts as a failed try, so that a run that
 * kills its process ends after its retries. Says how many there were.
 */
export async function takeUpAgain(boss: PgBoss, state: StateDb, names: readonly string[]): Promise<number> {
  const inHand = "select id, name from pgboss.job where state = 'active' and name = any($1)";
  const { rows } = await state.jobsPool.query<{ id: string; name: string }>(inHand, [names]);
  for (const [name, runs] of Map.groupBy(rows, (row) => row.name)) {
    const ids = runs.map(({ id }) => id);
    await boss.fail(name, ids, { message: "The process ended during this run." });
    const atOnce =
      "update pgboss.job set start_after = now() where name = $1 and id = any($2::uuid[]) and state = 'retry'";
    await state.jobsPool.query(atOnce, [name, ids]);
  }
  return rows.length;
}
