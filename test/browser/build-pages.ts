import { buildPages } from "../../src/platform/build-pages.ts";

/** Builds the pages once, before any file opens a site: to see whether they are up to date reads every source. */
export async function setup(): Promise<void> {
  await buildPages(() => undefined);
}
