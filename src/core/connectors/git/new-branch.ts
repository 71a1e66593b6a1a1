import { fail, failField } from "../../../platform/errors.ts";
import type { Git } from "./program/git.ts";
import { HEADS } from "./refs.ts";

/** Files to be written in a folder, on a branch that is not there yet. */
export interface FolderChange {
  readonly branch: string;
  /** The commit's words. */
  readonly message: string;
  /** In whose name, as commits have it; a name of Git may not hold all signs. */
  readonly author: string;
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/** A branch's name as git-check-ref-format(1) allows it, and no more than that: letters, digits, and . _ - / between them. */
const NAME = /^(?!.*(\.\.|\/\/|\.lock(\/|$)|\/\.|\.\/))[\p{L}\p{N}][\p{L}\p{N}._/-]*[\p{L}\p{N}_-]$/u;

/** Writes a commit with these files onto a new branch, by objects and a reference alone: no index, no working tree. */
export async function writeBranch(git: Git, tip: string, change: FolderChange): Promise<{ commit: string }> {
  const { branch, folder, files, message, author } = change;
  if (!NAME.test(branch) || branch === "HEAD")
    failField("/branch", `“${branch}” cannot be a branch's name. Write it like decisions/from-septet.`);
  await mustBeFree(git, branch);
  const base = await hashOf(git, `${tip}^{tree}`);
  const written = [];
  for (const { path, bytes } of files)
    written.push({
      steps: [...folder.split("/").filter((step) => step !== ""), ...path.split("/")],
      hash: await ask(git, ["hash-object", "-w", "--stdin"], bytes),
    });
  const tree = await treeWith(git, base, written);
  const commit = await ask(git, [...identity(author), "commit-tree", tree, "-p", tip], message);
  // With "create" git refuses where such a branch has come up meanwhile.
  await git.answer(["update-ref", "--stdin"], { input: `create ${HEADS}${branch} ${commit}\n` });
  return { commit };
}

async function mustBeFree(git: Git, branch: string): Promise<void> {
  const current = await git.answer(["symbolic-ref", "-q", "HEAD"], { no: [1] });
  const there = (await git.answer(["for-each-ref", "--format=%(refname)", HEADS])) ?? "";
  const names = there.split("\n").filter((name) => name !== "");
  const wanted = HEADS + branch;
  // A file system that knows no case would take them for one.
  const same = [...names, ...(current ? [current] : [])].find(
    (name) => name.toLowerCase() === wanted.toLowerCase(),
  );
  if (same)
    failField(
      "/branch",
      `There is a branch ${same.slice(HEADS.length)} already. Give it another name.`,
      "conflict",
    );
  const above = names.find((name) => wanted.startsWith(`${name}/`) || name.startsWith(`${wanted}/`));
  if (above)
    failField(
      "/branch",
      `It cannot be beside the branch ${above.slice(HEADS.length)}. Give it another name.`,
      "conflict",
    );
}

/** Given as options, as nothing of a machine's own settings is to be needed; signs that git would refuse are left out. */
function identity(author: string): string[] {
  const name = author.replace(/[^\p{L}\p{N} .'-]/gu, "").trim() || "Septet";
  return ["-c", `user.name=${name}`, "-c", "user.email=septet@localhost", "-c", "commit.gpgSign=false"];
}

async function hashOf(git: Git, name: string): Promise<string> {
  const said = await ask(git, ["cat-file", "--batch-check"], `${name}\n`);
  return said.split(" ")[0] ?? "";
}

const ask = async (git: Git, args: readonly string[], input: string | Uint8Array): Promise<string> =>
  (await git.answer(args, { input })) ?? fail("not_readable", "git wrote nothing.");

interface Written {
  readonly steps: readonly string[];
  readonly hash: string;
}

/** A tree has at most so many bytes: some hundred thousand entries. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A tree with files put in or changed; what is beside them stays as it is. Names are taken byte by byte, as they need not be UTF-8. */
async function treeWith(git: Git, tree: string | null, files: readonly Written[]): Promise<string> {
  const entries = tree === null ? new Map<string, Entry>() : await entriesOf(git, tree);
  for (const [step, some] of Map.groupBy(files, ({ steps }) => steps[0] ?? "")) {
    const name = Buffer.from(step, "utf8").toString("latin1");
    const old = entries.get(name);
    const own = some.find(({ steps }) => steps.length === 1);
    if (own) {
      const mode = old?.type === "blob" && old.mode.startsWith("100") ? old.mode : "100644";
      entries.set(name, { mode, type: "blob", hash: own.hash });
      continue;
    }
    const below = some.map(({ steps, hash }) => ({ steps: steps.slice(1), hash }));
    const hash = await treeWith(git, old?.type === "tree" ? old.hash : null, below);
    entries.set(name, { mode: "040000", type: "tree", hash });
  }
  const lines = [...entries].map(([name, { mode, type, hash }]) => `${mode} ${type} ${hash}\t${name}\0`);
  return ask(git, ["mktree", "-z"], Buffer.from(lines.join(""), "latin1"));
}

interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly hash: string;
}

async function entriesOf(git: Git, tree: string): Promise<Map<string, Entry>> {
  const said = Buffer.from(await git.bytes(["ls-tree", "-z", tree], { most: MOST_BYTES })).toString("latin1");
  const lines = said.split("\0").filter((line) => line !== "");
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf("\t");
      const [mode = "", type = "", hash = ""] = line.slice(0, tab).split(" ");
      return [line.slice(tab + 1), { mode, type, hash }];
    }),
  );
}
