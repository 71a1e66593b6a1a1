import { readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fail } from "../../../../platform/errors.ts";
import { folderOf, nameOfOrigin } from "../origin.ts";
import { type Git, gitIn } from "./git.ts";

/** A repository that is there and can be read. */
export interface OpenedRepository {
  /** The program git, in its top folder. */
  readonly git: Git;
  /** Its top folder, or its Git folder where it is bare; for a worktree, that worktree's. */
  readonly path: string;
  /** Named after its `origin`, or else its folder. */
  readonly component: string;
  readonly bare: boolean;
  /** The commits at which a shallow clone was cut off, sorted; empty where it is whole. */
  readonly shallow: readonly string[];
  /** Cloned without all files' contents: no lines can be counted. */
  readonly partial: boolean;
}

/** Finds the repository that a folder is or is inside of. */
export async function openRepository(path: string): Promise<OpenedRepository> {
  const folder = resolve(path.replace(/^~(?=\/|$)/, homedir()));
  await mustBeFolder(folder);
  const git = gitIn(folder);
  const bare = (await git.answer(["rev-parse", "--is-bare-repository"])) === "true";
  const inTree = (await git.answer(["rev-parse", "--is-inside-work-tree"])) === "true";
  const own = (await git.answer(["rev-parse", "--absolute-git-dir"])) ?? folder;
  const top = inTree
    ? ((await git.answer(["rev-parse", "--show-toplevel"])) ?? folder)
    : bare
      ? own
      : dirname(own);
  const common = resolve(folder, (await git.answer(["rev-parse", "--git-common-dir"])) ?? own);
  return {
    git: gitIn(top),
    path: top,
    component: await componentOf(git, { bare, common, top }),
    bare,
    shallow: await shallowAt(common),
    partial: await isPartial(git),
  };
}

async function mustBeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found) fail("not_readable", `There is no folder ${folder} on the machine that Septet runs on.`);
  if (!found.isDirectory())
    fail("not_readable", `${folder} is a file. Give the folder that a repository was cloned into.`);
}

/** A worktree and a submodule are called after the repository that they belong to. */
async function componentOf(
  git: Git,
  { bare, common, top }: { bare: boolean; common: string; top: string },
): Promise<string> {
  const url = await git.answer(["config", "--get", "remote.origin.url"], { no: [1] });
  const home = bare || /[/\\]\.git$/.test(common) ? common : top;
  return nameOfOrigin(url ?? "") ?? nameOfOrigin(folderOf(home)[0] ?? "") ?? "repository";
}

async function shallowAt(common: string): Promise<string[]> {
  const text = await readFile(join(common, "shallow"), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .sort();
}

async function isPartial(git: Git): Promise<boolean> {
  const names = String.raw`^(remote\..*\.(promisor|partialclonefilter)|extensions\.partialclone)$`;
  const said = await git.answer(["config", "--get-regexp", names], { no: [1] });
  return (said ?? "").split("\n").some((line) => line !== "" && !/ (false|no|off|0)$/i.test(line));
}
