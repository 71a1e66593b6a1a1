import { execFileSync } from "node:child_process";
import type { rowsOf } from "./read-git.ts";

export interface Live {
  readonly tags?: readonly string[];
  readonly branch?: string;
}

/** Asks git for lines, and nothing twice: a history does not change while it is worked out. */
function asking(path: string): (...args: string[]) => readonly string[] {
  const answers = new Map<string, readonly string[]>();
  return (...args) => {
    const question = JSON.stringify(args);
    const answer =
      answers.get(question) ??
      execFileSync("git", ["-C", path, ...args], { encoding: "utf8", maxBuffer: 1 << 28 })
        .split("\n")
        .filter((line) => line !== "");
    answers.set(question, answer);
    return answer;
  };
}

/** A repository's history as plain git commands tell it, with its deployments and which of them delivers what. */
function toldByGit(path: string, { tags, branch }: Live, besides: readonly Live[] = []) {
  const git = asking(path);
  const one = (...args: string[]): string => git(...args)[0] ?? "";
  const commits = new Map(
    git("log", "--all", "--format=%H %ct %P").map((line) => {
      const [hash = "", time, ...parents] = line.trim().split(" ");
      return [hash, { time: Number(time), merge: parents.length > 1 }];
    }),
  );
  const timeOf = (hash: string): number => commits.get(hash)?.time ?? Number.NaN;
  const isMerge = (hash: string): boolean => commits.get(hash)?.merge ?? false;
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

  const tips = [{ tags, branch }, ...besides].flatMap((other) => [
    ...(other.tags ?? []),
    ...[other.branch ?? []].flat(),
  ]);
  const there = git("rev-list", "main", ...tips);

  /** What a message takes back: a change, or all that a merge brought in. */
  function takenBack(hash: string): readonly string[] {
    const words = execFileSync("git", ["-C", path, "show", "-s", "--format=%B", hash], {
      encoding: "utf8",
    }).replaceAll(/\s+/g, " ");
    return words
      .split("This reverts commit ")
      .slice(1)
      .flatMap((rest) => {
        const named = /^[0-9a-f]+/.exec(rest)?.[0] ?? "";
        const full = there.find((known) => known.startsWith(named));
        if (named.length < 4 || !full) return [];
        if (!isMerge(full)) return [full];
        const into = /^[0-9a-f]+, reversing changes made to ([0-9a-f]+)/.exec(rest)?.[1] ?? `${full}^1`;
        return git("rev-list", "--no-merges", full, "--not", into);
      });
  }

  /** The deployments that a commit says it fixes. */
  const fixed = (hash: string): number[] =>
    git("show", "-s", "--format=%(trailers:key=Fixes-Deployment,valueonly)", hash)
      .map((name) => live.findIndex((other) => other.names.includes(name)))
      .filter((other) => other >= 0);

  return { git, isMerge, live, delivered, changes, takenBack, fixed };
}

/** A component: the changes that count for it, and which of its series' deployments do. */
interface Owned {
  has(hash: string): boolean;
  counts(place: number): boolean;
}

function deploymentsFor(
  { git, isMerge, live, delivered, takenBack, fixed }: ReturnType<typeof toldByGit>,
  owned: Owned,
) {
  const concerns = (hash: string): boolean =>
    isMerge(hash)
      ? git("rev-list", "--no-merges", hash, "--not", `${hash}^1`).some(owned.has)
      : owned.has(hash);
  const placesOf = (hashes: readonly string[]): number[] =>
    hashes.filter(owned.has).map((hash) => delivered.get(hash) ?? Number.POSITIVE_INFINITY);
  return live.flatMap(({ id, at, names }, place) => {
    if (!owned.counts(place)) return [];
    const brought = [...delivered]
      .filter(([hash, by]) => by === place && concerns(hash))
      .map(([hash]) => hash);
    const own = brought.filter((hash) => !isMerge(hash));
    const rollback = (delivered.get(id) as number) < place;
    const earlier = [
      ...new Set([...own.flatMap((hash) => placesOf(takenBack(hash))), ...brought.flatMap(fixed)]),
    ]
      .filter((other) => other < place && owned.counts(other))
      .sort((a, b) => a - b);
    const previous = Array.from({ length: place }, (_, other) => other)
      .filter(owned.counts)
      .slice(-1);
    const mends = rollback ? previous : earlier;
    return [
      {
        id,
        at: at * 1000,
        names,
        cause: rollback ? "rollback" : mends.length > 0 ? "fix" : "planned",
        mends: mends.map((other) => live[other]?.id),
        changes: own.length,
        baseline: place === 0,
      },
    ];
  });
}

