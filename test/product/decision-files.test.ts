import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync, zipSync } from "fflate";
import { pack } from "tar-stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addDecision,
  addLink,
  addOutcome,
  changeDecision,
  changeSource,
  chooseSide,
  decisionFile,
  decisionList,
  exportRecords,
  importRecords,
  oneDecision,
  recordSources,
  recordsBranch,
  recordsPatch,
  versions,
} from "../../src/areas/decisions/contract.ts";
import { corpus, type RecordFile } from "../../src/areas/decisions/testing.ts";
import { addUnit } from "../../src/core/org/contract.ts";
import { momentOf, stableWaits, weeklyHistory } from "../weekly-history.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";
import { peopleOf, problemOf } from "./people-of.ts";

let now = momentOf(30);
let product: TestProduct;
const folder = mkdtempSync(join(tmpdir(), "septet-decision-files-"));
const ids: Record<string, string> = {};
const teams = ["One", "Two", "Three", "Four", "Five", "Six", "Git", "Site"];

beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => now } });
  for (const name of [...teams, ...Object.keys(corpus)])
    await product.ask(addUnit, { name, kind: "team", parent: "organisation" });
  const slugs = [...teams, ...Object.keys(corpus)].map((name) => name.toLowerCase());
  Object.assign(
    ids,
    await peopleOf(product, [
      ["Ann", slugs[0] as string, "member"],
      ["Zoe", "two", "member"],
    ]),
  );
  const { addMember } = await import("../../src/core/org/contract.ts");
  for (const slug of slugs.slice(1))
    await product.ask(addMember, { slug, person: ids.Ann as string, role: "member", from: "2024-01-01" });
  await product.letInOthers();
}, 60_000);
afterAll(async () => {
  await product?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ann = () => product.askAs(ids.Ann as string);
const utf8 = (text: string) => new TextEncoder().encode(text);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const given = (files: readonly RecordFile[]) =>
  files.map(({ path, bytes }) => ({ path, base64: base64(bytes) }));
const bring = (slug: string, files: readonly RecordFile[], more: { preview?: boolean } = {}) =>
  ann()(importRecords, { slug, name: "docs/adr", files: given(files), ...more });
/** All that is kept, but for the log of who acted in whose name. */
const kept = async () =>
  (await product.everything()).split("\n").filter((line) => !line.startsWith("public.audit_entry "));
const listed = async (slug: string) => (await ann()(decisionList, { unit: slug })).decisions;
const called = async (slug: string, title: string) => {
  const found = (await listed(slug)).find((one) => one.title === title);
  if (!found) throw new Error(`no ${title}`);
  return found;
};
const patchOf = async (slug: string) => {
  const answer = await ann()(recordsPatch, { slug });
  return { ...answer, patch: Buffer.from(answer.patch, "base64") };
};
const file = (path: string, text: string): RecordFile => ({ path, bytes: utf8(text) });
const nygard = (n: number, title: string, more: { status?: string; context?: string } = {}) =>
  file(
    `000${n}-r.md`,
    `# ${n}. ${title}\n\nDate: 2020-01-0${n}\n\n## Status\n\n${more.status ?? "Accepted"}\n\n## Context\n\n${more.context ?? "Why."}\n\n## Decision\n\nSo.\n\n## Consequences\n\nThen.\n`,
  );

/** Writes files, applies a patch with git as anybody would, and gives what the files are then. */
function applied(
  files: readonly RecordFile[],
  patch: Uint8Array,
  paths: readonly string[],
): Map<string, Buffer> {
  const at = mkdtempSync(join(folder, "apply-"));
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(at, path)), { recursive: true });
    writeFileSync(join(at, path), bytes);
  }
  execFileSync("git", ["init", "-q"], { cwd: at });
  writeFileSync(join(at, "p.patch"), patch);
  execFileSync("git", ["-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "p.patch"], { cwd: at });
  return new Map(paths.map((path) => [path, readFileSync(join(at, path))]));
}

describe("every dialect", () => {
  test.each(Object.entries(corpus))(
    "%s comes in, again changes nothing, and goes back byte for byte",
    async (slug, files) => {
      const preview = await bring(slug, files, { preview: true });
      expect(await listed(slug)).toEqual([]);
      const { counts, changes, leftOut } = await bring(slug, files);
      expect(preview).toMatchObject({ counts, changes, leftOut, preview: true });
      const records = await listed(slug);
      expect(records).toHaveLength(counts.added);
      const before = await kept();
      const again = await bring(slug, files);
      expect(again).toMatchObject({ counts: { added: 0, changed: 0, unchanged: counts.added }, changes: [] });
      expect(await kept()).toEqual(before);
      expect((await patchOf(slug)).files).toEqual([]);
      for (const { id, path } of records) {
        const { base64: now, patch } = await ann()(decisionFile, { id });
        expect(patch).toBe("");
        expect(now).toBe(base64(files.find((one) => one.path === path)?.bytes ?? utf8("?")));
      }
      expect(records.filter(({ stuck }) => stuck)).toEqual([]);
    },
  );

  test("says what each record says, with its raw status and its links", async () => {
    const told = (await listed("adr-tools")).map(
      ({ number, title, status, rawStatus, date, links, path }) => ({
        ...{ number, title, status, rawStatus, date, path },
        links: links.map(({ kind, to }) => `${kind} ${to}`),
      }),
    );
    expect(told).toEqual([
      {
        ...{
          number: "0003",
          title: "Use queues",
          status: "accepted",
          rawStatus: "Accepted",
          date: "2020-05-06",
        },
        path: "adr/0003-use-queues.md",
        links: expect.arrayContaining([
          "supersedes adr/0002-use-calls.md",
          "amends adr/0001-record-decisions.md",
        ]),
      },
      {
        ...{ number: "0002", title: "Use calls", status: "superseded", date: "2019-03-04" },
        ...{ rawStatus: expect.stringContaining("Superceded by"), path: "adr/0002-use-calls.md" },
        links: ["superseded-by adr/0003-use-queues.md"],
      },
      {
        ...{
          number: "0001",
          title: "Record decisions",
          status: "accepted",
          rawStatus: "Accepted",
          date: "2019-02-03",
        },
        ...{ path: "adr/0001-record-decisions.md", links: ["amended-by adr/0003-use-queues.md"] },
      },
    ]);
    const foresight = await ann()(oneDecision, { id: (await called("madr-4", "Foresight")).id });
    expect(foresight).toMatchObject({
      ...{
        status: "superseded",
        reviewBy: "2099-01-01",
        deciders: ["Ann"],
        seenBy: "Only your team sees this.",
      },
      expects: [{ statement: "Nobody is woken", sure: 71, resolveBy: "2098-12-01" }],
      advice: [{ name: "Shop", said: "Mind the retries.", taken: "partly", why: "On Mondays." }],
    });
    // Nobody knows since when it is proposed: it is neither stuck nor new.
    expect(await called("madr-4", "Later")).toMatchObject({ says: "proposed", age: null, stuck: false });
    const later = await ann()(changeDecision, {
      id: (await called("madr-4", "Later")).id,
      status: "accepted",
    });
    expect(later.proposed).toBeNull();
  });

  test("one bad file takes no other with it; numbers may be there twice, and links lead nowhere", async () => {
    const again = await bring("free-hand", corpus["free-hand"] ?? []);
    expect(again.leftOut).toEqual([{ path: "007-utf16.md", why: expect.stringContaining("UTF-16") }]);
    expect(again.problems).toContainEqual({
      path: null,
      says: expect.stringContaining("The number 4 is used twice"),
    });
    expect(again.problems).toContainEqual({ path: "006-empty.md", says: "The file is empty." });
    expect((await called("free-hand", "Signs")).status).toBe("accepted");
    expect((await called("madr-2", "Use MADR")).problems.join()).toContain("0099-gone.md");
  });
});

describe("both sides", () => {
  const files = [nygard(1, "First"), nygard(2, "Second"), nygard(3, "Third")];
  const [first, second, third] = files as [RecordFile, RecordFile, RecordFile];

  test("what was written here goes back as a patch that git applies, and all else keeps its bytes", async () => {
    await bring("one", files);
    const { id } = await called("one", "First");
    const whole = await ann()(oneDecision, { id });
    await ann()(changeDecision, {
      id,
      version: 1,
      body: whole.body.replace("Why.", "Why not?"),
      status: "deprecated",
    });
    await ann()(changeDecision, {
      id: (await called("one", "Second")).id,
      title: "Second thoughts",
      reviewBy: "2099-05-06",
    });
    // The text says the status itself: it says what it is now.
    expect((await ann()(oneDecision, { id })).body).toContain("## Status\n\nDeprecated\n");
    await ann()(addLink, { id: (await called("one", "Third")).id, kind: "amends", to: id });
    await ann()(addOutcome, { id, turnedOut: "well", next: "stands", words: "It is quiet." });
    const { patch, files: told, problems } = await patchOf("one");
    expect(problems).toEqual([]);
    expect(told.map(({ path, kind }) => `${kind} ${path}`).toSorted()).toEqual(
      ["0001-r.md", "0002-r.md", "0003-r.md"].map((path) => `changed ${path}`),
    );
    const after = applied(files, patch, ["0001-r.md", "0002-r.md", "0003-r.md"]);
    const text = (path: string) => after.get(path)?.toString("utf8");
    expect(text("0001-r.md")).toContain("## Status\n\nDeprecated\n");
    expect(text("0001-r.md")).toContain("## Context\n\nWhy not?\n\n## Decision\n\nSo.\n");
    expect(text("0001-r.md")).toMatch(
      /## Outcome\n\n### \d{4}-\d\d-\d\d\n\nIt turned out well; it stands\.\n\nIt is quiet\.\n$/,
    );
    expect(text("0002-r.md")).toContain("# 2. Second thoughts\n");
    expect(text("0003-r.md")).toContain("Amends [");
    // When the files come in as they are then, nothing is left to be said.
    const back = [...after].map(([path, bytes]) => ({ path, bytes: new Uint8Array(bytes) }));
    expect((await bring("one", back)).counts).toMatchObject({ clashed: 0, added: 0 });
    expect((await patchOf("one")).files).toEqual([]);
    expect(await called("one", "First")).toMatchObject({ status: "deprecated" });
  });

  test("other lines are put together; of the same ones both are kept until somebody says which hold", async () => {
    await bring("two", files);
    const of = async (title: string) => ann()(oneDecision, { id: (await called("two", title)).id });
    const [one, two] = [await of("First"), await of("Second")];
    await ann()(changeDecision, { id: one.id, body: one.body.replace("Then.", "Then here.") });
    await ann()(changeDecision, { id: two.id, body: two.body.replace("Why.", "Why here.") });
    const there = [
      nygard(1, "First", { context: "Why there." }),
      nygard(2, "Second", { context: "Why there." }),
      nygard(3, "Third there"),
    ];
    const preview = await bring("two", there, { preview: true });
    const answer = await bring("two", there);
    expect(answer).toEqual({ ...preview, preview: false });
    expect(answer.counts).toMatchObject({ changed: 1, merged: 1, clashed: 1, unchanged: 0 });
    expect(answer.says).toBe(
      "1 record has changed there, 1 was put together from both sides, 1 differs here and there, and wants a word from you.",
    );
    expect((await of("First")).body).toContain("Why there.");
    expect((await of("First")).body).toContain("Then here.");
    expect(await called("two", "Third there")).toMatchObject({ number: "0003" });
    const clashed = await of("Second");
    expect(clashed.body).toContain("Why here.");
    expect(clashed.problems[0]).toContain("different things were made of the text");
    expect((await ann()(decisionFile, { id: clashed.id })).there).toContain("Why there.");
    // It is not offered while nobody said which holds, nor told anew.
    expect((await patchOf("two")).files.map(({ path }) => path)).toEqual(["0001-r.md"]);
    expect((await bring("two", there)).counts).toMatchObject({ unchanged: 3, clashed: 0 });
    await ann()(chooseSide, { id: clashed.id, holds: "here" });
    expect((await patchOf("two")).files.map(({ path }) => path)).toEqual(["0001-r.md", "0002-r.md"]);
    expect((await of("Second")).problems).toEqual([]);
    expect(await problemOf(ann()(chooseSide, { id: clashed.id, holds: "here" }))).toMatchObject({
      status: 409,
    });
    expect((await ann()(versions, { id: one.id })).versions).toHaveLength(3);
  });

  test("the other side can hold, too", async () => {
    await bring("three", files);
    const one = await ann()(oneDecision, { id: (await called("three", "First")).id });
    await ann()(changeDecision, { id: one.id, title: "Ours" });
    expect((await bring("three", [nygard(1, "Theirs"), second, third])).counts.clashed).toBe(1);
    await ann()(chooseSide, { id: one.id, holds: "there" });
    expect(await ann()(oneDecision, { id: one.id })).toMatchObject({ title: "Theirs", problems: [] });
    expect((await patchOf("three")).files).toEqual([]);
  });

  test("a file that is gone stays, one under another name is the same, and one comes back", async () => {
    await bring("four", files);
    const { id } = await called("four", "First");
    const moved = { path: "sub/0007-other-name.md", bytes: first.bytes };
    const answer = await bring("four", [moved, second]);
    expect(answer.counts).toMatchObject({ moved: 1, gone: 1, unchanged: 1, added: 0 });
    expect(await called("four", "First")).toMatchObject({ id, path: moved.path, number: "0007" });
    expect((await called("four", "Third")).problems).toEqual([expect.stringContaining("not there any more")]);
    const back = await bring("four", [moved, second, third]);
    expect(back.counts).toMatchObject({ back: 1, unchanged: 2 });
    expect((await called("four", "Third")).problems).toEqual([]);
  });

  test("what is written here first becomes a new file, and stays one decision when that comes in", async () => {
    await bring("five", files);
    const { id } = await ann()(addDecision, {
      ...{ unit: "five", title: "Fourth: new", why: "It is new.", status: "accepted" },
      expects: [{ statement: "It is calm", sure: 60, resolveBy: "2099-01-01" }],
    });
    const { patch, files: told } = await patchOf("five");
    expect(told).toEqual([{ path: "0004-fourth-new.md", kind: "new" }]);
    const after = applied(files, patch, ["0004-fourth-new.md"]).get("0004-fourth-new.md");
    expect(after?.toString("utf8")).toMatch(/^---\nstatus: accepted\ndate: /);
    expect(after?.toString("utf8")).toContain(
      "# Fourth: new\n\n## Context and Problem Statement\n\nIt is new.\n",
    );
    const grown = [...files, { path: "0004-fourth-new.md", bytes: new Uint8Array(after ?? []) }];
    expect((await bring("five", grown)).counts).toMatchObject({ added: 0, unchanged: 4 });
    expect(await called("five", "Fourth: new")).toMatchObject({ id, path: "0004-fourth-new.md" });
    expect((await patchOf("five")).files).toEqual([]);
    const { sources } = await ann()(recordSources, { slug: "five" });
    await ann()(changeSource, { slug: "five", id: sources[0]?.id as string, twoWay: false });
    expect(await problemOf(ann()(recordsPatch, { slug: "five" }))).toMatchObject({ status: 404 });
  });

  test("others neither bring records in nor learn where they are kept", async () => {
    const zoe = product.askAs(ids.Zoe as string);
    expect(await problemOf(zoe(recordSources, { slug: "one" }))).toMatchObject({ status: 403 });
    expect(await problemOf(zoe(importRecords, { slug: "one", name: "x", files: [] }))).toMatchObject({
      status: 403,
    });
    expect(await problemOf(zoe(decisionFile, { id: (await called("one", "First")).id }))).toMatchObject({
      status: 404,
    });
    expect((await zoe(exportRecords, { slug: "one" })).records).toBe(0);
  });
});

describe("archives", () => {
  const send = (archive: Uint8Array) =>
    ann()(importRecords, { slug: "six", name: "adr.zip", archive: base64(archive), preview: true });

  test("zip and tar are read, without the folder that all of them are in", async () => {
    const zip = zipSync({
      "shop-1a2b/adr/0001-r.md": nygard(1, "First").bytes,
      "shop-1a2b/a.png": utf8("x"),
    });
    expect((await send(zip)).changes).toMatchObject([
      { kind: "added", path: "adr/0001-r.md", title: "First" },
    ]);
    const long = `${"very-long-name/".repeat(9)}0002-r.md`;
    for (const zipped of [false, true]) {
      const tar = await tarOf(
        [
          ["top/0001-r.md", nygard(1, "First").bytes],
          [`top/${long}`, nygard(2, "Second").bytes],
        ],
        zipped,
      );
      expect((await send(tar)).changes.map(({ path }) => path)).toEqual(["0001-r.md", long]);
    }
  });

  test("what is hostile is told at its place, or not read at all", async () => {
    const good = nygard(1, "First").bytes;
    const { changes, problems } = await send(
      zipSync({
        ...{ "0001-r.md": good, "../0002-out.md": good, "/etc/0003-x.md": good, "a\\0004-x.md": good },
        ...{ "0005-A.md": good, "0005-a.md": good, ".git/0006-x.md": good, "a/../../0007-x.md": good },
      }),
    );
    expect(changes.map(({ path }) => path)).toEqual(["0001-r.md"]);
    expect(problems.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "../0002-out.md",
        "/etc/0003-x.md",
        "a\\0004-x.md",
        "0005-A.md",
        "0005-a.md",
        ".git/0006-x.md",
        "a/../../0007-x.md",
      ]),
    );
    const bomb = zipSync({ "0001-bomb.md": new Uint8Array(40 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await problemOf(send(bomb))).toMatchObject({ status: 413 });
    const { gzipSync } = await import("node:zlib");
    expect(
      await problemOf(
        send(new Uint8Array(gzipSync(await tarOf([["a.md", new Uint8Array(40 * 1024 * 1024)]], false)))),
      ),
    ).toMatchObject({ status: 413 });
    for (const broken of [
      utf8("no archive"),
      new Uint8Array(),
      zipSync({ "a.md": good }).slice(0, 60),
      Uint8Array.of(0x1f, 0x8b, 8, 0, 1),
    ])
      expect((await problemOf(send(broken))).status).toBe(422);
    const { leftOut } = await send(zipSync({ "0001-large.md": new Uint8Array(1_048_577) }));
    expect(leftOut).toEqual([{ path: "0001-large.md", why: expect.stringContaining("1 MiB") }]);
    expect(await problemOf(ann()(importRecords, { slug: "six", files: [] }))).toMatchObject({ at: "/name" });
    expect(await problemOf(ann()(importRecords, { slug: "six" }))).toMatchObject({ at: "/files" });
  });
});

async function tarOf(
  files: readonly (readonly [string, Uint8Array])[],
  zipped: boolean,
): Promise<Uint8Array> {
  const tar = pack();
  for (const [name, bytes] of files) tar.entry({ name }, Buffer.from(bytes));
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  const { gzipSync } = await import("node:zlib");
  return new Uint8Array(zipped ? gzipSync(whole) : whole);
}

describe("a Git repository", () => {
  test("is read as its branch has it, kept in step with, and given a branch that touches nothing else", async () => {
    const repository = weeklyHistory(stableWaits(4));
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
        cwd: repository.path,
      })
        .toString()
        .trim();
    const put = (path: string, bytes: Uint8Array) => {
      mkdirSync(dirname(join(repository.path, path)), { recursive: true });
      writeFileSync(join(repository.path, path), bytes);
      git("add", "-A");
      git("commit", "-q", "-m", "records");
    };
    put("docs/adr/0001-r.md", nygard(1, "First").bytes);
    put("docs/adr/0002-r.md", nygard(2, "Second").bytes);
    const { component } = await importRepository(product, {
      path: repository.path,
      team: "Git",
      deployments: "tags:v*",
    });
    const name = component as string;
    expect((await ann()(recordSources, { slug: "git" })).repositories).toEqual([name]);
    const read = (more: { folder?: string } = {}) =>
      ann()(importRecords, { slug: "git", git: { repository: name, ...more } });
    expect(await problemOf(read({ folder: "nowhere" }))).toMatchObject({ at: "/git/folder" });
    expect(await problemOf(ann()(importRecords, { slug: "one", git: { repository: name } }))).toMatchObject({
      at: "/git/repository",
    });
    // What is in the working tree alone is not read.
    writeFileSync(join(repository.path, "docs/adr/0009-not-committed.md"), nygard(9, "Not yet").bytes);
    expect((await read()).counts).toMatchObject({ added: 2 });
    expect((await read()).counts).toMatchObject({ unchanged: 2 });
    put("docs/adr/0002-r.md", nygard(2, "Second", { context: "Why there." }).bytes);
    rmSync(join(repository.path, "docs/adr/0009-not-committed.md"));
    put("docs/adr/0003-r.md", nygard(3, "Third").bytes);
    await product.settle();
    expect((await listed("git")).map(({ title }) => title)).not.toContain("Third");
    now += 11 * 60_000;
    await product.settle();
    expect((await listed("git")).map(({ title }) => title)).toContain("Third");
    const { id } = await called("git", "First");
    await ann()(changeDecision, { id, title: "First of all" });
    const head = git("rev-parse", "HEAD");
    const state = () => [git("status", "--porcelain"), git("symbolic-ref", "HEAD"), git("rev-parse", "HEAD")];
    const before = state();
    const branch = (wanted: string) => ann()(recordsBranch, { slug: "git", branch: wanted });
    for (const bad of ["-x", "a..b", "refs/../x", "a b", "x.lock", "HEAD"])
      expect(await problemOf(branch(bad))).toMatchObject({ status: 400, at: "/branch" });
    const taken = git("symbolic-ref", "--short", "HEAD");
    expect(await problemOf(branch(taken))).toMatchObject({ status: 409, at: "/branch" });
    const written = await branch("decisions/from-septet");
    expect(written.files).toContainEqual({ path: "0001-r.md", kind: "changed" });
    expect(state()).toEqual(before);
    expect(git("rev-parse", "decisions/from-septet^")).toBe(head);
    expect(git("diff", "--name-only", head, "decisions/from-septet")).toBe("docs/adr/0001-r.md");
    expect(git("show", "decisions/from-septet:docs/adr/0001-r.md")).toContain("# 1. First of all");
    expect(await problemOf(branch("decisions/from-septet"))).toMatchObject({ status: 409 });
    expect(git("fsck", "--strict")).not.toContain("error");
    // The patch is for the top of the repository.
    writeFileSync(join(folder, "top.patch"), (await patchOf("git")).patch);
    git("apply", "--check", join(folder, "top.patch"));
    // What has changed there since is not undone.
    put("docs/adr/0001-r.md", nygard(1, "First", { context: "New there." }).bytes);
    expect(await problemOf(branch("decisions/late"))).toMatchObject({ status: 409, at: "/source" });
    repository.remove();
    const gone = await problemOf(read());
    expect(gone.status).toBe(422);
    expect(JSON.stringify(gone)).not.toContain(repository.path);
  }, 60_000);
});

