import { answer, type Route } from "../../platform/http/answer.ts";
import { audit, type Entry } from "./contract.ts";
import type { AskedEntries } from "./store.ts";

export interface AuditContext {
  /** What the person who asks has a right to know of. */
  audit(asked: AskedEntries): Promise<{ entries: Entry[]; total: number }>;
}

export const auditRoutes: readonly Route<AuditContext>[] = [
  answer(audit, {
    // The database gives everyone what is about them.
    allow: () => true,
    handle: (context: AuditContext, asked) => context.audit(asked),
  }),
];
