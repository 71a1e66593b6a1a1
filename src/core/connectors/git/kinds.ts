import { plain } from "./plain.ts";
import { isPreRelease, isRelease, prefixOf } from "./release-tags.ts";

/** Tags that begin alike, as those of one part of a monorepo do: `api@1.2.0`, `api@1.3.0`. */
export interface Kind {
  readonly prefix: string;
  /** Matches them all, as in `tags:GLOB`. */
  readonly glob: string;
  /** How many there are. */
  readonly n: number;
}

/** The kinds among these tags, those with the most first. What people could not read or write is offered to nobody. */
export function kindsOf(names: readonly string[]): Kind[] {
  return [...Map.groupBy(names, prefixOfKind)]
    .filter(([prefix]) => plain(prefix, 200) === prefix)
    .map(([prefix, same]) => ({ prefix, glob: globOf(prefix), n: same.length }))
    .sort((a, b) => b.n - a.n || (a.prefix < b.prefix ? -1 : 1));
}

/** What tags there are, as globs, or as their names where there is only one of a kind. */
export function examplesOfKinds(names: readonly string[], most: number): string[] {
  const said = names.filter((name) => !isPreRelease(name));
  const all = said.length > 0 ? said : names;
  return kindsOf(all)
    .slice(0, most)
    .map(({ prefix, glob, n }) =>
      n > 1 ? glob : (all.find((name) => prefixOfKind(name) === prefix) ?? glob),
    );
}

/** What a tag's like begin with: all before the version, or else up to the first sign that parts words. */
const prefixOfKind = (name: string): string =>
  isRelease(name) ? prefixOf(name) : (/^[^-_/@]*[-_/@]/.exec(name)?.[0] ?? name);

export const globOf = (prefix: string): string =>
  prefix === "" ? "[0-9]*" : `${prefix.replace(/[\\*?[]/g, String.raw`\$&`)}*`;

/** The part that a kind releases: `1.0.0` and `v1.0.0` are two ways of writing, `api@` and `web@` are two parts. */
export const partOf = ({ prefix }: Kind): string => prefix.replace(/(?<![a-z])v$/i, "");
