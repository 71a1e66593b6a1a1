import { createHash } from "node:crypto";
import type { Deployment } from "./deployments.ts";
import type { Part } from "./parts/part.ts";

/** Of how parts are defined; `undefined` where there are none. */
export const printOfParts = (parts: readonly Part[]): string | undefined =>
  parts.length === 0
    ? undefined
    : printOf(parts.map(({ component, globs, deployments }) => [component, globs, deployments]));

export const printOfDeployments = (list: readonly Deployment[]): string =>
  printOf(list.map(({ id, at, names }) => [id, at, ...names]));

/** A short print of values, to tell whether they are still the same. */
export function printOf(values: Iterable<unknown>): string {
  const hash = createHash("sha256");
  for (const value of values) hash.update(`${JSON.stringify(value)}\n`);
  return hash.digest("hex");
}
