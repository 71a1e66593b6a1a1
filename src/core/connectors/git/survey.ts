import { printOf } from "./before.ts";
import { type Branch, defaultBranch } from "./branches.ts";
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
  /** Of all refs that matter: the same means that nothing is new. */
  readonly print: string;
  readonly cut: string;
}

export async function survey(opened: OpenedRepository, rule: string): Promise<Survey> {
  const { git } = opened;
  const refs = await readRefs(git);
  const branch = await defaultBranch(git, refs, opened.bare);
  const chosen = await choose(git, refs, rule);
  const cut = printOf(opened.shallow);
  const live = chosen.kind === "branch" ? chosen.branch : null;
  const tags = tagRefs(refs).map(({ name, object, commit }) => [name, object, commit]);
  const print = printOf([rule, chosen.kind, branch, live, cut, opened.partial, tags]);
  return { git, refs, branch, chosen, print, cut };
}

/** The commits from which all that is told can be reached. */
export const tipsOf = ({ branch, chosen }: Survey): string[] => [
  ...new Set([
    branch.tip,
    ...(chosen.kind === "branch" ? [chosen.branch.tip] : []),
    ...(chosen.kind === "tags" ? chosen.tags.map((tag) => tag.commit) : []),
  ]),
];

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
