import { readFile, realpath, stat } from "node:fs/promises";
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

/**
 * Finds the repository that a folder is or is inside of. Git is asked twice only, as starting a program is the dear part of
 * it in a large process.
 */
export async function openRepository(path: string): Promise<OpenedRepository> {
  const folder = resolve(path.replace(/^~(?=\/|$)/, homedir()));
  await mustBeFolder(folder);
  const git = gitIn(folder);
  const { bare, up, own } = await locate(git);
  const top = up !== null ? resolve(await realpath(folder), up) : bare ? own : dirname(own);
  const common = await commonOf(own);
  const remotes = await settingsOf(git);
  return {
    git: gitIn(top),
    path: top,
    component: componentOf(remotes, { bare, common, top }),
    bare,
    shallow: await shallowAt(common),
    partial: isPartial(remotes),
  };
}

interface Located {
  readonly bare: boolean;
  /** The way from the folder up to the top of the working tree, as `../../`; `null` outside of one. */
  readonly up: string | null;
  /** The Git folder, a worktree's own one in a worktree. */
  readonly own: string;
}

/** A path may have line ends; the two answers before it and the one behind it have none. */
async function locate(git: Git): Promise<Located> {
  const ask = ["rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--absolute-git-dir"];
  const said = (await git.answer([...ask, "--show-cdup"])) ?? "";
  const [bare, inTree, ...rest] = said.split("\n");
  const up = inTree === "true" ? (rest.pop() ?? "") : null;
  // Outside of a working tree the last answer may be the path of one that is elsewhere.
  const own = up === null ? await git.answer(["rev-parse", "--absolute-git-dir"]) : rest.join("\n");
  return { bare: bare === "true", up, own: own || git.folder };
}

/** A worktree's Git folder says where the one is that it shares. */
async function commonOf(own: string): Promise<string> {
  const said = await readFile(join(own, "commondir"), "utf8").catch(() => "");
  return resolve(own, said.replace(/\n$/, ""));
}

async function mustBeFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found) fail("not_readable", `There is no folder ${folder} on the machine that Septet runs on.`);
  if (!found.isDirectory())
    fail("not_readable", `${folder} is a file. Give the folder that a repository was cloned into.`);
}

/** A worktree and a submodule are called after the repository that they belong to. */
function componentOf(
  settings: readonly Setting[],
  { bare, common, top }: { bare: boolean; common: string; top: string },
): string {
  const url = settings.findLast(({ name }) => name === "remote.origin.url")?.value;
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

interface Setting {
  readonly name: string;
  /** A name alone means "true". */
  readonly value: string;
}

/** What the repository says of where it was cloned from, and how. */
async function settingsOf(git: Git): Promise<Setting[]> {
  const names = String.raw`^(remote\..*\.(url|promisor|partialclonefilter)|extensions\.partialclone)$`;
  const said = (await git.answer(["config", "-z", "--get-regexp", names], { no: [1] })) ?? "";
  return said
    .split("\0")
    .filter((one) => one !== "")
    .map((one) => {
      const [name = "", ...value] = one.split("\n");
      return { name, value: value.length === 0 ? "true" : value.join("\n") };
    });
}

const isPartial = (settings: readonly Setting[]): boolean =>
  settings.some(({ name, value }) => !name.endsWith(".url") && !/^(?:false|no|off|0|)$/i.test(value));
