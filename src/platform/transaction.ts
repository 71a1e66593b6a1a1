import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Whether the code that runs now was called from inside a state transaction. Embedded, there is one session for all: a
 * second transaction inside the first would wait for itself for ever, and anything slow would hold up everyone.
 */
const held = new AsyncLocalStorage<{ open: boolean }>();

/** Runs `work` as the inside of a transaction. */
export async function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  const mark = { open: true };
  try {
    return await held.run(mark, work);
  } finally {
    mark.open = false; // what was merely started inside may go on once it is over
  }
}

/** Throws at once where waiting would be a mistake, e.g. `refuseInsideTransaction("An events query")`. */
export function refuseInsideTransaction(what: string): void {
  if (!held.getStore()?.open) return;
  throw new Error(
    `${what} may not run inside a state transaction: use its \`tx\`, or do it before or after.`,
  );
}
