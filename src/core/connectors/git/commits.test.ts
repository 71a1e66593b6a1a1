import { afterAll, expect, test } from "vitest";
import { at, type GitRepository, gitRepository } from "../../../../test/git-repository.ts";
import { LATER, readAll } from "../../../../test/read-git.ts";

const made: GitRepository[] = [];
const repository = (): GitRepository => {
  const one = gitRepository();
  made.push(one);
  return one;
};
afterAll(() => {
  for (const one of made) one.remove();
});

const titles = async (repo: GitRepository): Promise<string[]> =>
  (await readAll(repo.path)).changes.map(({ content }) => content.title);

test("a commit becomes a change with both its times, pseudonyms and lines", async () => {
  const repo = repository();
  repo.commit("Before", { files: { "a.txt": "1\n2\n3\n" } });
  const hash = repo.commit(
    "Title\n\nBody.\n\nCo-authored-by: Bob <BOB@acme.test>\nSigned-off-by: Eve <eve@acme.test>\n",
    {
      at: at("2024-05-01 12:00"),
      authored: at("2024-04-30 12:00"),
      author: "Ann <Ann@Acme.Test>",
      files: { "a.txt": "1\n3\n4\n5\n", "b.bin": Buffer.from([0, 1, 2, 0]) },
    },
  );
  expect((await readAll(repo.path)).changes[1]).toEqual({
    type: "dev.cdevents.change.merged.0.2.0",
    id: `1/${hash}`,
    source: "git:ledger",
    component: "ledger",
    subject: hash,
    at: Date.parse("2024-05-01T12:00Z"),
    content: {
      reading: 1,
      title: "Title",
      authoredAt: Date.parse("2024-04-30T12:00Z"),
      mergedAt: Date.parse("2024-05-01T12:00Z"),
      authors: ["<ann@acme.test>", "<bob@acme.test>"],
      linesAdded: 2,
      linesRemoved: 1,
      reverts: [],
      byHost: false,
      problem: "",
    },
  });
});

test("names and addresses of people never reach an event", async () => {
  const repo = repository();
  repo.commit("Thanks to carol@elsewhere.test\n\nCo-authored-by: Bob Builder <bob@acme.test>", {
    author: "Ann Author <ann@acme.test>",
  });
  const pseudonyms = async (identities: readonly string[]) => identities.map((_, index) => `p${index}`);
  const { events } = await readAll(repo.path, { pseudonyms });
  expect(JSON.stringify(events)).not.toMatch(/ann|bob|carol|acme|elsewhere/i);
});

test("a change is merged when the default branch first contained it", async () => {
  const repo = repository();
  const base = repo.commit("Base");
  repo.ref("refs/heads/topic", base);
  const topic = repo.commit("Topic", { on: "topic" });
  repo.commit("Meanwhile");
  repo.merge(["topic"], { at: at("2024-06-01 00:00") });
  const merged = (await readAll(repo.path)).change(topic)?.mergedAt;
  expect(merged).toBe(Date.parse("2024-06-01T00:00Z"));
});

test("what only a release branch has is a change that was never merged", async () => {
  const repo = repository();
  repo.ref("refs/heads/release", repo.commit("Base"));
  const only = repo.commit("Only there", { on: "release" });
  for (const name of ["v1.0", "v1.1", "v1.2"]) repo.tag(name, { of: only });
  expect((await readAll(repo.path)).change(only)?.mergedAt).toBeNull();
});

test("an octopus merge is no change and brings in all its branches", async () => {
  const repo = repository();
  const base = repo.commit("Base");
  const arms = ["one", "two", "three"].map((arm) => {
    repo.ref(`refs/heads/${arm}`, base);
    return repo.commit(arm, { on: arm });
  });
  const merge = repo.merge(["one", "two", "three"], { at: at("2024-06-01 00:00") });
  const read = await readAll(repo.path);
  expect(arms.map((arm) => read.change(arm)?.mergedAt)).toEqual(
    Array(3).fill(Date.parse("2024-06-01T00:00Z")),
  );
  expect([read.changes.length, read.change(merge)]).toEqual([4, undefined]);
});

