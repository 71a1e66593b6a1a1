import { defaultBranch } from "./branches.ts";
import { compare } from "./deployments.ts";
import { type Kind, kindsOf } from "./kinds.ts";
import { plain } from "./plain.ts";
import type { OpenedRepository } from "./program/repository.ts";
import { type Ref, readRefs } from "./refs.ts";
import { isPreRelease, isRelease } from "./release-tags.ts";
import { ENOUGH_RELEASES, nameOf, tagRefs } from "./rule.ts";

/** One way in which a repository could tell what is live, and how many deployments it would find. */
export interface Way {
  readonly rule: string;
  readonly says: string;
  readonly deployments: number;
}

/** As many kinds of tags are offered at most, those with the most deployments. */
const MOST_KINDS = 8;

export async function deploymentWays(opened: OpenedRepository): Promise<Way[]> {
  const { git } = opened;
  const refs = await readRefs(git);
  const branch = await defaultBranch(git, refs, opened.bare);
  const commits = Number(await git.answer(["rev-list", "--first-parent", "--count", branch.tip]));
  const merges =
    branch.name === "HEAD" || plain(branch.name, 200) !== branch.name
      ? []
      : [
          {
            rule: `branch:${branch.name}`,
            says: `each commit or merge on ${branch.name} goes live by itself`,
            deployments: commits,
          },
        ];
  return [...tagWays(tagRefs(refs)), ...merges];
}

function tagWays(tags: readonly Ref[]): Way[] {
  const live = tags.filter((ref) => ref.commit !== null && !isPreRelease(nameOf(ref)));
  const releases = live.filter((ref) => isRelease(nameOf(ref)));
  const kinds = kindsOf(live.map(nameOf))
    .map((kind) => wayOfKind(kind, live))
    .filter((way) => way.deployments >= ENOUGH_RELEASES)
    .sort((a, b) => b.deployments - a.deployments || compare(a.rule, b.rule))
    .slice(0, MOST_KINDS);
  if (releases.length < ENOUGH_RELEASES) return kinds;
  const all = { rule: "auto", says: "each release tag is live", deployments: commitsOf(releases) };
  return kinds.length === 1 && kinds[0]?.deployments === all.deployments ? [all] : [all, ...kinds];
}

/** Counts what the glob would match, which may be more than the kind it was made from. */
function wayOfKind({ prefix, glob }: Kind, live: readonly Ref[]): Way {
  const numbered = prefix === "";
  const matching = live.filter((ref) =>
    numbered ? /^\d/.test(nameOf(ref)) : nameOf(ref).startsWith(prefix),
  );
  const says = numbered
    ? "each tag that begins with a number is live"
    : `each tag that begins with ${prefix} is live`;
  return { rule: `tags:${glob}`, says, deployments: commitsOf(matching) };
}

const commitsOf = (tags: readonly Ref[]): number => new Set(tags.map((ref) => ref.commit)).size;