/**
 * Delivery worked out again from git's own set arithmetic, one question at a time, sharing no code with the product. Slow and plain
 * on purpose. It believes every date.
 */
export function independently(path: string, live: Live) {
  const told = toldByGit(path, live);
  return {
    changes: told.changes,
    deployments: deploymentsFor(told, { has: () => true, counts: () => true }),
  };
}

export interface IndependentPart {
  readonly name: string;
  /** Git's own pathspecs, as `git log -- …` takes them. */
  readonly paths: readonly string[];
  /** Its own deployments, where it has a rule of its own. */
  readonly own?: Live;
}

/** The same for a repository and its parts: what `git log -- PATHS` shows is a part's, and all else is the repository's own. */
export function independentParts(path: string, live: Live, parts: readonly IndependentPart[]) {
  const besides = parts.flatMap(({ own }) => own ?? []);
  const told = toldByGit(path, live, besides);
  const touching = (...paths: string[]): Set<string> =>
    new Set(told.git("log", "--all", "--no-merges", "--full-history", "--format=%H", "--", ...paths));
  const members = new Map(parts.map(({ name, paths }) => [name, touching(...paths)]));
  const others = touching(
    ".",
    ...parts.flatMap(({ paths }) => paths.map((one) => one.replace(/^:\(/, ":(exclude,"))),
  );
  const anything = touching(".");
  const hasRest = (hash: string): boolean => others.has(hash) || !anything.has(hash);
  const follow = parts.filter(({ own }) => own === undefined).map(({ name }) => name);
  const counted = followed(told, [
    ...follow.map((name) => (hash: string) => members.get(name)?.has(hash) ?? false),
    hasRest,
  ]);
  const owned = (has: (hash: string) => boolean, number: number) => ({
    changes: told.changes.filter(({ hash }) => has(hash)),
    deployments: deploymentsFor(told, { has, counts: (place) => counted[number]?.has(place) ?? false }),
  });
  return {
    itself: owned(hasRest, follow.length),
    parts: Object.fromEntries(
      parts.map(({ name, own }) => {
        const has = (hash: string): boolean => members.get(name)?.has(hash) ?? false;
        if (own === undefined) return [name, owned(has, follow.indexOf(name))];
        const alone = toldByGit(path, own, [live, ...besides]);
        const deployments = deploymentsFor(alone, { has, counts: () => true });
        return [name, { changes: alone.changes.filter(({ hash }) => has(hash)), deployments }];
      }),
    ),
  };
}

/** For each of these, the deployments that bring it something or take something back; for the last one also those that do it for none. */
function followed(
  { git, isMerge, live, delivered }: ReturnType<typeof toldByGit>,
  owners: readonly ((hash: string) => boolean)[],
): Set<number>[] {
  const counted = owners.map(() => new Set<number>());
  const changesAt = (place: number): string[] =>
    [...delivered].filter(([hash, by]) => by === place && !isMerge(hash)).map(([hash]) => hash);
  live.forEach(({ id }, place) => {
    const first = delivered.get(id) as number;
    const kept = new Set(git("rev-list", id));
    const concerned = owners.map((has, owner) => {
      if (changesAt(place).some(has)) return true;
      const last = Math.max(-1, ...(counted[owner] ?? []));
      if (first === place || last < first) return false;
      return last > first || changesAt(first).some((hash) => has(hash) && !kept.has(hash));
    });
    if (!concerned.includes(true)) concerned[concerned.length - 1] = true;
    concerned.forEach((yes, owner) => {
      if (yes) counted[owner]?.add(place);
    });
  });
  return counted;
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
