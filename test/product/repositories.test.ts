import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deploymentWays, gitImports } from "../../src/core/connectors/git/contract.ts";
import { measure } from "../../src/core/measures/contract.ts";
import { unit, units } from "../../src/core/org/contract.ts";
import { at, type GitRepository, gitRepository } from "../git-repository.ts";
import { importRepository, openTestProduct, type TestProduct } from "./open-test-product.ts";

let product: TestProduct;
const made: GitRepository[] = [];
beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => at("2024-06-30 12:00") * 1000 } });
});
afterAll(async () => {
  await product.close();
  for (const one of made) one.remove();
});

/** A repository with a release a week from the beginning of 2024. */
function weekly(name: string, weeks: number, what = "work"): GitRepository {
  const one = gitRepository({ name });
  made.push(one);
  for (let week = 0; week < weeks; week += 1) release(one, week, what);
  return one;
}

function release(one: GitRepository, week: number, what = "work"): void {
  const monday = at("2024-01-01 09:00") + week * 7 * 24 * 3600;
  one.commit(`${what} of week ${week}`, { at: monday });
  one.tag(`v1.${week}.0`, { at: monday + 3600 });
}

const deployments = (slug: string) =>
  product
    .ask(measure, { id: "deployment-frequency", unit: slug, from: "2024-01-01", to: "2024-06-30" })
    .then(({ summary }) => summary);

