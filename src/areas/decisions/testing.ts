/** Test support: only tests import this. */

export { corpus } from "./files/testing/corpus.ts";
export { putOnAgenda } from "./forums/store/agenda.ts";
export { forumHoldings } from "./forums/store/held.ts";
export { closeMeetingOf } from "./forums/store/leading.ts";
export { closeRoundIn } from "./forums/store/saying.ts";
export * as forumsTables from "./forums/tables.ts";
export { recordsIn as recordsAsRead } from "./record/folder.ts";
export type { RecordFile } from "./record/shape.ts";
export { addOne as addDecisionTo, type NewDecision } from "./store/adding.ts";
export { sayAdvice } from "./store/advice.ts";
export { changeOne } from "./store/changing.ts";
export { addOutcomeTo, resolveOne } from "./store/coming-back.ts";
export * as decisionsTables from "./tables.ts";
