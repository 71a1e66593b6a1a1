import { changesOf, type Trunk } from "./history.ts";
import type { Part } from "./parts/part.ts";
import { printOfDeployments, printOfParts } from "./print.ts";
import type { Remark } from "./remarks.ts";
import type { Series } from "./series.ts";

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
  /** What more there is to know where a part of the repository is a component of its own. */
  readonly parts?: PartsBefore;
  /** What messages and contents gave reason for; what refs and dates do is found anew each time. */
  readonly remarks: readonly Remark[];
  /** All remarks of the last reading, for when nothing is new. */
  readonly said: readonly Remark[];
}

export interface PartsBefore {
  /** Of how the parts are defined. */
  readonly print: string;
  /** Of each rule that only parts have: how many deployments are known, and a print of them all. */
  readonly series: readonly (Known & { readonly rule: string })[];
  /** The repository itself, then its parts. */
  readonly components: readonly ComponentBefore[];
}

export interface ComponentBefore {
  readonly component: string;
  readonly changes: number;
  readonly deployments: number;
  /** Its deployments that later ones showed to have failed. */
  readonly failed: readonly string[];
  /** Which of its series' deployments count for it, a bit each, in base64; `null` where all do. */
  readonly counted: string | null;
  readonly deploymentsBy: string | null;
  /** From when on it is known what is live of it, in milliseconds. */
  readonly liveSince: number | null;
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
  /** How many deployments are known of each series. */
  readonly deployments: readonly number[];
}

export interface Now {
  readonly component: string;
  readonly rule: string;
  readonly kind: string;
  readonly cut: string;
  readonly parts: readonly Part[];
  readonly trunk: Trunk;
  readonly series: readonly Series[];
}

/** Whether all that is known still holds, so that only what came after it has to be told; `null` where not. */
export function continuationOf(before: Before | null, now: Now): Continuation | null {
  const { component, rule, kind, cut, parts, trunk, series } = now;
  if (!before || isDue(before, trunk.now)) return null;
  if (before.component !== component || before.rule !== rule || before.kind !== kind || before.cut !== cut)
    return null;
  if (before.lost.some(({ hash }) => trunk.find(hash) !== null)) return null;
  const tip = trunk.graph.hashes.find(before.tip);
  const place = tip === undefined ? -1 : (trunk.merged[tip] as number);
  if (place < 0 || trunk.chain[place] !== tip) return null;
  if (before.parts?.print !== printOfParts(parts)) return null;
  // What only such tags reach cannot be told from what is new, and each change of a part is counted once.
  if (parts.length > 0 && series.some(hasDoubted)) return null;
  const known = series.map((one) => knownOf(before, one));
  return series.every((one, at) => goesOn(one, known[at]))
    ? { place, deployments: known.map((one) => one?.n ?? 0) }
    : null;
}

interface Known {
  readonly n: number;
  readonly print: string;
}

const knownOf = ({ deployments, parts }: Before, { rule }: Series): Known | undefined =>
  rule === null ? deployments : parts?.series.find((one) => one.rule === rule);

function goesOn({ history }: Series, known: Known | undefined): boolean {
  const first = history.deployments.slice(0, known?.n);
  return first.length === known?.n && printOfDeployments(first) === known.print;
}

/** Whether a change is reached by nothing but a tag whose date cannot be believed. */
function hasDoubted({ history, reached }: Series): boolean {
  for (const commit of changesOf(history))
    if (
      (history.merged[commit] as number) < 0 &&
      (history.delivered[commit] as number) < 0 &&
      (reached === null || (reached[commit] as number) >= 0)
    )
      return true;
  return false;
}

export const isDue = (before: Before, now: number): boolean => before.again !== null && before.again <= now;
