/** Test support: only tests import this. */
export * as decisionsTables from "./tables.ts";
