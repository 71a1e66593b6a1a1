import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { at, gitRepository } from "../../../../test/git-repository.ts";
import { readAll } from "../../../../test/read-git.ts";
import { gitIn } from "./program/git.ts";
import { openRepository } from "./program/repository.ts";

const folder = mkdtempSync(join(tmpdir(), "septet-opening-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
const place = (): string => join(folder, `${++count}`);
const repository = (options: Parameters<typeof gitRepository>[0] = {}) =>
  gitRepository({ inside: place(), ...options });
const git = (...args: string[]): string =>
  execFileSync("git", ["-c", "protocol.file.allow=always", ...args], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
const clone = (from: string, ...options: string[]): string => {
  const to = join(place(), "clone");
  git("clone", "-q", ...options, `file://${from}`, to);
  return to;
};

const file = (name: string): string => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "");
  return path;
};

test("a repository is read from any of its folders, under its top folder's name", async () => {
  const repo = repository();
  repo.commit("First");
  mkdirSync(join(repo.path, "src/deep"), { recursive: true });
  expect(await openRepository(join(repo.path, "src/deep"))).toMatchObject({
    path: repo.path,
    component: "ledger",
    bare: false,
  });
});

test("a bare repository is called after its folder, and its HEAD is its default branch", async () => {
  const repo = repository({ bare: true, name: "ledger.git" });
  repo.commit("On trunk", { on: "trunk" });
  const hash = repo.commit("On main");
  repo.git("symbolic-ref", "HEAD", "refs/heads/trunk");
  const read = await readAll(repo.path);
  expect([read.component, read.changes.length, read.change(hash)]).toEqual(["ledger", 1, undefined]);
});

test("a worktree belongs to its repository, and a branch checked out there is not the default", async () => {
  const repo = repository();
  repo.commit("First");
  repo.git("worktree", "add", "-q", "-b", "topic", `${repo.path}-topic`);
  repo.commit("Only on topic", { on: "topic" });
  const read = await readAll(`${repo.path}-topic`);
  expect([read.component, read.changes.length]).toEqual(["ledger", 1]);
});

test("the name comes from origin, without what signs in there", async () => {
  const repo = repository();
  repo.commit("First");
  repo.git("remote", "add", "origin", "https://jane:secret@git.acme.test/acme/payments/ledger.git");
  const read = await readAll(repo.path);
  expect(read.component).toBe("acme/payments/ledger");
  expect(JSON.stringify(read)).not.toContain("secret");
});

test.each(["with space", "with 'quotes\"", "ünï-ço∂é", "new\nline", "-dash", "$(touch x)"])(
  "a folder %j is read like any other",
  async (name) => {
    const repo = repository({ name });
    repo.commit("First");
    expect((await readAll(repo.path)).changes).toHaveLength(1);
  },
);

test("a tag may be named with quotes, spaces of Unicode, a dollar or a dash", async () => {
  const repo = repository();
  const names = ["v1.0-'quoted'", 'v1.1-"double"', "v1.2-ünï", "v1.3-$HOME", "v1.4-ideographic\u3000space"];
  for (const name of names) {
    repo.commit(name);
    repo.tag(name);
  }
  const read = await readAll(repo.path, { rule: "tags:v1.*" });
  expect(read.deployments.map(({ content }) => content.names)).toEqual(names.map((name) => [name]));
});

test("a glob means what it means to git: a star takes in slashes, and it can be no option", async () => {
  const repo = repository();
  repo.commit("First");
  repo.tag("api/v1.0.0");
  expect((await readAll(repo.path, { rule: "tags:api*" })).found.deployments).toBe(1);
  expect((await readAll(repo.path, { rule: "tags:--delete" })).found.deployments).toBe(0);
  expect(repo.git("tag")).toBe("api/v1.0.0");
});

test.each([
  ["an empty repository", () => repository().path, /no commits yet/],
  ["a folder that is not there", () => join(folder, "nowhere"), /There is no folder/],
  ["a file", () => file("file"), /is a file/],
  ["a folder that is no repository", () => dirname(file("plain/note")), /is no Git repository/],
])("%s is told in plain words", async (_, make, said) => {
  await expect(readAll(make())).rejects.toMatchObject({
    code: "not_readable",
    message: expect.stringMatching(said),
  });
});

test("an unborn branch beside several others is told with their names", async () => {
  const repo = repository();
  repo.commit("First", { on: "one" });
  repo.commit("First", { on: "two" });
  await expect(readAll(repo.path)).rejects.toThrow(/branch main .* no commits yet.*one, two/);
});

test("a branch that is not there is told with those that are", async () => {
  const repo = repository();
  repo.commit("First");
  await expect(readAll(repo.path, { rule: "branch:--all" })).rejects.toThrow(
    /no branch --all .* Its branches are main\./,
  );
});

test("a rule that says nothing names its field", async () => {
  const repo = repository();
  repo.commit("First");
  await expect(readAll(repo.path, { rule: "sometimes" })).rejects.toMatchObject({
    code: "bad_input",
    errors: [{ pointer: "/deployments" }],
  });
});

test("a detached HEAD is read where no branch is usual", async () => {
  const repo = repository();
  const hash = repo.commit("First", { on: "work" });
  writeFileSync(join(repo.store, "HEAD"), `${hash}\n`);
  repo.ref("refs/heads/work", null);
  expect((await readAll(repo.path)).changes.map((change) => change.subject)).toEqual([hash]);
});

test("of main here and main at origin, the one that contains the other is read", async () => {
  const origin = repository();
  origin.commit("First");
  const path = clone(origin.path);
  const here = (...args: string[]): string =>
    git("-C", path, "-c", "user.name=A", "-c", "user.email=a@acme.test", ...args);
  here("commit", "-q", "--allow-empty", "-m", "Ahead");
  expect((await readAll(path)).changes).toHaveLength(2);
  here("reset", "-q", "--hard", "HEAD~1");
  origin.commit("Fetched, not pulled");
  here("fetch", "-q");
  const behind = await readAll(path);
  expect(behind.changes.map((change) => change.content.title)).toContain("Fetched, not pulled");
  expect(behind.found.remarks).toContainEqual(
    expect.objectContaining({ examples: [expect.stringContaining("1 behind; origin/main was read")] }),
  );
});

test("a shallow clone is read as far as it goes, and says where it ends", async () => {
  const origin = repository();
  for (let number = 0; number < 5; number++) origin.commit(`Commit ${number}`);
  origin.ref("refs/heads/side", origin.head());
  origin.commit("Side", { on: "side" });
  origin.commit("Main");
  origin.merge(["side"]);
  const last = origin.commit("Last");
  const read = await readAll(clone(origin.path, "--depth=2"));
  expect(read.changes.map((change) => change.subject)).toEqual([last]);
  expect(read.found).toMatchObject({ shallow: true, changes: 1 });
  expect(read.found.remarks.map(({ what }) => what)).toContainEqual(expect.stringContaining("shallow"));
});

test("at the cut of a shallow clone no lines are counted, as its parent is not there", async () => {
  const origin = repository();
  for (let number = 0; number < 3; number++) origin.commit(`Commit ${number}`);
  const read = await readAll(clone(origin.path, "--depth=2"));
  expect(read.changes.map(({ content }) => content.linesAdded)).toEqual([null, 2]);
});

test("a shallow clone that was made deeper is read again", async () => {
  const origin = repository();
  for (let number = 0; number < 5; number++) origin.commit(`Commit ${number}`);
  const path = clone(origin.path, "--depth=2");
  const first = await readAll(path);
  git("-C", path, "fetch", "-q", "--unshallow");
  const whole = await readAll(path, { before: first.before });
  expect(whole).toMatchObject({ reading: 2, found: { changes: 5, readAgain: true, shallow: false } });
});

test("a partial clone counts no lines and fetches nothing", async () => {
  const origin = repository();
  origin.git("config", "uploadpack.allowFilter", "true");
  origin.commit("First", { files: { "a.txt": "1\n" } });
  origin.commit("Second", { files: { "a.txt": "2\n" } });
  const path = clone(origin.path, "--filter=blob:none", "--no-checkout");
  const missing = (): string => git("-C", path, "rev-list", "--objects", "--all", "--missing=print");
  const before = missing();
  const read = await readAll(path);
  expect(read.changes.map(({ content }) => content.linesAdded)).toEqual([null, null]);
  expect(read.found.remarks).toContainEqual(
    expect.objectContaining({ what: expect.stringContaining("partial clone") }),
  );
  expect([before.includes("?"), missing()]).toEqual([true, before]);
});

test("git is never let out to fetch what a partial clone lacks", async () => {
  const origin = repository();
  origin.git("config", "uploadpack.allowFilter", "true");
  origin.commit("First", { files: { "a.txt": "1\n" } });
  const path = clone(origin.path, "--filter=blob:none", "--no-checkout");
  git("-C", path, "config", "core.sshCommand", `touch ${path}/ran;`);
  git("-C", path, "config", "remote.origin.url", "ssh://acme.test/ledger");
  await expect(gitIn(path).answer(["cat-file", "-p", origin.blob("1\n")])).rejects.toThrow(/missing/);
  expect(existsSync(join(path, "ran"))).toBe(false);
});

test("what a hostile repository's settings would start is not started", async () => {
  const repo = repository();
  const trap = join(repo.path, "trap");
  const ran = join(repo.path, "ran");
  writeFileSync(trap, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
  mkdirSync(join(repo.store, "hooks"), { recursive: true });
  for (const hook of ["post-index-change", "reference-transaction"])
    writeFileSync(join(repo.store, "hooks", hook), `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 });
  const settings = [
    "core.fsmonitor",
    "core.pager",
    "pager.log",
    "pager.tag",
    "diff.external",
    "diff.trap.textconv",
    "diff.trap.command",
    "gpg.program",
    "core.sshCommand",
    "core.alternateRefsCommand",
    "credential.helper",
    "core.askPass",
    "core.editor",
  ];
  for (const setting of settings) repo.git("config", setting, trap);
  repo.git("config", "log.showSignature", "true");
  repo.git("config", "alias.log", `!${trap}`);
  mkdirSync(join(repo.store, "info"), { recursive: true });
  writeFileSync(join(repo.store, "info/attributes"), "* diff=trap filter=trap\n");
  repo.commit("Signed", {
    header: "gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----",
  });
  repo.commit("Second", { files: { "a.txt": "1\n" } });
  for (const name of ["v1.0.0", "v1.1.0", "v1.2.0"]) repo.tag(name, { at: at("2024-02-01 00:00") });
  const read = await readAll(repo.path);
  expect([read.changes.length, read.changes[1]?.content.linesAdded]).toEqual([2, 1]);
  expect(existsSync(ran)).toBe(false);
});

test("settings that change how git writes do not change what is read", async () => {
  const repo = repository();
  repo.commit("First\n\nCo-authored-by: Bob <bob@acme.test>", { files: { "ä.txt": "1\n" } });
  const plain = await readAll(repo.path);
  for (const [setting, value] of [
    ["log.date", "relative"],
    ["log.follow", "true"],
    ["log.showRoot", "false"],
    ["format.pretty", "oneline"],
    ["i18n.logOutputEncoding", "ISO-8859-1"],
    ["column.ui", "always"],
    ["color.ui", "always"],
    ["log.decorate", "full"],
    ["trailer.separators", "#"],
    ["diff.noprefix", "true"],
    ["tag.sort", "-taggerdate"],
  ] as const) {
    repo.git("config", setting, value);
  }
  expect((await readAll(repo.path)).events).toEqual(plain.events);
});

test("replacements and grafts stay with the one who made them", async () => {
  const repo = repository();
  const [first, second] = [repo.commit("First"), repo.commit("Second")];
  const plain = await readAll(repo.path);
  repo.git("replace", second, first);
  writeFileSync(join(repo.store, "info/grafts"), `${second}\n`);
  expect((await readAll(repo.path)).events).toEqual(plain.events);
});

test.skipIf(process.getuid?.() !== 0)(
  "a repository of another user is told with the command that trusts it",
  async () => {
    const repo = repository();
    repo.commit("First");
    for (const path of [repo.path, repo.store]) chownSync(path, 12_345, 12_345);
    await expect(readAll(repo.path)).rejects.toThrow(/git config --global --add safe.directory '/);
  },
);

test("a repository with SHA-256 hashes is read like any other", async () => {
  const path = place();
  execFileSync("git", ["init", "-q", "--object-format=sha256", "-b", "main", path], { stdio: "ignore" });
  for (const message of ["First", "Second"])
    git(
      "-C",
      path,
      "-c",
      "user.name=A",
      "-c",
      "user.email=a@acme.test",
      "commit",
      "-q",
      "--allow-empty",
      "-m",
      message,
    );
  const read = await readAll(path);
  expect(read.changes.map((change) => change.subject.length)).toEqual([64, 64]);
});

test("a missing commit is told with its hash and with what to do", async () => {
  const repo = repository();
  const lost = repo.commit("Lost");
  repo.commit("Last");
  repo.lose(lost);
  await expect(readAll(repo.path)).rejects.toThrow(new RegExp(`The object ${lost} is missing.*git fsck`));
});

test("a missing tree is told with its hash", async () => {
  const repo = repository();
  const commit = repo.commit("First");
  const tree = repo.git("rev-parse", `${commit}^{tree}`);
  repo.commit("Last");
  repo.lose(tree);
  await expect(readAll(repo.path)).rejects.toThrow(new RegExp(`The object ${tree} is missing`));
});

test("where a file's content is missing, only the lines of its commits are not counted", async () => {
  const repo = repository();
  repo.commit("Whole", { files: { "a.txt": "1\n" } });
  const hurt = repo.commit("Hurt", { files: { "b.txt": "lost\n" } });
  repo.commit("Whole again", { files: { "c.txt": "1\n2\n" } });
  repo.lose(repo.blob("lost\n"));
  const read = await readAll(repo.path);
  expect(read.changes.map(({ content }) => content.linesAdded)).toEqual([1, null, 2]);
  expect(read.found.remarks).toContainEqual({
    what: expect.stringContaining("lines are not counted"),
    n: 1,
    examples: [hurt.slice(0, 7)],
  });
});

test("leaving early ends the work", async () => {
  const repo = repository();
  repo.commit("First");
  const { readRepository } = await import("./read.ts");
  const opened = await openRepository(repo.path);
  const reading = readRepository({
    opened,
    rule: "auto",
    now: 0,
    before: null,
    pseudonyms: async (some) => [...some],
  });
  const seen = [];
  for await (const batch of reading.events) {
    seen.push(batch);
    break;
  }
  expect(seen).toHaveLength(1);
});
