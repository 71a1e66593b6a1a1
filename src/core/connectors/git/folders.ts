import { Failure, fail } from "../../../platform/errors.ts";
import { defaultBranch } from "./branches.ts";
import { type FolderChange, writeBranch } from "./new-branch.ts";
import type { Git } from "./program/git.ts";
import type { OpenedRepository } from "./program/repository.ts";
import { readRefs } from "./refs.ts";

/** A file of a repository, as bytes; its path is from the folder down. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface FolderLimits {
  isWanted(path: string): boolean;
  readonly mostFiles: number;
  readonly mostBytes: number;
}

/** Files of a repository as the branch has them that Septet reads; its working tree is neither read nor touched. */
export interface KnownFolders {
  /** Of these folders the first that is there, with its tree's hash; "" is the top. */
  find(folders: readonly string[]): Promise<{ readonly folder: string; readonly tree: string } | null>;
  /** The files of a tree that are wanted, at any depth. */
  read(tree: string, limits: FolderLimits): Promise<FolderFile[]>;
  /** Writes a commit with these files on a new branch; a branch of that name that is there already stays as it is. */
  branch(change: FolderChange): Promise<{ readonly commit: string }>;
}

export function foldersIn(open: () => Promise<OpenedRepository>): KnownFolders {
  const tip = async () => {
    const { git, bare } = await open();
    return { git, tip: (await defaultBranch(git, await readRefs(git), bare)).tip };
  };
  return {
    find: (folders) =>
      quietly(READING, async () => {
        const { git, tip: commit } = await tip();
        return findFolder(git, commit, folders);
      }),
    read: (tree, limits) => quietly(READING, async () => readTree((await open()).git, tree, limits)),
    branch: (change) =>
      quietly(WRITING, async () => {
        const { git, tip: commit } = await tip();
        return writeBranch(git, commit, change);
      }),
  };
}

const READING = "The repository cannot be read just now. Those who run the installation can find out why.";
const WRITING =
  "Nothing could be written into the repository. Those who run the installation can let Septet write there; a patch needs no leave.";

/** Where a repository lies is told to nobody here: what git says of its folder is left out. */
async function quietly<T>(detail: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure && !error.message.includes("/")) throw error;
    if (error instanceof Failure && (error.code === "bad_input" || error.code === "conflict")) throw error;
    if (!(error instanceof Failure) || error.code === "unexpected") throw error;
    throw new Failure(error.code, { detail, cause: error });
  }
}

async function findFolder(git: Git, commit: string, folders: readonly string[]) {
  const sound = folders.filter((folder) => !/[\n\r\0]/.test(folder));
  const input = sound.map((folder) => `${commit}:${folder}\n`).join("");
  const said = (await git.answer(["cat-file", "--batch-check"], { input })) ?? "";
  for (const [at, line] of said.split("\n").entries()) {
    const [tree = "", type] = line.split(" ");
    const folder = sound[at];
    if (type === "tree" && folder !== undefined) return { folder, tree };
  }
  return null;
}

interface Blob {
  readonly hash: string;
  readonly size: number;
  readonly path: string;
}

async function readTree(git: Git, tree: string, { isWanted, mostFiles, mostBytes }: FolderLimits) {
  const blobs: Blob[] = [];
  let bytes = 0;
  for await (const some of git.fields(["ls-tree", "-r", "-l", "-z", tree]))
    for (const field of some) {
      const [about = "", path = ""] = [
        field.slice(0, field.indexOf("\t")),
        field.slice(field.indexOf("\t") + 1),
      ];
      const [mode = "", type = "", hash = "", size = ""] = about.split(/ +/);
      if (type !== "blob" || !mode.startsWith("100") || !isWanted(path)) continue; // no links and no submodules
      blobs.push({ hash, size: Number(size), path });
      bytes += Number(size);
      if (blobs.length > mostFiles)
        fail("too_large", `There are more than ${mostFiles} Markdown files: name the folder of the records.`);
      if (bytes > mostBytes)
        fail(
          "too_large",
          `The files have more than ${mostBytes} bytes together: name the folder of the records.`,
        );
    }
  return contentsOf(git, blobs, bytes);
}

/** What `cat-file --batch` says before each file: a hash, a word, a size. */
const HEAD_BYTES = 100;

async function contentsOf(git: Git, blobs: readonly Blob[], size: number): Promise<FolderFile[]> {
  if (blobs.length === 0) return [];
  const input = blobs.map(({ hash }) => `${hash}\n`).join("");
  const most = size + blobs.length * HEAD_BYTES;
  const said = await git.bytes(["cat-file", "--batch"], { input, most });
  const files: FolderFile[] = [];
  let at = 0;
  for (const { path } of blobs) {
    const end = said.indexOf(0x0a, at);
    const [, type, length = ""] = Buffer.from(said.subarray(at, end)).toString("latin1").split(" ");
    if (type !== "blob")
      fail("not_readable", "The repository lacks the contents of a file: fetch them first.");
    const from = end + 1;
    files.push({ path, bytes: said.slice(from, from + Number(length)) });
    at = from + Number(length) + 1;
  }
  return files;
}
