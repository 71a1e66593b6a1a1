import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { at, gitRepository } from "../../../../test/git-repository.ts";
import { readAll } from "../../../../test/read-git.ts";
import { findRepositories } from "./program/nearby.ts";
import { openRepository } from "./program/repository.ts";
import { deploymentWays } from "./ways.ts";

const folder = mkdtempSync(join(tmpdir(), "septet-around-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("repositories are found below a folder, newest work first, but not in hidden folders, node_modules or through links", async () => {
  const inside = join(folder, "home");
  gitRepository({ inside, name: "old" }).commit("Old", { at: at("2023-01-01 00:00") });
  gitRepository({ inside: join(inside, "deeper/still"), name: "new" }).commit("New", {
    at: at("2024-01-01 00:00"),
  });
  gitRepository({ inside, name: "empty" });
  for (const away of [".cache", "node_modules", "old/inside"])
    gitRepository({ inside: join(inside, away), name: "unseen" }).commit("Unseen");
  mkdirSync(join(folder, "elsewhere"));
  gitRepository({ inside: join(folder, "elsewhere"), name: "linked" }).commit("Linked");
  symlinkSync(join(folder, "elsewhere"), join(inside, "link"));
  expect(await findRepositories([inside], { limit: 10, timeMs: 10_000 })).toEqual({
    repositories: [
      { path: join(inside, "deeper/still/new"), name: "new", lastCommitAt: "2024-01-01T00:00:00.000Z" },
      { path: join(inside, "old"), name: "old", lastCommitAt: "2023-01-01T00:00:00.000Z" },
      { path: join(inside, "empty"), name: "empty", lastCommitAt: null },
    ],
    searched: [inside],
  });
});

test("a search that found enough stops, and says that it has not seen all", async () => {
  const inside = join(folder, "many");
  for (const name of ["a", "b", "c"]) gitRepository({ inside, name }).commit("One");
  const { repositories, searched } = await findRepositories([inside], { limit: 2, timeMs: 10_000 });
  expect([repositories.length, searched]).toEqual([2, []]);
});

test("a search without time left ends at once; a folder that is not there is no trouble", async () => {
  const nowhere = await findRepositories([join(folder, "nowhere")], { limit: 9, timeMs: 10_000 });
  expect(nowhere.repositories).toEqual([]);
});

test("each way to tell what is live says how many deployments it would find, and finds as many", async () => {
  const repo = gitRepository({ inside: join(folder, "ways") });
  for (let week = 1; week <= 5; week++) {
    repo.commit(`Week ${week}`);
    repo.tag(`api@1.${week}.0`);
    if (week > 2) repo.tag(`web@2.${week}.0`);
    if (week > 1) repo.tag(`live-${week}abc`);
    repo.tag(`api@1.${week}.1-rc.1`);
  }
  repo.commit("Not released");
  const ways = await deploymentWays(await openRepository(repo.path));
  expect(ways.map(({ rule, deployments }) => [rule, deployments])).toEqual([
    ["auto", 5],
    ["tags:api@*", 5],
    ["tags:live-*", 4],
    ["tags:web@*", 3],
    ["branch:main", 6],
  ]);
  for (const { rule, deployments } of ways)
    expect((await readAll(repo.path, { rule })).deployments).toHaveLength(deployments);
});

test("a pipe in place of a file does not hold up the looking around", async () => {
  const inside = join(folder, "pipes");
  const one = gitRepository({ inside, name: "piped" });
  one.commit("Work");
  rmSync(join(one.path, ".git", "config"));
  execFileSync("mkfifo", [join(one.path, ".git", "config")]);
  const { repositories } = await findRepositories([inside], { limit: 5, timeMs: 500 });
  expect(repositories).toEqual([{ path: one.path, name: "piped", lastCommitAt: null }]);
});