describe("importing repositories", () => {
  test("a team is made once, whatever the case of its name, and owns what was imported for it", async () => {
    const ledger = weekly("ledger", 5);
    const first = await importRepository(product, { path: ledger.path, team: "Händler & Co" });
    expect([first.state, first.unit, first.component]).toEqual(["done", "handler-co", "ledger"]);
    const api = weekly("api", 3);
    const second = await importRepository(product, { path: api.path, team: "händler & co" });
    expect(second.unit).toBe("handler-co");
    const { components, path } = await product.ask(unit, { slug: "handler-co" });
    expect(components.map(({ name }) => name)).toEqual(["api", "ledger"]);
    expect(path.map(({ slug }) => slug)).toEqual(["organisation"]);
    expect(await deployments("handler-co")).toEqual({ value: 8, n: 8 });
    expect(await deployments("organisation")).toEqual({ value: 8, n: 8 });
  });

  test("again, it reads what is new and stays with its team", async () => {
    const [ledger] = made as [GitRepository];
    release(ledger, 5);
    const again = await importRepository(product, { path: ledger.path });
    expect([again.unit, again.found?.changesNew, again.found?.changes, again.found?.readAgain]).toEqual([
      "handler-co",
      1,
      6,
      false,
    ]);
    expect(await deployments("handler-co")).toEqual({ value: 9, n: 9 });
  });

  test("a tag that is taken away is gone from the figures, and nothing else is", async () => {
    const [ledger] = made as [GitRepository];
    ledger.ref("refs/tags/v1.5.0", null);
    const again = await importRepository(product, { path: ledger.path });
    expect(again.found).toMatchObject({ readAgain: true, deployments: 5, changes: 6 });
    expect(await deployments("handler-co")).toEqual({ value: 8, n: 8 });
  });

  test("another folder that only shares the name is another component", async () => {
    const other = weekly("ledger", 4, "other work");
    const imported = await importRepository(product, { path: other.path, team: "Others" });
    expect([imported.component, imported.unit]).toEqual(["ledger-2", "others"]);
    expect(await deployments("others")).toEqual({ value: 4, n: 4 });
    expect(await deployments("handler-co")).toEqual({ value: 8, n: 8 });
  });

  test("nothing says what is live: deployments are unknown, not zero, until a rule says so", async () => {
    const silent = gitRepository({ name: "silent" });
    made.push(silent);
    for (let day = 1; day <= 9; day += 1) silent.commit(`work ${day}`, { at: at(`2024-03-0${day} 09:00`) });
    const imported = await importRepository(product, { path: silent.path, team: "Silent" });
    expect(imported.found).toMatchObject({ changes: 9, deployments: 0, deploymentsBy: null });
    expect(await deployments("silent")).toEqual({ value: null, n: 0 });
    const merged = await product.ask(measure, {
      id: "changes-merged",
      unit: "silent",
      from: "2024-03-01",
      to: "2024-03-31",
    });
    expect(merged.summary).toEqual({ value: 9, n: 9 });

    const { ways, current } = await product.ask(deploymentWays, { component: "silent" });
    expect([current, ways]).toEqual([
      "auto",
      [{ rule: "branch:main", says: expect.any(String), deployments: 9 }],
    ]);
    await importRepository(product, { path: silent.path, deployments: "branch:main" });
    expect(await deployments("silent")).toEqual({ value: 9, n: 9 });
    const kept = await importRepository(product, { path: silent.path });
    expect(kept.found?.deploymentsBy).toMatch(/main/);
  });

  test("a shallow or older clone does not take the place of the one that is read; one that is further on does", async () => {
    const origin = weekly("origin", 6);
    const full = await importRepository(product, { path: origin.path, team: "Full" });
    const clone = (name: string, ...options: string[]) => {
      const path = `${product.folder}/${name}`;
      execFileSync("git", ["clone", "-q", ...options, `file://${origin.path}`, path]);
      return path;
    };
    const shallow = await importRepository(product, { path: clone("shallow", "--depth", "2") });
    expect([shallow.state, shallow.problem]).toEqual([
      "failed",
      expect.stringContaining("this clone is shallow"),
    ]);
    const older = clone("older");
    release(origin, 6);
    await importRepository(product, { path: origin.path });
    const behind = await importRepository(product, { path: older });
    expect([behind.state, behind.problem]).toEqual(["failed", expect.stringContaining("lacks commits")]);
    expect(await deployments("full")).toEqual({ value: 7, n: 7 });
    const further = await importRepository(product, { path: clone("further") });
    expect([further.state, further.component]).toEqual(["done", full.component]);
    const { imports } = await product.ask(gitImports, {});
    expect(
      imports
        .filter(({ component, state }) => component === full.component && state === "done")
        .map(({ path }) => path),
    ).toContain(further.path);
  });

  test("the same path on two hosts is two repositories", async () => {
    const here = weekly("here", 3);
    const there = weekly("there", 4, "other work");
    execFileSync("git", ["-C", here.path, "remote", "add", "origin", "https://github.test/infra/tools.git"]);
    execFileSync("git", ["-C", there.path, "remote", "add", "origin", "git@gitlab.test:infra/tools.git"]);
    const first = await importRepository(product, { path: here.path, team: "Here" });
    const second = await importRepository(product, { path: there.path, team: "There" });
    expect([first.component, second.component]).toEqual(["infra/tools", "infra/tools-2"]);
    expect([await deployments("here"), await deployments("there")]).toEqual([
      { value: 3, n: 3 },
      { value: 4, n: 4 },
    ]);
  });

  test("a team's name cannot steer a terminal", async () => {
    const [ledger] = made as [GitRepository];
    for (const team of ["\u001b[31mred", "turned\u202e", "x".repeat(121), " "]) {
      await expect(importRepository(product, { path: ledger.path, team })).rejects.toThrow(
        /1 to 120 characters/,
      );
    }
  });

  test("an import that names another team moves the component, and says so", async () => {
    const moving = weekly("moving", 3);
    await importRepository(product, { path: moving.path, team: "Before" });
    const moved = await importRepository(product, { path: moving.path, team: "After" });
    expect([moved.unit, moved.movedFrom]).toEqual(["after", "before"]);
    expect((await importRepository(product, { path: moving.path })).movedFrom).toBe(null);
  });

  test("an unborn branch and a wrong rule are clear messages, and leave what was there", async () => {
    const empty = gitRepository({ name: "empty" });
    made.push(empty);
    await expect(importRepository(product, { path: empty.path, team: "Debris" })).rejects.toThrow(
      /no commit/i,
    );
    await expect(
      importRepository(product, { path: weekly("rules", 3).path, deployments: "branch:live" }),
    ).rejects.toThrow(/live/);
    await expect(importRepository(product, { path: empty.path, deployments: "weekly" })).rejects.toThrow(
      /tags:GLOB/,
    );
    const { units: all } = await product.ask(units, {});
    expect(all.map(({ name }) => name)).not.toContain("Debris");
  });

  test("an example gives way to the first real repository, and does not come back", async () => {
    const fresh = weekly("example", 3);
    await importRepository(product, { path: fresh.path, example: true });
    const { units: all } = await product.ask(units, {});
    expect(all.flatMap(({ components }) => components)).not.toContain("example");
  });
});
