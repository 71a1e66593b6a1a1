/** Test support: only tests import this. */
export { addOne as addDecisionTo, type NewDecision } from "./store/adding.ts";
export * as decisionsTables from "./tables.ts";
