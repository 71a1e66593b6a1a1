import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldersIn } from "./folders.ts";
import { openRepository } from "./program/repository.ts";

const path = mkdtempSync(join(tmpdir(), "septet-new-branch-"));
const git = (args: readonly string[], input: string | Buffer = "") =>
  execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], { cwd: path, input });
const said = (args: readonly string[], input?: string | Buffer) => git(args, input).toString().trim();
const folders = foldersIn(() => openRepository(path));
const utf8 = (text: string) => new TextEncoder().encode(text);
const change = { message: "Records", author: "Ann", folder: "docs/adr" };

beforeAll(() => {
  git(["init", "-q", "-b", "main"]);
  const blob = said(["hash-object", "-w", "--stdin"], "kept\n");
  const entry = (mode: string, name: string, hash = blob) =>
    `${mode} ${mode === "040000" ? "tree" : "blob"} ${hash}\t${name}\0`;
  const tree = (...entries: string[]) => said(["mktree", "-z"], Buffer.from(entries.join(""), "latin1"));
  // Names need not be UTF-8, and modes are not all the same.
  const adr = tree(
    entry("100755", "0001-run.md"),
    entry("100644", "odd \xff name.md"),
    entry("120000", "link.md"),
  );
  const top = tree(entry("040000", "docs", tree(entry("040000", "adr", adr))), entry("100644", "\xe9.txt"));
  git(["update-ref", "refs/heads/main", said(["commit-tree", top, "-m", "first"])]);
});
afterAll(() => rmSync(path, { recursive: true, force: true }));

test("files are read as a branch has them, without links", async () => {
  const found = await folders.find(["adr", "docs/adr\nx", "docs/adr"]);
  expect(found?.folder).toBe("docs/adr");
  const limits = { isWanted: (name: string) => name.endsWith(".md"), mostFiles: 10, mostBytes: 100 };
  const files = await folders.read(found?.tree ?? "", limits);
  expect(files.map((file) => file.path)).toEqual(["0001-run.md", "odd \ufffd name.md"]);
  expect(files[0]?.bytes).toEqual(utf8("kept\n"));
  await expect(folders.read(found?.tree ?? "", { ...limits, mostBytes: 9 })).rejects.toThrow(
    "more than 9 bytes",
  );
  await expect(folders.read(found?.tree ?? "", { ...limits, mostFiles: 1 })).rejects.toThrow(
    "more than 1 Markdown",
  );
});

test("a new branch holds what is written, and everything else as it was", async () => {
  const files = [
    { path: "0001-run.md", bytes: Uint8Array.of(0xff, 0x0a) },
    { path: "new/täglich.md", bytes: utf8("new\n") },
  ];
  const { commit } = await folders.branch({ ...change, branch: "decisions/one", files });
  expect(said(["rev-parse", "decisions/one"])).toBe(commit);
  const raw = git(["diff-tree", "-r", "-z", "main", "decisions/one"]).toString("utf8").split("\0");
  expect(raw.filter((_, at) => at % 2 === 1)).toEqual(["docs/adr/0001-run.md", "docs/adr/new/täglich.md"]);
  expect(raw[0]).toMatch(/^:100755 100755 /);
  expect(git(["cat-file", "blob", "decisions/one:docs/adr/0001-run.md"])).toEqual(Buffer.from([0xff, 0x0a]));
  expect(said(["log", "-1", "--format=%an %s", "decisions/one"])).toBe("Ann Records");
  expect(said(["for-each-ref", "--format=%(refname)"]).split("\n")).toHaveLength(2);
});

test.each([
  ["main", "already"],
  ["MAIN", "already"],
  ["main/below", "beside"],
  ["decisions", "beside"],
  ["--force", "cannot be"],
  ["a..b", "cannot be"],
  ["a//b", "cannot be"],
  ["a.lock", "cannot be"],
  ["a/.b", "cannot be"],
  ["a\nb", "cannot be"],
  ["a@{1}", "cannot be"],
])("no branch %j is written", async (branch, why) => {
  const before = said(["for-each-ref"]);
  await expect(folders.branch({ ...change, branch, files: [] })).rejects.toThrow(why);
  expect(said(["for-each-ref"])).toBe(before);
});
