import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { at, type GitRepository, gitRepository } from "../../../../test/git-repository.ts";
import { player, step } from "../../../../test/git-steps.ts";
import { asRows, independently } from "../../../../test/independent-delivery.ts";
import { LATER, readAll, told } from "../../../../test/read-git.ts";

const made: GitRepository[] = [];
const repository = (): GitRepository => {
  const one = gitRepository();
  made.push(one);
  return one;
};
afterAll(() => {
  for (const one of made) one.remove();
});

const rule = fc.constantFrom("auto", "tags:v1*", "branch:main", "none");
const history = fc.array(step, { minLength: 3, maxLength: 24 });

test("reading what is new tells the same as reading all, wherever a history is cut", {
  timeout: 240_000,
}, async () => {
  let goneOn = 0;
  await fc.assert(
    fc.asyncProperty(rule, history, history, async (rule, first, then) => {
      const repo = gitRepository();
      try {
        const { play } = player(repo);
        first.forEach(play);
        const before = await readAll(repo.path, { rule });
        then.forEach(play);
        const next = await readAll(repo.path, { rule, before: before.before });
        const whole = await readAll(repo.path, { rule });
        if (!next.found.readAgain) goneOn += 1;
        const events = next.found.readAgain ? next.events : [...before.events, ...next.events];
        expect(told(events)).toEqual(told(whole.events));
        const { changesNew: _, readAgain: __, remarks: ___, ...figures } = next.found;
        expect(whole.found).toMatchObject(figures);
        expect(new Set(next.found.remarks.map(({ what, n }) => `${what} ${n}`))).toEqual(
          new Set(whole.found.remarks.map(({ what, n }) => `${what} ${n}`)),
        );
      } finally {
        repo.remove();
      }
    }),
    { numRuns: 40 },
  );
  expect(goneOn).toBeGreaterThan(5);
});

test("any history gives the figures that git's set arithmetic gives, row by row", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(step, { minLength: 3, maxLength: 14 }), async (byTags, steps) => {
      const repo = gitRepository();
      try {
        const { play, tags } = player(repo);
        steps.forEach(play);
        const read = await readAll(repo.path, { rule: byTags ? "tags:*" : "branch:main" });
        const rows = asRows(read);
        const expected = independently(repo.path, byTags ? { tags } : { branch: "main" });
        // Of deployments of one moment that do not contain each other, either may be the first.
        fc.pre(
          new Set(expected.deployments.map((one) => one.at)).size === expected.deployments.length || !byTags,
        );
        expect(rows).toEqual(expected);
      } finally {
        repo.remove();
      }
    }),
    { numRuns: 15 },
  );
});

test("nothing new gives no events and the same figures", async () => {
  const repo = repository();
  for (const version of ["v1.0", "v1.1", "v1.2"]) {
    repo.commit(`Work for ${version}`);
    repo.tag(version);
  }
  const first = await readAll(repo.path);
  const again = await readAll(repo.path, { before: first.before });
  expect(again.events).toEqual([]);
  expect(again.found).toEqual({ ...first.found, changesNew: 0 });
  expect(again.before).toEqual(first.before);
});

test("a new commit and a later release are told alone, in the same reading", async () => {
  const repo = released();
  const first = await readAll(repo.path);
  const hash = repo.commit("New");
  repo.tag("v1.3");
  const next = await readAll(repo.path, { before: first.before });
  expect(next.events.map((event) => [event.type.split(".")[2], event.subject])).toEqual([
    ["change", hash],
    ["septet-change", hash],
    ["service", hash],
  ]);
  expect(next).toMatchObject({
    reading: 1,
    found: { changesNew: 1, changes: 4, deployments: 4, readAgain: false },
  });
});

test("what was merged earlier is delivered by a later release, once", async () => {
  const repo = released();
  const hash = repo.commit("Waits");
  const first = await readAll(repo.path);
  repo.tag("v1.3");
  const next = await readAll(repo.path, { before: first.before });
  expect([first.deliveredBy(hash), next.deliveredBy(hash), next.changes.length]).toEqual([null, hash, 0]);
});

