import { afterAll, expect, test } from "vitest";
import { at, type GitRepository, gitRepository } from "../../../../test/git-repository.ts";
import { readAll } from "../../../../test/read-git.ts";

const made: GitRepository[] = [];
const repository = (): GitRepository => {
  const one = gitRepository();
  made.push(one);
  return one;
};
afterAll(() => {
  for (const one of made) one.remove();
});

/** Reads the releases, and gives each one's cause and what it mends, by the names of tags. */
async function causes(repo: GitRepository): Promise<Record<string, [string, ...(string | undefined)[]]>> {
  const { deployments } = await readAll(repo.path, { rule: "tags:*" });
  const nameOf = (id: string) => deployments.find((one) => one.subject === id)?.content.names[0];
  return Object.fromEntries(
    deployments.map(({ content }) => [
      content.names[0],
      [content.cause, ...content.mends.map((mend) => nameOf(mend.deployment))],
    ]),
  );
}

/** A release of one commit. */
function release(repo: GitRepository, name: string, message = `Work for ${name}`): string {
  const hash = repo.commit(message);
  repo.tag(name);
  return hash;
}

test("the first release is the baseline, and may fail like any other", async () => {
  const repo = repository();
  const first = release(repo, "v1");
  release(repo, "v2", `Revert\n\nThis reverts commit ${first}.`);
  const read = await readAll(repo.path, { rule: "tags:*" });
  expect(read.deployments.map(({ content }) => content.baseline)).toEqual([true, false]);
  expect(read.deliveries.map(({ content }) => content.baseline)).toEqual([true, false]);
  expect(await causes(repo)).toEqual({ v1: ["planned"], v2: ["fix", "v1"] });
});

test.each([
  ["in full", (hash: string) => `This reverts commit ${hash}.`],
  ["shortened", (hash: string) => `This reverts commit ${hash.slice(0, 8)}.`],
  ["in capitals", (hash: string) => `This reverts commit ${hash.toUpperCase()}`],
  ["over a line's end", (hash: string) => `This reverts commit\n${hash}.`],
])("a revert that names its commit %s makes the release a fix", async (_, say) => {
  const repo = repository();
  release(repo, "v1");
  const bad = release(repo, "v2");
  release(repo, "v3", `Revert\n\n${say(bad)}`);
  expect(await causes(repo)).toEqual({ v1: ["planned"], v2: ["planned"], v3: ["fix", "v2"] });
});

test("one message may take back several commits, of several releases", async () => {
  const repo = repository();
  const [a, b] = [release(repo, "v1"), release(repo, "v2")];
  release(repo, "v3", `Revert two\n\nThis reverts commit ${a}.\nThis reverts commit ${b}.`);
  release(repo, "v4", `Revert two\n\nThis reverts commits ${a} and ${b}.`);
  expect(await causes(repo)).toMatchObject({ v3: ["fix", "v1", "v2"], v4: ["fix", "v1", "v2"] });
});

test("what is reverted before it was released fails nothing", async () => {
  const repo = repository();
  release(repo, "v1");
  const bad = repo.commit("Bad");
  release(repo, "v2", `Revert\n\nThis reverts commit ${bad}.`);
  expect(await causes(repo)).toEqual({ v1: ["planned"], v2: ["planned"] });
});

test("the revert of a merge takes back what it brought in, relative to what it says", async () => {
  const repo = repository();
  const base = release(repo, "v1");
  repo.ref("refs/heads/topic", base);
  repo.commit("Topic", { on: "topic" });
  repo.tag("v2", { of: repo.head("topic") as string });
  const main = repo.commit("Main");
  const merge = repo.merge(["topic"]);
  repo.tag("v3");
  release(repo, "v4", `Revert\n\nThis reverts commit ${merge}, reversing\nchanges made to ${main}.`);
  release(
    repo,
    "v5",
    `Revert\n\nThis reverts commit ${merge}, reversing\nchanges made to ${repo.head("topic")}.`,
  );
  release(repo, "v6", `Revert\n\nThis reverts commit ${merge}.`);
  expect(await causes(repo)).toMatchObject({ v4: ["fix", "v2"], v5: ["fix", "v3"], v6: ["fix", "v2"] });
});

test("a revert of what nobody has is remarked and fails nothing", async () => {
  const repo = repository();
  release(repo, "v1");
  release(repo, "v2", `Revert\n\nThis reverts commit ${"abcd".repeat(10)}.`);
  const read = await readAll(repo.path, { rule: "tags:*" });
  expect([read.found.failed, read.found.remarks.map(({ n }) => n)]).toEqual([0, [1]]);
});

test("a trailer names the release that it mends, also on a merge", async () => {
  const repo = repository();
  release(repo, "v1");
  release(repo, "v2", "Roll forward\n\nfixes-deployment: v1");
  repo.ref("refs/heads/topic", repo.head());
  repo.commit("Topic", { on: "topic" });
  repo.commit("Main");
  repo.merge(["topic"], { message: "Merge topic\n\nFixes-Deployment: v2" });
  repo.tag("v3");
  expect(await causes(repo)).toEqual({ v1: ["planned"], v2: ["fix", "v1"], v3: ["fix", "v2"] });
});

test("words in the middle of a message are no trailer", async () => {
  const repo = repository();
  release(repo, "v1");
  release(
    repo,
    "v2",
    "About trailers\n\nFixes-Deployment: v1\nis how one would say it, which is\nnot what this commit does in all\nof these lines of prose.\n\nThe end.",
  );
  expect(await causes(repo)).toMatchObject({ v2: ["planned"] });
});