describe("pages to read anywhere", () => {
  test("hold every record, its links, and no markup of anybody else", async () => {
    const evil = nygard(1, "<script>alert(1)</script>", {
      context:
        '<img src=x onerror="alert(1)"> [a](javascript:alert(1)) [b](0002-r.md) ![c](https://example.org/c.png)',
    });
    await bring("site", [evil, nygard(2, "Second", { status: "Superseded by [1](0001-r.md)" })]);
    const { archive, records, name } = await ann()(exportRecords, { slug: "site", as: "site" });
    expect([records, name]).toEqual([2, expect.stringMatching(/^site-decisions-site-.*\.zip$/)]);
    const pages = unzipSync(new Uint8Array(Buffer.from(archive, "base64")));
    const texts = Object.fromEntries(Object.entries(pages).map(([path, bytes]) => [path, strFromU8(bytes)]));
    expect(Object.keys(texts)).toEqual([
      "index.html",
      "style.css",
      "records/0002-second.html",
      "records/0001-alert-1.html",
    ]);
    const whole = Object.values(texts).join("\n");
    for (const bad of ["<script", "<img", 'href="javascript']) expect(whole).not.toContain(bad);
    expect(texts["records/0001-alert-1.html"]).toContain('<a href="0002-second.html"');
    expect(texts["index.html"]).toContain('<a href="records/0002-second.html"');
    const madr = unzipSync(
      new Uint8Array(Buffer.from((await ann()(exportRecords, { slug: "site" })).archive, "base64")),
    );
    expect(madr["0001-r.md"]).toEqual(evil.bytes);
  });
});
