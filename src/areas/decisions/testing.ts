/** Test support: only tests import this. */

export { corpus } from "./files/testing/corpus.ts";
export * as forumsTables from "./forums/tables.ts";
export { recordsIn as recordsAsRead } from "./record/folder.ts";
export type { RecordFile } from "./record/shape.ts";
export { addOne as addDecisionTo, type NewDecision } from "./store/adding.ts";
export * as decisionsTables from "./tables.ts";