test("a trailer that names no earlier release is remarked", async () => {
  const repo = repository();
  release(repo, "v1", "First\n\nFixes-Deployment: v2");
  release(repo, "v2", "Second\n\nFixes-Deployment: v2");
  const read = await readAll(repo.path, { rule: "tags:*" });
  expect(read.found).toMatchObject({
    failed: 0,
    remarks: [{ what: "lines Fixes-Deployment in commit messages that name no earlier deployment", n: 2 }],
  });
});

test("deploying what had been delivered before is a rollback of the release before it", async () => {
  const repo = repository();
  const old = repo.commit("Old");
  release(repo, "v1");
  release(repo, "v2");
  repo.tag("v3", { of: old, at: repo.now() + 3600 });
  release(repo, "v4");
  expect(await causes(repo)).toEqual({
    v1: ["planned"],
    v2: ["planned"],
    v3: ["rollback", "v2"],
    v4: ["planned"],
  });
  expect((await readAll(repo.path, { rule: "tags:*" })).deployment("v3")).toMatchObject({ changes: 0 });
});

test("two tags on one commit are one release, at the earlier date, with both names", async () => {
  const repo = repository();
  release(repo, "v1");
  const hash = repo.commit("Twice");
  repo.tag("v2", { at: at("2024-05-02 00:00") });
  repo.tag("v2.0", { at: at("2024-05-01 00:00") });
  const read = await readAll(repo.path, { rule: "tags:*" });
  expect(read.deployments[1]).toMatchObject({
    subject: hash,
    at: Date.parse("2024-05-01T00:00Z"),
    content: { names: ["v2.0", "v2"] },
  });
  expect(read.deployments).toHaveLength(2);
});

test("a tag's own date counts; a lightweight one and one without a date have their commit's", async () => {
  const repo = repository();
  const hash = repo.commit("One", { at: at("2024-05-01 00:00") });
  repo.tag("v1", { at: at("2024-05-02 00:00") });
  repo.commit("Two", { at: at("2024-05-03 00:00") });
  repo.tag("v2");
  const third = repo.commit("Three", { at: at("2024-05-04 00:00") });
  repo.ref("refs/tags/v3", repo.tagObject("v3", { of: third, at: null }));
  const outer = repo.tagObject("v4", {
    of: repo.tagObject("inner", { of: repo.commit("Four"), at: at("2024-05-05 00:00") }),
    kind: "tag",
    at: at("2024-05-06 00:00"),
  });
  repo.ref("refs/tags/v4", outer);
  const days = (await readAll(repo.path, { rule: "tags:*" })).deployments.map((one) =>
    new Date(one.at).getUTCDate(),
  );
  expect([hash.length, days]).toEqual([40, [2, 3, 4, 6]]);
});

test("a tag on a file's content is no release, and is remarked", async () => {
  const repo = repository();
  for (const name of ["v1.0", "v1.1", "v1.2"]) release(repo, name);
  repo.tag("v1.3", { of: repo.blob("key") });
  repo.ref(
    "refs/tags/v1.4",
    repo.tagObject("v1.4", { of: repo.blob("key"), kind: "blob", at: 1_700_000_000 }),
  );
  const { found } = await readAll(repo.path);
  expect(found).toMatchObject({
    deployments: 3,
    remarks: [{ what: "tags on something that is not a commit, left out", n: 2, examples: ["v1.3", "v1.4"] }],
  });
});

test("of releases of one second the ancestor is the first, so that none is a rollback by chance", async () => {
  const repo = repository();
  const moment = at("2024-05-01 00:00");
  for (const name of ["c", "a", "b"]) {
    repo.commit(name, { at: moment });
    repo.tag(name, { at: moment + 60 });
  }
  expect(await causes(repo)).toEqual({ c: ["planned"], a: ["planned"], b: ["planned"] });
});

test("two release tags are too few for auto, three are enough, and a pre-release is none", async () => {
  const repo = repository();
  for (const name of ["v1.0.0", "v1.1.0", "v1.2.0-rc.1"]) release(repo, name);
  const two = await readAll(repo.path);
  expect(two.found).toMatchObject({ deployments: 0, deploymentsBy: null });
  release(repo, "v1.2.0");
  const three = await readAll(repo.path, { before: two.before });
  expect(three.found).toMatchObject({ deployments: 3, deploymentsBy: "3 release tags" });
});

test("on a branch each first parent is live, in the branch's order, whatever its clock says", async () => {
  const repo = repository();
  const first = repo.commit("First", { at: at("2024-05-02 00:00") });
  repo.ref("refs/heads/topic", first);
  const topic = repo.commit("Topic", { on: "topic" });
  const early = repo.commit("Clock an hour slow", { at: at("2024-05-01 23:00") });
  const merge = repo.merge(["topic"], { at: at("2024-05-03 00:00") });
  const read = await readAll(repo.path, { rule: "branch:main" });
  expect(read.deployments.map((one) => one.subject)).toEqual([first, early, merge]);
  expect([read.deliveredBy(topic), read.deployment(merge.slice(0, 7))?.changes]).toEqual([merge, 1]);
});

test("without a way to tell, nothing is deployed and all is merged", async () => {
  const repo = repository();
  for (const name of ["v1.0", "v1.1", "v1.2"]) release(repo, name);
  const read = await readAll(repo.path, { rule: "none" });
  expect([read.changes.length, read.deliveries.length, read.found.deploymentsBy]).toEqual([3, 0, null]);
});
