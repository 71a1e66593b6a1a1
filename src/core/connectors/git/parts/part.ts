import ignore from "ignore";

/** A part of a repository that is a component of its own. */
export interface Part {
  readonly component: string;
  /** Which paths are its own, as in `.gitignore` and `CODEOWNERS`: `apps/web/`, `packages/ui/**`, `*.tf`. */
  readonly globs: readonly string[];
  /** Its own rule for what is live of it; `null` where the repository's deployments count for it. */
  readonly deployments: string | null;
}

/** As many paths are remembered: most changes touch the same ones, and histories have had millions. */
const REMEMBERED = 20_000;

/** Gives the places in `parts` of those that a path belongs to, in order: the same array each time while it is remembered. */
export function partsOfPaths(parts: readonly Part[]): (path: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  let belongs = matchersOf(parts);
  return (path) => {
    const before = known.get(path);
    if (before) return before;
    if (known.size >= REMEMBERED) {
      known.clear();
      // Matchers remember each path too.
      belongs = matchersOf(parts);
    }
    const found = belongs.flatMap((test, place) => (test(path) ? [place] : []));
    known.set(path, found);
    return found;
  };
}

const matchersOf = (parts: readonly Part[]) => parts.map(({ globs }) => pathMatcher(globs));

/** Whether a path belongs to one of these globs. Upper and lower case differ, as they do in git. */
export function pathMatcher(globs: readonly string[]): (path: string) => boolean {
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add(globs);
  return (path) => matcher.ignores(path);
}
