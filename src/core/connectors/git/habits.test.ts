import { afterAll, expect, test } from "vitest";
import type { GitRepository } from "../../../../test/git-repository.ts";
import { monorepo, tagged, trunk } from "../../../../test/habits.ts";
import { asRows, independently } from "../../../../test/independent-delivery.ts";
import { readAll } from "../../../../test/read-git.ts";

const made: GitRepository[] = [];
afterAll(() => {
  for (const one of made) one.remove();
});

test("a repository released by tags gives the figures that git's set arithmetic gives, row by row", async () => {
  const { repo, tags } = tagged();
  made.push(repo);
  const read = await readAll(repo.path);
  expect(asRows(read)).toEqual(independently(repo.path, { tags }));
  expect(read.deployments.map(({ content }) => content.cause)).toContain("rollback");
  expect(read.found).toMatchObject({
    changes: 9,
    deployments: 6,
    failed: 3,
    deploymentsBy: "7 release tags",
  });
});

test("a trunk of which each merge is live gives the figures that git's set arithmetic gives, row by row", async () => {
  const repo = trunk();
  made.push(repo);
  const read = await readAll(repo.path, { rule: "branch:main" });
  expect(asRows(read)).toEqual(independently(repo.path, { branch: "main" }));
  expect(read.found).toMatchObject({ changes: 29, deployments: 20, failed: 2 });
});

test("one package of a monorepo gives the figures that git's set arithmetic gives, row by row", async () => {
  const { repo, tags } = monorepo();
  made.push(repo);
  const read = await readAll(repo.path, { rule: "tags:api@*" });
  expect(asRows(read)).toEqual(independently(repo.path, { tags }));
  expect(read.found).toMatchObject({ changes: 12, deployments: 3, deploymentsBy: "3 tags matching api@*" });
});
