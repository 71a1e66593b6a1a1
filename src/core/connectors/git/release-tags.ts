/**
 * What a tag's name says. A version is found after what names the part of a monorepo (up to the last `@` or `/`) and after
 * what leads up to the number: `api@1.2.0`, `api/v1.2.0`, `v1.2.0`, `log4j-2.17`, `REL_16_1`, `release-2024-05-01`, `2024.05.1`.
 */
interface TagName {
  /** All before the number, so that `startsWith` finds the tags of the same kind. */
  readonly prefix: string;
  /** `api@`, `packages/api/` or "". */
  readonly scope: string;
  /** The last word before the number, in lower case: "release" in `api-release-12`. */
  readonly word: string;
  readonly numbers: readonly string[];
  /** What follows the number, without build metadata (`+…`), in lower case. */
  readonly tail: string;
}

/** Letters right before a number belong to it when they say so or when it has several parts: the 4 of `log4j-2.17` is none. */
const VERSION =
  /^((?:.*?[-_])??(?:(?:v|ver|version|r|rel|release|[a-z]+(?=[._]?\d+[._]\d))[._]?)??)(\d+(?:[._]\d+)*)(.*)$/is;

function read(tag: string): TagName | null {
  const at = Math.max(tag.lastIndexOf("@"), tag.lastIndexOf("/")) + 1;
  const [, lead = "", number = "", tail = ""] = VERSION.exec(tag.slice(at)) ?? [];
  if (number === "") return null;
  const scope = tag.slice(0, at);
  return {
    prefix: scope + lead,
    scope,
    word: words(lead).at(-1) ?? "",
    numbers: number.split(/[._]/),
    tail: (tail.split("+")[0] ?? "").toLowerCase(),
  };
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[-_./ ]+/)
    .filter((word) => word !== "");

/** Words that say "not yet": with a number at their end or not, as in `rc`, `rc1`, `beta.2`, `1.0.0.M3`. */
const NOT_YET =
  /^(?:(?:alpha|beta|rc|cr|pre|prerelease|preview|dev|snapshot|nightly|canary|milestone|next|unstable|edge|insiders?|experimental)\d*|m\d+)$/;

/** Python's short forms, which follow the number at once: `1.0a1`, `1.0b2`, `1.0rc1`. */
const NOT_YET_SHORT = /^[abc]\d+/;

/** What may follow a semantic version's hyphen and yet comes after the release, whatever the specification says of it. */
const NO_LESS = /^(?:final|ga|release|stable|lts|hotfix|hf|patch|post|sp)\d*$/;

/**
 * Whether a tag is a pre-release: by a word (alpha, beta, rc, preview, dev, snapshot, nightly, canary, milestone, next, …)
 * just before or anywhere after the version, or by semantic versioning's hyphen (`1.2.0-anything`). A date has hyphens of its own.
 */
export function isPreRelease(tag: string): boolean {
  const name = read(tag);
  if (!name) return words(tag.slice(Math.max(tag.lastIndexOf("@"), tag.lastIndexOf("/")) + 1)).some(isNotYet);
  const folder = name.scope.endsWith("/") ? (name.scope.split("/").at(-2) ?? "").toLowerCase() : "";
  const after = words(name.tail);
  if (isNotYet(name.word) || isNotYet(folder) || after.some(isNotYet) || NOT_YET_SHORT.test(name.tail))
    return true;
  const semantic = name.numbers.length === 3 && name.tail.startsWith("-") && !isCalendar(name);
  return semantic && !NO_LESS.test(after[0] ?? "");
}

const isNotYet = (word: string): boolean => NOT_YET.test(word);

const isCalendar = ({ numbers, tail }: TagName): boolean => {
  const [first = "", second] = numbers;
  if (/^(?:19|20)\d{6}$/.test(first)) return true;
  return /^(?:19|20)\d\d$/.test(first) && (second !== undefined || /^-\d{1,2}(?:-\d|$)/.test(tail));
};

/** Words before a bare number or a date that make it a release: without one of them, `issue-12` and `backup-2024-05-01` are none. */
const RELEASED =
  /^(?:|v|r|rel|releases?|released|ver|version|deploy(?:s|ed|ment)?|prod|production|live|ship(?:ped)?|publish(?:ed)?)$/;

/**
 * Whether `auto` takes a tag for a release, by its name alone: a version of two or more numbers with anything before it, or a date or single number
 * alone or after a word such as `v`, `release` or `deploy`. Pre-releases are none.
 */
export function isRelease(tag: string): boolean {
  const name = read(tag);
  if (!name || /^[._]?x\b/.test(name.tail) || isPreRelease(tag)) return false;
  if (isCalendar(name)) return RELEASED.test(name.word);
  if (name.numbers.length > 1) return true;
  return (
    name.tail === "" &&
    RELEASED.test(name.word) &&
    (name.word !== "" || name.scope === "" || saysReleased(name.scope))
  );
}

const saysReleased = (scope: string): boolean => {
  const word = scope.split(/[@/]/).at(-2) ?? "";
  return word !== "" && RELEASED.test(word.toLowerCase());
};

/** All of a tag's name before its version (`api@`, `v`, ""), which is what a repository's kinds of release differ in. */
export const prefixOf = (tag: string): string => read(tag)?.prefix ?? tag;
