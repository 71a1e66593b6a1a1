import { failField } from "../../../platform/errors.ts";
import { type Branch, mustHaveBranch } from "./branches.ts";
import { examplesOfKinds, kindsOf, partOf } from "./kinds.ts";
import { LONGEST_NAME, plain } from "./plain.ts";
import type { Git } from "./program/git.ts";
import { type Ref, TAGS } from "./refs.ts";
import { isPreRelease, isRelease } from "./release-tags.ts";
import { type Remark, remark } from "./remarks.ts";

/** What a rule chooses in one repository as the signs of a deployment. */
export type Chosen =
  | {
      readonly kind: "tags";
      readonly tags: readonly Tag[];
      readonly of: string;
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: "branch"; readonly branch: Branch; readonly remarks: readonly Remark[] }
  | { readonly kind: "none"; readonly remarks: readonly Remark[] };

export interface Tag {
  readonly name: string;
  readonly commit: string;
  readonly tagged: number | null;
}

/** Fewer release tags than these are too few for a habit. */
export const ENOUGH_RELEASES = 3;

/** So many kinds of tags are named in one sentence. */
const MOST_NAMED = 4;

export async function choose(git: Git, refs: readonly Ref[], rule: string): Promise<Chosen> {
  const [kind, ...rest] = rule.split(":");
  const value = rest.join(":");
  if (rule === "none") return { kind: "none", remarks: [] };
  if (rule === "auto") return chooseReleases(refs);
  if (kind === "branch" && value !== "")
    return { kind: "branch", branch: await mustHaveBranch(git, refs, value), remarks: [] };
  if (kind === "tags" && value !== "") return chooseMatching(git, refs, value);
  return failField(
    "/deployments",
    `“${rule}” is no way to tell what is live. Write auto, none, tags:GLOB (tags:v*) or branch:NAME (branch:main).`,
  );
}

function chooseReleases(refs: readonly Ref[]): Chosen {
  const all = tagRefs(refs);
  const named = all.filter((ref) => isRelease(nameOf(ref)));
  const { tags, remarks } = onCommits(named);
  const early = all.filter((ref) => !isRelease(nameOf(ref)) && isPreRelease(nameOf(ref))).map(nameOf);
  const other = all.filter((ref) => !isRelease(nameOf(ref)) && !isPreRelease(nameOf(ref))).map(nameOf);
  const left = [
    ...remarks,
    ...remark("pre-release tags, which are no deployments", early),
    ...remark("tags that name no release", other),
  ];
  if (tags.length >= ENOUGH_RELEASES) {
    const mixed = partsTogether(named.filter(({ commit }) => commit !== null).map(nameOf));
    return { kind: "tags", tags, of: "release tags", remarks: [...mixed, ...left] };
  }
  const few = remark(
    "release tags, too few to tell what is live (three or more are needed)",
    tags.map((tag) => tag.name),
  );
  return { kind: "none", remarks: [...few, ...left] };
}

/** In a monorepo a release of one part says nothing of the others, yet all its tags are release tags. */
function partsTogether(releases: readonly string[]): Remark[] {
  const kinds = kindsOf(releases).filter(({ n }) => n >= ENOUGH_RELEASES);
  if (new Set(kinds.map(partOf)).size < 2) return [];
  const rules = kinds.map(({ glob }) => `tags:${glob}`);
  const such = rules.slice(0, MOST_NAMED).join(" or ");
  return remark(
    `kinds of release tags, counted together: a change to one part may count as delivered by the release of another; a rule such as ${such} counts one kind alone`,
    rules,
  );
}

/** `git tag --list` itself matches the glob, so that it means what it means there. */
async function chooseMatching(git: Git, refs: readonly Ref[], glob: string): Promise<Chosen> {
  const names = new Set<string>();
  for await (const fields of git.fields([
    "tag",
    "--list",
    "--no-column",
    "--format=%(refname)%00",
    "--",
    glob,
  ])) {
    for (const field of fields) names.add(field.trimStart());
  }
  const all = tagRefs(refs);
  const matching = all.filter((ref) => names.has(ref.name));
  const { tags, remarks } = onCommits(matching.filter((ref) => !isPreRelease(nameOf(ref))));
  const early = matching.filter((ref) => isPreRelease(nameOf(ref))).map(nameOf);
  return {
    kind: "tags",
    tags,
    of: `tags matching ${plain(glob, 200)}`,
    remarks: [
      ...(matching.length === 0 ? noneMatching(glob, all.map(nameOf)) : []),
      ...remarks,
      ...remark("pre-release tags, which are no deployments", early),
    ],
  };
}

function noneMatching(glob: string, names: readonly string[]): Remark[] {
  const like = examplesOfKinds(names, MOST_NAMED).join(", ");
  const there = names.length === 0 ? "the repository has no tags" : `there are tags like ${like}`;
  return [
    {
      what: plain(`no tag matches ${glob}, so there are no deployments; ${there}`, 1_000),
      n: names.length,
      examples: [],
    },
  ];
}

function onCommits(refs: readonly Ref[]): { tags: Tag[]; remarks: Remark[] } {
  const tags = refs.flatMap(({ commit, tagged, ...ref }) =>
    commit === null ? [] : [{ name: plain(nameOf(ref), LONGEST_NAME), commit, tagged }],
  );
  const astray = refs.filter((ref) => ref.commit === null).map(nameOf);
  return { tags, remarks: remark("tags on something that is not a commit, left out", astray) };
}

export const tagRefs = (refs: readonly Ref[]): Ref[] => refs.filter((ref) => ref.name.startsWith(TAGS));

export const nameOf = (ref: { readonly name: string }): string => ref.name.slice(TAGS.length);
