import { readdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { secondsOf } from "../dates.ts";
import { compare } from "../deployments.ts";
import { nameOfOrigin } from "../origin.ts";
import { LONGEST_NAME, plain } from "../plain.ts";
import { gitIn } from "./git.ts";

export interface NearbyRepository {
  readonly path: string;
  readonly name: string;
  readonly lastCommitAt: string | null;
}

export interface Nearby {
  /** The newest work first. */
  readonly repositories: NearbyRepository[];
  /** The folders that were searched to their end. */
  readonly searched: string[];
}

/** Deeper than this, people keep no repositories that they would look for. */
const DEEPEST = 5;

/**
 * Looks for folders with a `.git` in these folders and below, nearest first; not in hidden ones, in node_modules, in repositories or through
 * links. Stops when it has found enough or the time is over.
 */
export async function findRepositories(
  roots: readonly string[],
  { limit, timeMs }: { readonly limit: number; readonly timeMs: number },
): Promise<Nearby> {
  const over = AbortSignal.timeout(timeMs);
  const paths = new Set<string>();
  const searched: string[] = [];
  for (const root of new Set(roots.map((one) => resolve(one)))) {
    if (await search(root, { over, limit, paths })) searched.push(root);
  }
  // Looking took its time; telling what was found gets as much again.
  const soon = AbortSignal.timeout(timeMs);
  const repositories = await Promise.all([...paths].map((path) => describe(path, soon)));
  return {
    repositories: repositories.sort(
      (a, b) => compare(b.lastCommitAt ?? "", a.lastCommitAt ?? "") || compare(a.path, b.path),
    ),
    searched,
  };
}

interface Search {
  readonly over: AbortSignal;
  readonly limit: number;
  readonly paths: Set<string>;
}

/** Whether it came to its end. */
async function search(root: string, { over, limit, paths }: Search): Promise<boolean> {
  let level = [root];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of level) {
      if (over.aborted || paths.size >= limit) return false;
      const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
      if (entries.some((entry) => entry.name === ".git" && !entry.isSymbolicLink())) paths.add(folder);
      else
        next.push(
          ...entries
            .filter((entry) => entry.isDirectory() && isLookedInto(entry.name))
            .map((entry) => join(folder, entry.name)),
        );
    }
    level = next;
  }
  return true;
}

const isLookedInto = (name: string): boolean => !name.startsWith(".") && name !== "node_modules";

/** Whatever cannot be told is left open: the list only offers. */
async function describe(path: string, signal: AbortSignal): Promise<NearbyRepository> {
  const git = gitIn(path);
  const ask = (args: readonly string[]): Promise<string | null> =>
    git.answer(args, { signal }).catch(() => null);
  const url = await ask(["config", "--get", "remote.origin.url"]);
  const seconds = secondsOf((await ask(["log", "-1", "--format=%ct", "HEAD", "--"])) ?? "");
  const known = seconds > 0 && seconds < 8.64e12;
  return {
    path,
    name: nameOfOrigin(url ?? "") ?? plain(basename(path), LONGEST_NAME),
    lastCommitAt: known ? new Date(seconds * 1000).toISOString() : null,
  };
}
