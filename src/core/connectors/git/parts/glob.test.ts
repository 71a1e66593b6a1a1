import { expect, test } from "vitest";
import { troubleOf } from "./glob.ts";
import { pathMatcher } from "./part.ts";

test.each([
  ["apps/web/", ["apps/web/a.ts", "apps/web/deep/b.ts"], ["apps/website/a.ts", "old/apps/web/a.ts"]],
  ["/apps/web", ["apps/web/a.ts"], ["old/apps/web/a.ts"]],
  ["web/", ["web/a.ts", "apps/web/a.ts"], ["web", "webs/a.ts"]],
  ["packages/*/src/**", ["packages/ui/src/a/b.ts"], ["packages/ui/deep/src/a.ts", "packages/ui/a.ts"]],
  ["*.tf", ["main.tf", "infra/main.tf"], ["main.tfvars"]],
  ["**/README.md", ["README.md", "docs/README.md"], ["docs/readme.md"]],
  ["[ab].ts", ["a.ts", "x/b.ts"], ["c.ts"]],
  ["größe/", ["größe/a.ts"], ["grosse/a.ts"]],
  ["apps/\\[id\\]/", ["apps/[id]/page.tsx"], ["apps/i/page.tsx"]],
])("%s means what it means in .gitignore and CODEOWNERS", (glob, its, others) => {
  const matches = pathMatcher([glob]);
  expect(troubleOf(glob)).toBeNull();
  expect(its.filter(matches)).toEqual(its);
  expect(others.filter(matches)).toEqual([]);
});

test.each([
  ["", "names no path"],
  ["/", "names no path"],
  ["!apps/web", "no exceptions"],
  ["#apps", "begins a comment"],
  ["../other", "from the top of the repository"],
  ["./apps", "from the top of the repository"],
  ["apps//web", "from the top of the repository"],
  ["apps\\web", "write / between folders"],
  ["apps/[web", "never closed"],
  ["[]".repeat(199), "never closed"],
])("“%s” means nothing, and what would be right is said", (glob, words) => {
  expect(troubleOf(glob)).toContain(words);
});

test("a glob that could be read in very many ways holds nothing up", () => {
  expect(troubleOf("[]]".repeat(130))).toContain("never closed");
  expect(troubleOf("[!a]".repeat(99))).toBeNull();
});
