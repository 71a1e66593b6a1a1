/** Test support: only tests import this. */
export { confirm as reviewPurpose, open as openPurpose, write as writePurpose } from "./store/changes.ts";
export * from "./tables.ts";
