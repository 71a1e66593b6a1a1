import { afterAll, expect, test } from "vitest";
import { at, type GitRepository, gitRepository } from "../../../../test/git-repository.ts";
import { readAll } from "../../../../test/read-git.ts";
import { openRepository } from "./program/repository.ts";
import { deploymentWays } from "./ways.ts";

const made: GitRepository[] = [];
const repository = (): GitRepository => {
  const one = gitRepository();
  made.push(one);
  return one;
};
afterAll(() => {
  for (const one of made) one.remove();
});

/** A commit for each of these tags, a day apart. */
function tagged(...names: string[]): GitRepository {
  const repo = repository();
  names.forEach((name, day) => {
    repo.commit(name, { at: at("2024-03-01 00:00") + day * 86_400 });
    repo.tag(name);
  });
  return repo;
}

const remarksOf = async (repo: GitRepository, rule = "auto") =>
  (await readAll(repo.path, { rule })).found.remarks;

test("a tag that comes back to a commit after another deployment is listed, as its rollback is not seen", async () => {
  const repo = tagged("v5", "v6", "v8");
  repo.tag("v7", { of: repo.git("rev-parse", "v5"), at: at("2024-03-02 12:00") });
  const read = await readAll(repo.path);
  expect(read.deployments.map(({ content }) => [content.names, content.cause])).toEqual([
    [["v5", "v7"], "planned"],
    [["v6"], "planned"],
    [["v8"], "planned"],
  ]);
  expect(read.found.remarks).toEqual([
    {
      what: expect.stringMatching(/^tags put on a commit that was deployed before, .* rollback .* not seen$/),
      n: 1,
      examples: ["v7 (on the commit of v5)"],
    },
  ]);
});

test("tags on one commit with no deployment between them need no word", async () => {
  const repo = tagged("v5", "v6", "v8");
  const last = repo.git("rev-parse", "v8");
  repo.tag("v9", { of: last, at: at("2024-03-09 00:00") });
  expect(await remarksOf(repo)).toEqual([]);
});

test("a glob that matches no tag is told, with the kinds of tags that there are", async () => {
  const repo = tagged("api@1.0.0", "api@1.1.0", "web/v1.0.0", "web/v1.1.0", "web/v1.2.0", "latest");
  expect(await remarksOf(repo, "tags:nonsense*")).toEqual([
    {
      what: "no tag matches nonsense*, so there are no deployments; there are tags like web/v*, api@*, latest",
      n: 6,
      examples: [],
    },
  ]);
});

test("a glob in a repository without tags says so", async () => {
  const repo = repository();
  repo.commit("First");
  expect(await remarksOf(repo, "tags:v*")).toEqual([
    {
      what: "no tag matches v*, so there are no deployments; the repository has no tags",
      n: 0,
      examples: [],
    },
  ]);
});

test("auto in a monorepo says that parts are counted together, and which rules count one", async () => {
  const repo = tagged(
    ...["api@1.0.0", "web/v1.0.0", "api@1.1.0", "web/v1.1.0", "api@1.2.0", "web/v1.2.0"],
    ...["docs@1.0.0", "docs@1.1.0"],
  );
  const [mixed, ...others] = await remarksOf(repo);
  expect(others).toEqual([]);
  expect(mixed).toEqual({
    what: expect.stringMatching(/counted together.*such as tags:api@\* or tags:web\/v\* counts one kind/),
    n: 2,
    examples: ["tags:api@*", "tags:web/v*"],
  });
  expect(await remarksOf(repo, "tags:api@*")).toEqual([]);
});

test.each([
  ["that came to write v before the number", ["1.0.0", "1.1.0", "1.2.0", "v2.0.0", "v2.1.0", "v2.2.0"]],
  ["with a few tags of another kind", ["v1.0.0", "v1.1.0", "v1.2.0", "cli@1.0.0", "cli@1.1.0"]],
])("a repository %s is no monorepo", async (_, names) => {
  expect(await remarksOf(tagged(...names))).toEqual([]);
});

test("a branch that is not there is told with those that are, however many and whatever their names", async () => {
  const repo = repository();
  const first = repo.commit("First");
  for (let number = 10; number < 34; number++) repo.ref(`refs/heads/topic-${number}`, first);
  repo.ref("refs/heads/a\u009b2Jb", first);
  await expect(readAll(repo.path, { rule: "branch:develop" })).rejects.toMatchObject({
    code: "not_readable",
    message: expect.stringMatching(
      /There is no branch develop in .* Its branches are a 2Jb, main, topic-10, .* and 6 more\.$/,
    ),
  });
});

/** What a terminal or page would obey: escape sequences of 7 and 8 bits, and turns of direction. */
const HOSTILE = "\u009b31m\u202ered\u2066";

test("what a terminal would obey in the name of a tag or branch, or in a trailer, reaches nobody", async () => {
  const repo = tagged("v1.0.0", `v1.1.0+${HOSTILE}`);
  repo.commit(
    `Fix \u001b]0;title\u0007${HOSTILE}\n\nFixes-Deployment: v1.1.0+${HOSTILE}\nFixes-Deployment: \u001b[2J`,
  );
  repo.tag("v1.2.0");
  repo.tag(`odd${HOSTILE}`);
  repo.tag(`${HOSTILE}@1.0.0-rc.1`);
  repo.ref(`refs/heads/${HOSTILE}`, repo.head());
  repo.ref("refs/remotes/origin/main", repo.git("rev-parse", "main~1"));
  const all = await readAll(repo.path);
  expect(all.deployments.map(({ content }) => [content.names, content.cause])).toEqual([
    [["v1.0.0"], "planned"],
    [["v1.1.0+ 31m red"], "planned"],
    [["v1.2.0"], "fix"],
  ]);
  const branch = await readAll(repo.path, { rule: `branch:${HOSTILE}` });
  const none = await readAll(repo.path, { rule: `tags:${HOSTILE}*` });
  const ways = await deploymentWays(await openRepository(repo.path));
  const said = [all.events, all.found, branch.events, branch.found, none.found, ways];
  for (const one of said)
    expect(JSON.stringify(one)).not.toMatch(/\\u00|[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/);
});
