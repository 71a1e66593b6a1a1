/** Test support: only tests import this. */
export * as advocacyTables from "./tables.ts";