test("a release branch that is merged back completes its changes without reading all again", async () => {
  const repo = released();
  repo.ref("refs/heads/hotfix", repo.head());
  const hash = repo.commit("Hotfix", { on: "hotfix" });
  repo.tag("v1.2.1", { of: hash });
  const first = await readAll(repo.path);
  repo.merge(["hotfix"]);
  const next = await readAll(repo.path, { before: first.before });
  expect(first.change(hash)?.mergedAt).toBeNull();
  expect(next.change(hash)?.mergedAt).toBe(repo.now() * 1000);
  expect(next.found).toMatchObject({ changesNew: 0, readAgain: false, changes: 4 });
});

/** Three releases, one commit each. */
function released(): GitRepository {
  const repo = repository();
  for (const version of ["v1.0", "v1.1", "v1.2"]) {
    repo.commit(`Work for ${version}`);
    repo.tag(version);
  }
  return repo;
}

test("a revert that names a commit which only comes later is told again once it is there", async () => {
  const repo = released();
  const later = repo.commit("Not merged yet", { on: "side", parents: [repo.head() as string] });
  const revert = repo.commit(`Revert\n\nThis reverts commit ${later.slice(0, 9)}.`);
  const first = await readAll(repo.path);
  repo.merge(["side"]);
  const next = await readAll(repo.path, { before: first.before });
  expect([first.change(revert)?.reverts, next.change(revert)?.reverts]).toEqual([
    [later.slice(0, 9)],
    [later],
  ]);
  expect([first.found.remarks.length, next.found.remarks.length, next.found.readAgain]).toEqual([1, 0, true]);
});

const rewrites: [string, (repo: GitRepository) => void, Parameters<typeof readAll>[1]?][] = [
  ["a force push", (repo) => repo.commit("Other", { parents: [repo.git("rev-parse", "main~1")] })],
  ["a moved tag", (repo) => repo.tag("v1.1", { of: repo.git("rev-parse", "v1.0") })],
  ["a deleted tag", (repo) => repo.ref("refs/tags/v1.1", null)],
  [
    "a release added between known ones",
    (repo) => repo.tag("v1.1.5", { of: repo.git("rev-parse", "v1.0"), at: at("2023-12-31 00:00") }),
  ],
  [
    "a second tag on a known release",
    (repo) => repo.tag("stable-1.2", { of: repo.git("rev-parse", "v1.2") }),
  ],
  ["another rule", () => undefined, { rule: "branch:main" }],
  ["another name", () => undefined, { component: "acme/ledger" }],
  ["a reading that was begun and not finished", () => undefined, { unfinished: 1 }],
  [
    "a fast-forward that made the old main a side branch",
    (repo) => repo.merge(["main"], { on: "side" }) && repo.ref("refs/heads/main", repo.head("side")),
  ],
];

test.each(rewrites)(
  "%s is noticed, and all is read again under the next number",
  async (_, rewrite, options = {}) => {
    const repo = released();
    repo.commit("Side", { on: "side", parents: [repo.git("rev-parse", "v1.1")] });
    const first = await readAll(repo.path);
    rewrite(repo);
    const next = await readAll(repo.path, { before: first.before, ...options });
    expect(next.found.readAgain).toBe(true);
    expect(next.events.at(-1)).toMatchObject({
      type: "dev.cdeventsx.septet-repository.read.0.1.0",
      content: { reading: 2, tip: repo.head() },
    });
    expect(next.events.every((event) => event.content.reading === 2)).toBe(true);
  },
);

test("an import repeated after it broke off repeats the same ids", async () => {
  const repo = released();
  const [first, again] = [await readAll(repo.path), await readAll(repo.path)];
  expect(again.events).toEqual(first.events);
  expect(new Set(first.events.map((event) => `${event.type} ${event.id}`)).size).toBe(first.events.length);
});

test("a date that lay too far ahead counts once its time has come", async () => {
  const repo = released();
  const hash = repo.commit("From the future", { at: LATER / 1000 + 10 * 86_400 });
  const first = await readAll(repo.path);
  const early = await readAll(repo.path, { before: first.before, now: LATER + 8 * 86_400_000 });
  const due = await readAll(repo.path, { before: first.before, now: LATER + 9 * 86_400_000 });
  expect([first.change(hash)?.problem, early.events.length, due.change(hash)?.problem]).toEqual([
    "date-absurd",
    0,
    "",
  ]);
});
