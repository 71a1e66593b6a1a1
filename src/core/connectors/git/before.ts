import { createHash } from "node:crypto";
import type { Deployment } from "./deployments.ts";
import type { History } from "./history.ts";
import type { Remark } from "./remarks.ts";

/** Where a reading ended: to be kept as JSON and given to the next one. */
export interface Before {
  readonly version: 1;
  /** The number of the whole reading that this continues. */
  readonly reading: number;
  readonly component: string;
  readonly rule: string;
  /** What the rule came to: "tags", "branch" or "none". */
  readonly kind: string;
  /** Of all refs that matter: the same means that nothing is new. */
  readonly print: string;
  /** Of where a shallow clone is cut off. */
  readonly cut: string;
  /** The default branch's last commit. */
  readonly tip: string;
  /** How many deployments are known, and a print of them all. */
  readonly deployments: { readonly n: number; readonly print: string };
  /** From this time on, in milliseconds, a date that lay too far ahead has to be looked at again. */
  readonly again: number | null;
  readonly byHost: number;
  /** Reverts of commits that were not in the history: one that has come in since changes what was told. */
  readonly lost: readonly LostRevert[];
  /** The deployments that later ones showed to have failed. */
  readonly failed: readonly string[];
  readonly changes: number;
  readonly since: string | null;
  readonly until: string | null;
  readonly deploymentsBy: string | null;
  /** What messages and contents gave reason for; what refs and dates do is found anew each time. */
  readonly remarks: readonly Remark[];
  /** All remarks of the last reading, for when nothing is new. */
  readonly said: readonly Remark[];
}

/** A commit says that it reverts another one, which is not there: squashed away, say, or not merged yet. */
export interface LostRevert {
  readonly by: string;
  readonly hash: string;
}

/** From where a reading goes on. */
export interface Continuation {
  /** The place of the last known commit in the chain of the default branch. */
  readonly place: number;
  /** How many deployments are known. */
  readonly deployments: number;
}

export interface Now {
  readonly component: string;
  readonly rule: string;
  readonly kind: string;
  readonly cut: string;
  readonly history: History;
}

/** Whether all that is known still holds, so that only what came after it has to be told; `null` where not. */
export function continuationOf(
  before: Before | null,
  { component, rule, kind, cut, history }: Now,
): Continuation | null {
  if (!before || isDue(before, history.now)) return null;
  if (before.component !== component || before.rule !== rule || before.kind !== kind || before.cut !== cut)
    return null;
  if (before.lost.some(({ hash }) => history.find(hash) !== null)) return null;
  const tip = history.graph.hashes.find(before.tip);
  const place = tip === undefined ? -1 : (history.merged[tip] as number);
  if (place < 0 || history.chain[place] !== tip) return null;
  const { n, print } = before.deployments;
  const first = history.deployments.slice(0, n);
  return first.length === n && printOfDeployments(first) === print ? { place, deployments: n } : null;
}

export const isDue = (before: Before, now: number): boolean => before.again !== null && before.again <= now;

export const printOfDeployments = (list: readonly Deployment[]): string =>
  printOf(list.map(({ id, at, names }) => [id, at, ...names]));

/** A short print of values, to tell whether they are still the same. */
export function printOf(values: Iterable<unknown>): string {
  const hash = createHash("sha256");
  for (const value of values) hash.update(`${JSON.stringify(value)}\n`);
  return hash.digest("hex");
}
