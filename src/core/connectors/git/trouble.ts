import { Failure } from "../../../platform/errors.ts";
import { plain } from "./plain.ts";

const HASH = /\b[0-9a-f]{40}(?:[0-9a-f]{24})?\b/;

/** What went wrong with git, as its standard error says it in English, and what would help. */
export function explain(said: string, folder: string): Failure {
  const trouble = troubles.find(({ sign }) => sign.test(said));
  const detail = trouble
    ? trouble.say({ folder, object: HASH.exec(said)?.[0] ?? null })
    : `git could not read ${folder}: ${first(said)}`;
  return new Failure("not_readable", { detail, cause: new Error(plain(said, 2_000)) });
}

/** Says that a file's contents are not there, as in a partial clone. */
export const lacksObject = (error: unknown): boolean =>
  error instanceof Failure && error.cause instanceof Error && LACKS.test(error.cause.message);

/** A tree that lacks means that the repository is damaged; a blob may just not have been fetched. */
export const lacksTree = (error: unknown): boolean =>
  error instanceof Failure && error.cause instanceof Error && /\btree\b/i.test(error.cause.message);

const LACKS =
  /unable to read|could not read|bad object|missing|failed to traverse|could not fetch|corrupt|unable to (find|parse)|cannot (read|parse) (commit|tree)|not a valid object|could not parse|promisor|packfile .* cannot be accessed|lazy fetching disabled|unable to unpack/i;

interface Trouble {
  readonly sign: RegExp;
  say(about: { folder: string; object: string | null }): string;
}

const troubles: readonly Trouble[] = [
  {
    sign: /dubious ownership|unsafe repository/i,
    say: ({ folder }) =>
      `${folder} belongs to another user of this machine, so git refuses to read it. If you trust it, run: git config --global --add safe.directory ${quoted(folder)}`,
  },
  {
    sign: /not a git repository/i,
    say: ({ folder }) => `${folder} is no Git repository. Give the folder that a repository was cloned into.`,
  },
  {
    sign: /permission denied/i,
    say: ({ folder }) =>
      `Septet may not read all of ${folder}: permission was denied. Let the user that runs it read the folder.`,
  },
  {
    sign: /unknown (option|repository extension)|unrecognized argument|repository version|unknown object format/i,
    say: ({ folder }) => `The git on this machine is too old to read ${folder}. Install git 2.22 or newer.`,
  },
  {
    sign: LACKS,
    say: ({ folder, object }) =>
      `${object ? `The object ${object}` : "An object"} is missing or damaged in ${folder}, so its history cannot be read whole. Run git fsck there to see what is lost, then git fetch, or clone it again.`,
  },
];

const first = (said: string): string => plain(said.trim().split("\n")[0] || "it gave no reason", 300);

const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;
