import type { Before, LostRevert } from "./before.ts";
import type { Found } from "./contract.ts";
import { changesOf, committedAt, type Trunk } from "./history.ts";
import { LONGEST_NAME, plain } from "./plain.ts";
import type { OpenedRepository } from "./program/repository.ts";
import { type Remark, remark, short } from "./remarks.ts";
import type { Chosen } from "./rule.ts";
import type { Series } from "./series.ts";
import type { Survey } from "./survey.ts";
import type { Task } from "./task.ts";

/** How many changes there are, and from which day to which. */
export function spanOf(history: Trunk): { changes: number; since: string | null; until: string | null } {
  let [changes, first, last] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const commit of changesOf(history)) {
    changes += 1;
    const at = committedAt(history, commit);
    if (at !== null) [first, last] = [Math.min(first, at), Math.max(last, at)];
  }
  return { changes, since: dayOf(first), until: dayOf(last) };
}

const dayOf = (at: number): string | null =>
  Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : null;

/** How deployments were recognised, in words. */
export function deploymentsBy(chosen: Chosen): string | null {
  if (chosen.kind === "none") return null;
  if (chosen.kind === "branch") return `every commit of ${plain(chosen.branch.name, LONGEST_NAME)}`;
  return `${chosen.tags.length} ${chosen.tags.length === 1 ? chosen.of.replace(/^release tags/, "release tag") : chosen.of}`;
}

/** What refs, dates and the kind of clone give reason to say. */
export function remarksOn(
  { trunk: history, series }: Task,
  survey: Survey,
  opened: OpenedRepository,
): Remark[] {
  const hashOf = (commit: number): string => short(history.graph.hashes.at(commit));
  const absurd = [...changesOf(history)]
    .filter((commit) => committedAt(history, commit) === null)
    .map(hashOf);
  const merges = history.chain
    .filter((commit) => history.merges[commit] === 1 && committedAt(history, commit) === null)
    .map(hashOf);
  return [
    ...remark("changes left out, as their date cannot be right", absurd),
    ...remark(
      "merges whose date cannot be right: what they brought in counts as merged at its own date",
      merges,
    ),
    ...series.flatMap((one) => deploymentRemarks(one, survey)),
    ...remark("branches that differ between this clone and origin", branchesOf(survey)),
    ...remark(
      "commits at which this shallow clone ends: what came before them is not here (git fetch --unshallow brings it)",
      opened.shallow.map(short),
    ),
    ...remark(
      "changes whose lines are not counted, as this is a partial clone, without all files' contents",
      [],
      opened.partial ? spanOf(history).changes : 0,
    ),
  ];
}

export const lostReverts = (lost: readonly LostRevert[]): Remark[] =>
  remark(
    "reverts of commits that are not in this history",
    lost.map(({ by, hash }) => `${short(by)} reverts ${short(hash)}`),
  );

/** What a rule left out; that of some parts alone is said of them. */
function deploymentRemarks({ rule, history, components }: Series, { chosen, own }: Survey): Remark[] {
  const remarks = [...((rule === null ? chosen : own.get(rule))?.remarks ?? []), ...history.known.remarks];
  const names = components.map(({ name }) => name).join(", ");
  return rule === null ? remarks : remarks.map(({ what, ...one }) => ({ what: `${names}: ${what}`, ...one }));
}

const branchesOf = ({ branch, chosen, own }: Survey): string[] => [
  ...new Set(
    [branch, ...[chosen, ...own.values()].flatMap((one) => (one.kind === "branch" ? [one.branch] : []))]
      .map(({ differs }) => differs)
      .filter((text) => text !== ""),
  ),
];

/** What people are told in the end. */
export const foundOf = (
  before: Before,
  { changesNew, readAgain }: { changesNew: number; readAgain: boolean },
  shallow: boolean,
): Found => ({
  changesNew,
  changes: before.changes,
  deployments: before.deployments.n,
  failed: before.failed.length,
  since: before.since,
  until: before.until,
  deploymentsBy: before.deploymentsBy,
  readAgain,
  mergeToRelease: 2 * before.byHost > before.changes,
  shallow,
  parts: (before.parts?.components ?? []).map(
    ({ component, changes, deployments, failed, deploymentsBy }) => ({
      ...{ component, changes, deployments, failed: failed.length, deploymentsBy },
    }),
  ),
  remarks: before.said.map(({ what, n, examples }) => ({ what, n, examples: [...examples] })),
});