test.each([
  ["before anyone's clock was set", 12],
  ["a year ahead", LATER / 1000 + 365 * 86_400],
  ["beyond what fits", "99999999999999999999"],
  ["no number", "yesterday"],
])("a commit with a date %s is counted out and listed", async (_, date) => {
  const repo = repository();
  repo.commit("Good");
  const bad = repo.commit("Bad", { at: date });
  const read = await readAll(repo.path);
  expect(read.changes.find((change) => change.subject === bad)).toMatchObject({
    at: 0,
    content: { problem: "date-absurd", authoredAt: null },
  });
  expect(read.found.remarks).toContainEqual({
    what: "changes left out, as their date cannot be right",
    n: 1,
    examples: [bad.slice(0, 7)],
  });
});

test("a clock that is some hours wrong is believed", async () => {
  const repo = repository();
  repo.commit("Early", { at: LATER / 1000 + 20 * 3600 });
  repo.commit("Before its parent", { at: LATER / 1000 - 3600 });
  expect((await readAll(repo.path)).changes.map(({ content }) => content.problem)).toEqual(["", ""]);
});

test("a release whose tag has an absurd date is left out and listed; the next one delivers", async () => {
  const repo = repository();
  repo.commit("First");
  repo.tag("v1.0", { at: at("2024-03-01 00:00") });
  const change = repo.commit("Second");
  repo.tag("v1.1", { at: 5 });
  const next = repo.commit("Third");
  repo.tag("v1.2", { at: at("2024-04-01 00:00") });
  const read = await readAll(repo.path);
  expect([read.deployments.length, read.deliveredBy(change)]).toEqual([2, next]);
  expect(read.found.remarks).toContainEqual({
    what: "deployments left out, as the date of their tag cannot be right",
    n: 1,
    examples: ["v1.1"],
  });
});

test("Latin-1 is read as its header says, and without a header each broken byte becomes U+FFFD", async () => {
  const repo = repository();
  const message = Buffer.from("Gr\xfc\xdfe", "latin1");
  repo.commit(message, { header: "encoding ISO-8859-1" });
  repo.commit(message, { author: Buffer.from("J\xf6rg <j\xf6rg@acme.test>", "latin1") });
  expect(await titles(repo)).toEqual(["Grüße", "Gr\ufffd\ufffde"]);
});

test("NUL and other control characters never reach a title", async () => {
  const repo = repository();
  repo.commit("Before\0after\n\nBody");
  repo.commit("\u001b[31mred\u001b[0m \u202ehidden\ttab");
  repo.commit("");
  expect(await titles(repo)).toEqual(["Before", "[31mred [0m  hidden tab", ""]);
});

test("a very long message is cut, with its trailers kept", async () => {
  const repo = repository();
  const hash = repo.commit(`${"x".repeat(3_000_000)}\n\nCo-authored-by: Bob <bob@acme.test>`);
  const change = (await readAll(repo.path)).change(hash);
  expect([change?.title.length, change?.authors]).toEqual([200, ["<ann@acme.test>", "<bob@acme.test>"]]);
});

test("what the host squashed is made by the host; what a person committed at the same second is not", async () => {
  const repo = repository();
  const host = "GitHub <noreply@github.com>";
  repo.commit("Squashed", { committer: host });
  repo.commit("Squashed too", { committer: host });
  repo.commit("Applied later", {
    committer: host,
    at: at("2024-05-02 00:00"),
    authored: at("2024-05-01 00:00"),
  });
  repo.commit("By hand");
  const read = await readAll(repo.path);
  expect(read.changes.map(({ content }) => content.byHost)).toEqual([true, true, false, false]);
  expect(read.found.mergeToRelease).toBe(false);
  repo.commit("The third of five", { committer: host });
  expect((await readAll(repo.path, { before: read.before })).found.mergeToRelease).toBe(true);
});

test("many commits come in batches that can be held", async () => {
  const repo = repository();
  for (let number = 0; number < 1_700; number++) repo.commit(`${number}`, { files: {} });
  const progress: (number | null)[] = [];
  const read = await readAll(repo.path, { progress: ({ done, total }) => progress.push(done, total) });
  expect(read.changes).toHaveLength(1_700);
  expect(progress).toEqual([0, null, 0, 1_700, 1_500, 1_700, 1_700, 1_700]);
});
