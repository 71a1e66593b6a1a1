import fc from "fast-check";
import { expect, test } from "vitest";
import { gitRepository } from "../../../../test/git-repository.ts";
import { player, step } from "../../../../test/git-steps.ts";
import { asRows, type IndependentPart, independentParts } from "../../../../test/independent-delivery.ts";
import { readAll, rowsOf, told } from "../../../../test/read-git.ts";
import type { Event } from "../../events/event.ts";
import type { Part } from "./parts/part.ts";

const FILES = [
  "apps/web/a.ts",
  "apps/web/deep/b.ts",
  "apps/api/a.ts",
  "packages/ui/a.css",
  "README.md",
  "docs/a.md",
];

/** One to three of the files, now and then none. */
function filesOf(number: number) {
  const some = FILES.filter(
    (_, place) => (number * (place + 3)) % 5 === 0 || number % FILES.length === place,
  );
  return Object.fromEntries((number % 11 === 0 ? [] : some).map((file) => [file, `${number}\n`]));
}

const web = { component: "web", globs: ["apps/web/"], deployments: null };
const ui = { component: "ui", globs: ["packages/ui/**", "*.md"], deployments: null };
const apps = { component: "apps", globs: ["/apps/**"], deployments: null };
const odd = { component: "odd", globs: ["apps/api/**", "packages/**"], deployments: "tags:v1.*[13579]" };
const parts = fc.constantFrom<readonly Part[]>([web], [web, ui], [web, apps, odd], [odd]);

const steps = fc.array(step, { minLength: 3, maxLength: 20 });
const cut = fc.record({ first: steps, later: steps });

test("reading what is new of a repository and its parts tells the same as reading all", {
  timeout: 240_000,
}, async () => {
  let goneOn = 0;
  const rule = fc.constantFrom("tags:v1*", "branch:main", "none");
  await fc.assert(
    fc.asyncProperty(rule, parts, cut, async (rule, parts, { first, later }) => {
      const repo = gitRepository();
      try {
        const { play } = player(repo, filesOf);
        first.forEach(play);
        const before = await readAll(repo.path, { rule, parts });
        later.forEach(play);
        const next = await readAll(repo.path, { rule, parts, before: before.before });
        const whole = await readAll(repo.path, { rule, parts });
        if (!next.found.readAgain) goneOn += 1;
        const events = next.found.readAgain ? next.events : [...before.events, ...next.events];
        expect(told(events)).toEqual(told(whole.events));
        const { changesNew: _, readAgain: __, remarks: ___, ...figures } = next.found;
        expect(whole.found).toMatchObject(figures);
        expect(new Set(next.found.remarks.map(({ what, n }) => `${what} ${n}`))).toEqual(
          new Set(whole.found.remarks.map(({ what, n }) => `${what} ${n}`)),
        );
        expect({ ...next.before, reading: 1, remarks: [], said: [], print: "" }).toEqual({
          ...whole.before,
          reading: 1,
          remarks: [],
          said: [],
          print: "",
        });
      } finally {
        repo.remove();
      }
    }),
    { numRuns: 40 },
  );
  expect(goneOn).toBeGreaterThan(5);
});

const pathspecs: Record<string, readonly string[]> = {
  "apps/web/": [":(glob)apps/web/**"],
  "packages/ui/**": [":(glob)packages/ui/**"],
  "*.md": [":(glob)**/*.md"],
  "/apps/**": [":(glob)apps/**"],
  "apps/api/**": [":(glob)apps/api/**"],
  "packages/**": [":(glob)packages/**"],
};

test("any history gives each part the figures that git's own pathspecs and set arithmetic give, row by row", {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      parts,
      fc.array(step, { minLength: 3, maxLength: 14 }),
      async (byTags, parts, steps) => {
        const repo = gitRepository();
        try {
          const { play, tags } = player(repo, filesOf);
          steps.forEach(play);
          const read = await readAll(repo.path, { rule: byTags ? "tags:*" : "branch:main", parts });
          const alone = tags.filter((tag) => /[13579]$/.test(tag));
          const given = parts.map(
            ({ component, globs, deployments }): IndependentPart => ({
              name: component,
              paths: globs.flatMap((glob) => pathspecs[glob] ?? []),
              ...(deployments === null ? {} : { own: { tags: alone } }),
            }),
          );
          const expected = independentParts(repo.path, byTags ? { tags } : { branch: "main" }, given);
          // Of deployments of one moment that do not contain each other, either may be the first.
          const moments = read.deployments.map(({ at, component }) => `${at} ${component}`);
          fc.pre(new Set(moments).size === moments.length);
          const rows = (component: string) => asRows(rowsOf(ofComponent(read.events, component)));
          expect(rows("ledger")).toEqual(expected.itself);
          for (const { component } of parts) expect(rows(component)).toEqual(expected.parts[component]);
        } finally {
          repo.remove();
        }
      },
    ),
    { numRuns: 25 },
  );
});

const ofComponent = (events: readonly Event[], component: string): Event[] =>
  events.filter((event) => event.component === component);
