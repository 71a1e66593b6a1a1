import { fail } from "../../../platform/errors.ts";
import { LONGEST_NAME, plain } from "./plain.ts";
import type { Git } from "./program/git.ts";
import { HEADS, ORIGIN, type Ref } from "./refs.ts";

/** A branch as it was read. */
export interface Branch {
  readonly name: string;
  readonly tip: string;
  /** How the branch of this clone and that of `origin` differ, in words; "" where they do not. */
  readonly differs: string;
}

/** What names the default branch where `origin` does not say: what almost all repositories call it. */
const USUAL = ["main", "master"];

/**
 * The default branch: `origin`'s, else main or master, else what is checked out. A bare repository's own HEAD is its default
 * branch, as a host serves it.
 */
export async function defaultBranch(git: Git, refs: readonly Ref[], bare: boolean): Promise<Branch> {
  const current = await git.answer(["symbolic-ref", "-q", "HEAD"], { no: [1] });
  const checkedOut = current?.startsWith(HEADS) ? current.slice(HEADS.length) : null;
  const ofOrigin = refs.find((ref) => ref.name === `${ORIGIN}HEAD`)?.symbolic.slice(ORIGIN.length) || null;
  const usual = checkedOut !== null && USUAL.includes(checkedOut) ? [checkedOut, ...USUAL] : USUAL;
  const names = bare ? [ofOrigin, checkedOut, ...usual] : [ofOrigin, ...usual, checkedOut];
  for (const name of names) {
    const branch = name === null ? null : await branchNamed(git, refs, name);
    if (branch) return branch;
  }
  return detached(git, refs, checkedOut);
}

async function detached(git: Git, refs: readonly Ref[], unborn: string | null): Promise<Branch> {
  const tip =
    unborn === null
      ? await git.answer(["rev-parse", "-q", "--verify", "HEAD^{commit}"], { no: [1, 128] })
      : null;
  if (tip) return { name: "HEAD", tip, differs: "" };
  const others = branchNames(refs);
  if (others.length === 0)
    return fail("not_readable", `${git.folder} has no commits yet. Make the first one, then import it.`);
  const [only] = others;
  const branch = others.length === 1 && only !== undefined ? await branchNamed(git, refs, only) : null;
  const where = `The branch ${shown(unborn ?? "HEAD")} of ${git.folder} has no commits yet.`;
  return branch ?? fail("not_readable", `${where} Check out the main branch, one of ${listed(others)}.`);
}

/** The branch of a rule `branch:NAME`, or the failure that says which ones there are. */
export async function mustHaveBranch(git: Git, refs: readonly Ref[], name: string): Promise<Branch> {
  const branch = await branchNamed(git, refs, name);
  const names = branchNames(refs);
  const others = names.length === 0 ? "It has no branches" : `Its branches are ${listed(names)}`;
  return branch ?? fail("not_readable", `There is no branch ${shown(name)} in ${git.folder}. ${others}.`);
}

const MOST_LISTED = 20;
const shown = (name: string): string => plain(name, LONGEST_NAME);

function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  return names.slice(0, MOST_LISTED).map(shown).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

const branchNames = (refs: readonly Ref[]): string[] => [
  ...new Set(
    refs
      .filter((ref) => ref.symbolic === "" || ref.name.startsWith(HEADS))
      .flatMap(({ name }) =>
        [HEADS, ORIGIN].filter((at) => name.startsWith(at)).map((at) => name.slice(at.length)),
      ),
  ),
];

/**
 * A branch may be there twice, in this clone and as `origin` had it when last fetched. We read the one that contains
 * the other, so that neither what was just committed nor what was just fetched is missing; where each has something
 * of its own, `origin`'s, as the team shares that one.
 */
async function branchNamed(git: Git, refs: readonly Ref[], name: string): Promise<Branch | null> {
  const here = refs.find((ref) => ref.name === HEADS + name)?.commit;
  const there = refs.find((ref) => ref.name === ORIGIN + name)?.commit;
  const tip = there ?? here;
  if (!tip) return null;
  if (!here || !there || here === there) return { name, tip, differs: "" };
  const input = `${here}\n^${there}\n`;
  const ahead = Number(await git.answer(["rev-list", "--count", "--stdin"], { input }));
  const behind = Number(
    await git.answer(["rev-list", "--count", "--stdin"], { input: `${there}\n^${here}\n` }),
  );
  const local = behind === 0;
  const differs = `the local ${name} is ${ahead} ahead of origin/${name} and ${behind} behind; ${local ? "the local one" : `origin/${name}`} was read`;
  return { name, tip: local ? here : there, differs };
}
