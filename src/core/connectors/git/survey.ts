import { type Branch, defaultBranch } from "./branches.ts";
import type { Part } from "./parts/part.ts";
import { printOf, printOfParts } from "./print.ts";
import type { Git } from "./program/git.ts";
import type { OpenedRepository } from "./program/repository.ts";
import { type Ref, readRefs } from "./refs.ts";
import { type Chosen, choose, tagRefs } from "./rule.ts";

/** What a quick look at a repository's refs tells, before any history is read. */
export interface Survey {
  readonly git: Git;
  readonly refs: readonly Ref[];
  readonly branch: Branch;
  readonly chosen: Chosen;
  /** What the rules choose that only parts have, by rule. */
  readonly own: ReadonlyMap<string, Chosen>;
  /** Of all refs that matter: the same means that nothing is new. */
  readonly print: string;
  readonly cut: string;
}

/** What is read of a repository: by which rule, and which of its parts are components of their own. */
export interface Wish {
  readonly rule: string;
  readonly parts: readonly Part[];
}

export async function survey(opened: OpenedRepository, { rule, parts }: Wish): Promise<Survey> {
  const { git } = opened;
  const refs = await readRefs(git);
  const branch = await defaultBranch(git, refs, opened.bare);
  const chosen = await choose(git, refs, rule);
  const own = new Map<string, Chosen>();
  for (const { deployments } of parts)
    if (deployments !== null && deployments !== rule && !own.has(deployments))
      own.set(deployments, await choose(git, refs, deployments));
  const cut = printOf(opened.shallow);
  const tags = tagRefs(refs).map(({ name, object, commit }) => [name, object, commit]);
  const live = branchOf(chosen);
  const ofParts = parts.length === 0 ? [] : [printOfParts(parts), [...own.values()].map(branchOf)];
  const print = printOf([rule, chosen.kind, branch, live, cut, opened.partial, tags, ...ofParts]);
  return { git, refs, branch, chosen, own, print, cut };
}

const branchOf = (chosen: Chosen): Branch | null => (chosen.kind === "branch" ? chosen.branch : null);

/** The commits from which all that is told can be reached. */
export const tipsOf = ({ branch, chosen, own }: Survey): string[] => [
  ...new Set([branch.tip, ...[chosen, ...own.values()].flatMap(tipsChosen)]),
];

/** The commits that a rule chooses by their branch or tags. */
export function tipsChosen(chosen: Chosen): string[] {
  if (chosen.kind === "branch") return [chosen.branch.tip];
  return chosen.kind === "tags" ? chosen.tags.map((tag) => tag.commit) : [];
}

/** Of the commits at which a shallow clone was cut off, those that are merges: without their parents they look like changes. */
export async function mergesAmong(git: Git, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const text =
    (await git.answer(["cat-file", "--batch"], { input: hashes.map((hash) => `${hash}\n`).join("") })) ?? "";
  const commits = text.split(/^(?=[0-9a-f]{40,64} commit \d+\ntree )/m);
  return commits.flatMap((commit) => {
    const parents = commit.split("\n\n", 1)[0]?.match(/^parent /gm)?.length ?? 0;
    return parents > 1 ? [commit.slice(0, commit.indexOf(" "))] : [];
  });
}
