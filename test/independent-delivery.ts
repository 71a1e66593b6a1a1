import { execFileSync } from "node:child_process";
import type { rowsOf } from "./read-git.ts";

/**
 * Delivery worked out again from git's own set arithmetic, one question at a time, sharing no code with the product. Slow and plain
 * on purpose. It believes every date.
 */
export function independently(path: string, { tags, branch }: { tags?: readonly string[]; branch?: string }) {
  const git = (...args: string[]): string[] =>
    execFileSync("git", ["-C", path, ...args], { encoding: "utf8", maxBuffer: 1 << 28 })
      .split("\n")
      .filter((line) => line !== "");
  const one = (...args: string[]): string => git(...args)[0] ?? "";
  const timeOf = (hash: string): number => Number(one("show", "-s", "--format=%ct", hash));
  const isMerge = (hash: string): boolean => one("show", "-s", "--format=%P", hash).includes(" ");
  const isIn = (hash: string, tip: string): boolean => git("rev-list", tip).includes(hash);

  const live = tags ? deployedByTags(tags) : branch ? deployedByBranch(branch) : [];

  function deployedByTags(names: readonly string[]) {
    const byCommit = new Map<string, { id: string; at: number; names: string[] }>();
    for (const name of names) {
      const id = one("rev-parse", `refs/tags/${name}^{commit}`);
      const kind = one("cat-file", "-t", `refs/tags/${name}`);
      const at =
        kind === "tag"
          ? Number(one("for-each-ref", "--format=%(taggerdate:unix)", `refs/tags/${name}`))
          : timeOf(id);
      const same = byCommit.get(id);
      byCommit.set(id, {
        id,
        at: Math.min(at, same?.at ?? at),
        names: [...(same?.names ?? []), name].sort(),
      });
    }
    const list = [...byCommit.values()];
    return list.sort((a, b) => a.at - b.at || (isIn(a.id, b.id) ? -1 : isIn(b.id, a.id) ? 1 : 0));
  }

  function deployedByBranch(name: string) {
    return git("rev-list", "--first-parent", "--reverse", name).map((id) => ({
      id,
      at: timeOf(id),
      names: [id.slice(0, 7)],
    }));
  }

  const tip = one("rev-parse", "refs/heads/main");
  const delivered = new Map<string, number>();
  live.forEach(({ id }, place) => {
    for (const hash of git("rev-list", id)) if (!delivered.has(hash)) delivered.set(hash, place);
  });

  const merged = new Map<string, number>();
  for (const first of git("rev-list", "--first-parent", "--reverse", tip)) {
    for (const hash of git("rev-list", first)) if (!merged.has(hash)) merged.set(hash, timeOf(first));
  }

  const changes = [...new Set([...merged.keys(), ...delivered.keys()])]
    .filter((hash) => !isMerge(hash))
    .map((hash) => ({
      hash,
      at: timeOf(hash) * 1000,
      mergedAt: merged.has(hash) ? (merged.get(hash) as number) * 1000 : null,
      deployment: delivered.has(hash) ? (live[delivered.get(hash) as number]?.id as string) : null,
    }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));

  /** What a message takes back: a change, or all that a merge brought in. */
  function takenBack(hash: string): string[] {
    const words = execFileSync("git", ["-C", path, "show", "-s", "--format=%B", hash], {
      encoding: "utf8",
    }).replaceAll(/\s+/g, " ");
    return words
      .split("This reverts commit ")
      .slice(1)
      .flatMap((rest) => {
        const named = /^[0-9a-f]+/.exec(rest)?.[0] ?? "";
        const full = [...merged.keys(), ...delivered.keys()].find((known) => known.startsWith(named));
        if (named.length < 4 || !full) return [];
        if (!isMerge(full)) return [full];
        const into = /^[0-9a-f]+, reversing changes made to ([0-9a-f]+)/.exec(rest)?.[1] ?? `${full}^1`;
        return git("rev-list", "--no-merges", full, "--not", into);
      });
  }

  const deployments = live.map(({ id, at, names }, place) => {
    const brought = [...delivered].filter(([, by]) => by === place).map(([hash]) => hash);
    const rollback = (delivered.get(id) as number) < place;
    const reverted = brought
      .filter((hash) => !isMerge(hash))
      .flatMap(takenBack)
      .map((hash) => delivered.get(hash) ?? Infinity);
    const named = brought
      .flatMap((hash) => git("show", "-s", "--format=%(trailers:key=Fixes-Deployment,valueonly)", hash))
      .map((name) => live.findIndex((other) => other.names.includes(name)))
      .filter((other) => other >= 0);
    const earlier = [...new Set([...reverted, ...named])]
      .filter((other) => other < place)
      .sort((a, b) => a - b);
    const mends = rollback ? [place - 1] : earlier;
    return {
      id,
      at: at * 1000,
      names,
      cause: rollback ? "rollback" : mends.length > 0 ? "fix" : "planned",
      mends: mends.map((other) => live[other]?.id),
      changes: brought.filter((hash) => !isMerge(hash)).length,
      baseline: place === 0,
    };
  });
  return { changes, deployments };
}

/** What the product read, in the rows of the independent calculation. */
export function asRows({ changes, deployments, deliveredBy }: ReturnType<typeof rowsOf>) {
  return {
    changes: changes
      .map(({ subject: hash, at, content: { mergedAt } }) => ({
        hash,
        at,
        mergedAt,
        deployment: deliveredBy(hash),
      }))
      .sort((a, b) => (a.hash < b.hash ? -1 : 1)),
    deployments: deployments.map(({ subject: id, at, content }) => ({
      id,
      at,
      names: [...content.names].sort(),
      cause: content.cause,
      mends: content.mends.map((mend) => mend.deployment),
      changes: content.changes,
      baseline: content.baseline,
    })),
  };
}
