import fc from "fast-check";
import { at, type CommitOptions, type GitRepository } from "./git-repository.ts";

const BRANCHES = ["main", "one", "two"];

/** A step in a history's life; numbers choose among what is there. */
export const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("commit" as const),
      branch: fc.nat(2),
      pick: fc.nat(),
      hours: fc.integer({ min: -30, max: 40 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("merge" as const),
      branch: fc.nat(2),
      pick: fc.nat(2),
      hours: fc.integer({ min: 0, max: 20 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("tag" as const),
      branch: fc.nat(2),
      pick: fc.nat(),
      hours: fc.nat(9),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("revert" as const),
      branch: fc.nat(2),
      pick: fc.nat(),
      hours: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("fix" as const),
      branch: fc.nat(2),
      pick: fc.nat(),
      hours: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("old tag" as const),
      branch: fc.nat(2),
      pick: fc.nat(),
      hours: fc.nat(9),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("forward" as const),
      branch: fc.nat(2),
      pick: fc.nat(2),
      hours: fc.nat(9),
    }),
  },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Plays steps on a repository; each leaves it whole. `filesOf` gives what the commit of a number touches. */
export function player(repo: GitRepository, filesOf?: (number: number) => CommitOptions["files"]) {
  const commits: { hash: string; parents: string[] }[] = [];
  const tags: string[] = [];
  let time = at("2024-01-01 00:00");
  const add = (hash: string, parents: (string | null)[]): void =>
    void commits.push({ hash, parents: parents.filter((one) => one !== null) });
  add(repo.commit("root", { at: time }), []);
  for (const branch of BRANCHES.slice(1)) repo.ref(`refs/heads/${branch}`, repo.head());
  const picked = (number: number) => commits[number % commits.length] as { hash: string; parents: string[] };
  return {
    tags,
    play({ do: what, branch, pick, hours }: Step): void {
      time = Math.max(time, time + hours * 3600);
      const on = BRANCHES[branch] as string;
      const head = repo.head(on);
      const files = filesOf?.(commits.length * 7 + pick);
      const options = {
        ...(files ? { files } : {}),
        on,
        at: Math.max(at("2023-12-01 00:00"), what === "commit" && hours < 0 ? time + hours * 3600 : time),
      };
      const other = BRANCHES[pick % 3] as string;
      if (what === "commit") add(repo.commit(`Work ${commits.length}`, options), [head]);
      if (what === "merge" && repo.head(other) !== head)
        add(repo.merge([other], { ...options, files: {} }), [head, repo.head(other)]);
      if (what === "forward" && repo.git("merge-base", on, other) === head)
        repo.ref(`refs/heads/${on}`, repo.head(other));
      if (what === "revert") {
        const { hash, parents } = picked(pick);
        const said = pick % 2 === 0 ? hash : hash.slice(0, 10);
        const reversing =
          parents.length > 1 ? `, reversing\nchanges made to ${parents[pick % parents.length]}` : "";
        add(repo.commit(`Revert ${commits.length}\n\nThis reverts commit ${said}${reversing}.`, options), [
          head,
        ]);
      }
      if (what === "fix") {
        const tag = tags.length > 0 ? tags[pick % tags.length] : "v9.9";
        add(repo.commit(`Fix ${commits.length}\n\nFixes-Deployment: ${tag}`, options), [head]);
      }
      if (what === "tag" || what === "old tag") {
        const name = `v1.${tags.length}`;
        const of = what === "tag" ? (head as string) : picked(pick).hash;
        repo.tag(name, pick % 3 === 0 && what === "tag" ? { of } : { of, at: time });
        tags.push(name);
      }
    },
  };
}
