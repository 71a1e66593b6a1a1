import { type Part, partsOfPaths } from "./part.ts";

/**
 * Which of a repository's components each of its changes counts for. Components have numbers: 0 is the repository itself,
 * its parts follow in their order. There are few different sets of them, so a change only has the number of its set.
 */
export interface Membership {
  /** What the components are called. */
  readonly names: readonly string[];
  /** The sets, each in order. */
  readonly sets: readonly (readonly number[])[];
  /** A change's set. Where its paths are not known or are none, it counts for the repository itself. */
  setOf(commit: number): number;
  has(commit: number, component: number): boolean;
  /** Whether the paths that it touches are known. */
  knows(commit: number): boolean;
  /** Says that a change is read: all the paths that it touches follow, or are there already. */
  read(commit: number): void;
  touch(commit: number, path: string): void;
}

/** Only the repository itself: no path has to be read. */
const whole = (repository: string): Membership => ({
  names: [repository],
  sets: [[0]],
  setOf: () => 0,
  has: () => true,
  knows: () => true,
  read: () => undefined,
  touch: () => undefined,
});

const UNKNOWN = -1;
const NOTHING_YET = -2;

/** More different sets than there are commits. */
const MOST_SETS = 2 ** 26;

export function membershipOf(
  commits: number,
  { repository, parts }: { repository: string; parts: readonly Part[] },
): Membership {
  if (parts.length === 0) return whole(repository);
  const chosen = new Int32Array(commits).fill(UNKNOWN);
  const { sets, numberOf } = numbered();
  const partsOf = partsOfPaths(parts);
  const together = new Map<number, number>();
  const union = (a: number, b: number): number => {
    const key = a * MOST_SETS + b;
    const known = together.get(key);
    if (known !== undefined) return known;
    const both = numberOf([...new Set([...(sets[a] ?? []), ...(sets[b] ?? [])])].sort((x, y) => x - y));
    together.set(key, both);
    return both;
  };
  const setOf = (commit: number): number => Math.max(0, chosen[commit] as number);
  return {
    names: [repository, ...parts.map(({ component }) => component)],
    sets,
    setOf,
    has: (commit, component) => sets[setOf(commit)]?.includes(component) ?? false,
    knows: (commit) => chosen[commit] !== UNKNOWN,
    read: (commit) => {
      if (chosen[commit] === UNKNOWN) chosen[commit] = NOTHING_YET;
    },
    touch: (commit, path) => {
      const before = chosen[commit] as number;
      const places = partsOf(path);
      const set = places.length === 0 ? 0 : numberOf(places.map((place) => place + 1));
      chosen[commit] = before < 0 || before === set ? set : union(before, set);
    },
  };
}

/** Gives each set of numbers a number; that of the repository alone is 0. */
function numbered() {
  const sets: number[][] = [[0]];
  const numbers = new Map([["0", 0]]);
  const numberOf = (set: number[]): number => {
    const key = set.join();
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, sets.length);
    return sets.push(set) - 1;
  };
  return { sets, numberOf };
}
