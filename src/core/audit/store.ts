import type { Tx } from "../../platform/state/state-db.ts";
import { entry } from "./tables.ts";

/** What is told: who did what (`unit.renamed`), and whom and which unit it is about. */
export interface Told {
  readonly action: string;
  readonly aboutPerson?: string | undefined;
  /** The unit's id. */
  readonly aboutUnit?: string | undefined;
  /** Names no person. */
  readonly detail?: Record<string, unknown>;
}

/** Writes into the audit log, in the transaction of what was done: both hold, or neither. */
export async function recordAudit(tx: Tx, actor: string | null, ...told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await tx.insert(entry).values(told.map((one) => ({ actor, ...one })));
}
