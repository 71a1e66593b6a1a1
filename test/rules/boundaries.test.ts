import { globSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { brokenIn, cruised, root, rules, type Tree } from "./cruise.ts";

const leaf = "export const leaf = 1;\n";
const uses = (path: string) => `import { leaf } from "${path}";\nexport const used = leaf;\n`;
const names = (path: string) => `import type { leaf } from "${path}";\nexport type Used = typeof leaf;\n`;

/** For each rule, trees that break it and no other, and trees that come as near as is allowed. */
const plants: Record<string, { broken: Tree[]; clean: Tree[] }> = {
  "no-circles": {
    broken: [
      { "src/core/org/a.ts": uses("./b.ts"), "src/core/org/b.ts": uses("./a.ts") },
      { "src/core/org/a.ts": names("./b.ts"), "src/core/org/b.ts": names("./a.ts") },
    ],
    clean: [{ "src/core/org/a.ts": uses("./b.ts"), "src/core/org/b.ts": leaf }],
  },
  "no-unresolvable": {
    broken: [{ "src/core/org/a.ts": uses("./gone.ts") }],
    clean: [{ "src/core/org/a.ts": uses("./there.ts"), "src/core/org/there.ts": leaf }],
  },
  "platform-knows-no-domain": {
    broken: [
      { "src/platform/log.ts": uses("../core/org/tree.ts"), "src/core/org/tree.ts": leaf },
      { "src/platform/log.ts": names("../core/org/tree.ts"), "src/core/org/tree.ts": leaf },
    ],
    clean: [{ "src/platform/log.ts": uses("./errors.ts"), "src/platform/errors.ts": leaf }],
  },
  "core-knows-no-area": {
    broken: [
      { "src/core/org/index.ts": uses("../../areas/craft/index.ts"), "src/areas/craft/index.ts": leaf },
      { "src/core/org/tree.ts": names("../../areas/craft/contract.ts"), "src/areas/craft/contract.ts": leaf },
    ],
    clean: [{ "src/areas/craft/routes.ts": uses("../../core/org/tree.ts"), "src/core/org/tree.ts": leaf }],
  },
  "areas-are-strangers": {
    broken: [
      { "src/areas/craft/routes.ts": uses("../growth/contract.ts"), "src/areas/growth/contract.ts": leaf },
      { "src/areas/craft/ui/a.tsx": uses("../../growth/ui/b.tsx"), "src/areas/growth/ui/b.tsx": leaf },
    ],
    clean: [{ "src/areas/craft/routes.ts": uses("./contract.ts"), "src/areas/craft/contract.ts": leaf }],
  },
  "area-by-its-door": {
    broken: [
      { "src/main.ts": uses("./areas/craft/routes.ts"), "src/areas/craft/routes.ts": leaf },
      { "src/cli/main.ts": uses("../areas/craft/noun.ts"), "src/areas/craft/noun.ts": leaf },
      { "src/cli/a.test.ts": uses("../areas/craft/store.ts"), "src/areas/craft/store.ts": leaf },
    ],
    clean: [
      { "src/main.ts": uses("./areas/craft/index.ts"), "src/areas/craft/index.ts": leaf },
      { "src/web/pages/a.tsx": uses("../../areas/craft/ui/b.tsx"), "src/areas/craft/ui/b.tsx": leaf },
      { "src/cli/a.test.ts": uses("../areas/craft/testing.ts"), "src/areas/craft/testing.ts": leaf },
    ],
  },
  "people-by-one-door": {
    broken: [
      {
        "src/core/loops/votes.ts": uses("../sharing/over-people/figures.ts"),
        "src/core/sharing/over-people/figures.ts": leaf,
      },
      {
        "src/core/sharing/scope.ts": uses("./over-people/crowd.ts"),
        "src/core/sharing/over-people/crowd.ts": leaf,
      },
    ],
    clean: [
      {
        "src/core/sharing/over-people.ts": uses("./over-people/figures.ts"),
        "src/core/sharing/over-people/figures.ts": leaf,
      },
      {
        "src/core/loops/votes.ts": names("../sharing/over-people/round.ts"),
        "src/core/sharing/over-people/round.ts": leaf,
      },
    ],
  },
  "only-the-top-composes": {
    broken: [
      { "src/areas/craft/routes.ts": uses("../../main.ts"), "src/main.ts": leaf },
      { "src/core/org/store.ts": uses("../../cli/output.ts"), "src/cli/output.ts": leaf },
    ],
    clean: [{ "src/cli/main.ts": uses("../main.ts"), "src/main.ts": leaf }],
  },
  "pure-touches-nothing-outside": {
    broken: [
      {
        "src/core/org/tree.ts":
          'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
      },
      { "src/areas/craft/policy.ts": 'import { hostname } from "os";\nexport const host = hostname;\n' },
      { "src/core/connectors/git/log.ts": 'export const run = () => import("node:child_process");\n' },
    ],
    clean: [
      {
        "src/core/org/store.ts":
          'import { readFileSync } from "node:fs";\nexport const read = readFileSync;\n',
      },
      { "src/core/connectors/git/program.ts": 'export const run = () => import("node:child_process");\n' },
      {
        "src/core/org/tree.ts":
          'import { createHash } from "node:crypto";\nexport const hash = createHash;\n',
      },
      { "src/core/org/tree.ts": 'import type { Stats } from "node:fs";\nexport type Shape = Stats;\n' },
    ],
  },
  "pure-knows-no-machinery": {
    broken: [
      { "src/core/org/tree.ts": uses("../../platform/state/open.ts"), "src/platform/state/open.ts": leaf },
      {
        "src/areas/craft/contract.ts": uses("../../platform/http/answer.ts"),
        "src/platform/http/answer.ts": leaf,
      },
    ],
    clean: [
      { "src/core/org/store.ts": uses("../../platform/state/open.ts"), "src/platform/state/open.ts": leaf },
      { "src/core/org/tree.ts": uses("../../platform/errors.ts"), "src/platform/errors.ts": leaf },
      { "src/core/org/tree.ts": names("../../platform/state/open.ts"), "src/platform/state/open.ts": leaf },
    ],
  },
  "pure-knows-no-impure": {
    broken: [
      { "src/core/org/tree.ts": uses("./store.ts"), "src/core/org/store.ts": leaf },
      { "src/areas/craft/noun.ts": uses("./store/rows.ts"), "src/areas/craft/store/rows.ts": leaf },
    ],
    clean: [
      { "src/core/org/store.ts": uses("./tree.ts"), "src/core/org/tree.ts": leaf },
      { "src/core/org/tree.ts": names("./store.ts"), "src/core/org/store.ts": leaf },
      { "src/core/org/tree.test.ts": uses("./store.ts"), "src/core/org/store.ts": leaf },
    ],
  },
  "browser-reaches-no-server": {
    broken: [
      { "src/web/client.ts": uses("../platform/config.ts"), "src/platform/config.ts": leaf },
      { "src/areas/craft/ui/page.tsx": uses("../store.ts"), "src/areas/craft/store.ts": leaf },
      {
        "src/areas/craft/ui/page.tsx": uses("../../../core/org/index.ts"),
        "src/core/org/index.ts": uses("./routes.ts"),
        "src/core/org/routes.ts": leaf,
      },
    ],
    clean: [
      {
        "src/web/client.ts": uses("../areas/craft/contract.ts"),
        "src/areas/craft/contract.ts": uses("../../platform/http/contract.ts"),
        "src/platform/http/contract.ts": leaf,
      },
      { "src/web/client.ts": uses("../core/org/tree.ts"), "src/core/org/tree.ts": leaf },
    ],
  },
  "browser-reaches-no-node": {
    broken: [
      { "src/web/client.ts": 'import { join } from "node:path";\nexport const joined = join;\n' },
      {
        "src/web/client.ts": uses("../core/org/hash.ts"),
        "src/core/org/hash.ts": 'export { randomUUID as leaf } from "node:crypto";\n',
      },
    ],
    clean: [{ "src/web/client.test.ts": 'import { join } from "node:path";\nexport const joined = join;\n' }],
  },
  "browser-reaches-no-server-package": {
    broken: [
      { "src/web/client.ts": 'import hono from "hono";\nexport const app = hono;\n' },
      {
        "src/web/a.ts": uses("../core/org/b.ts"),
        "src/core/org/b.ts": 'export { default as leaf } from "hono";\n',
      },
    ],
    clean: [{ "src/core/org/routes.ts": 'import hono from "hono";\nexport const app = hono;\n' }],
  },
  "server-draws-nothing": {
    broken: [
      { "src/core/org/store.ts": uses("../../web/words.ts"), "src/web/words.ts": leaf },
      { "src/areas/craft/index.ts": uses("./ui/page.tsx"), "src/areas/craft/ui/page.tsx": leaf },
    ],
    clean: [{ "src/web/a.ts": uses("../areas/craft/ui/page.tsx"), "src/areas/craft/ui/page.tsx": leaf }],
  },
  "only-state-knows-postgres": {
    broken: [
      { "src/core/org/routes.ts": 'import pg from "pg";\nexport const pool = pg;\n' },
      { "src/platform/http/app.ts": 'import pg from "pg";\nexport const pool = pg;\n' },
      { "src/cli/main.ts": 'import type pg from "pg";\nexport type Pool = typeof pg;\n' },
    ],
    clean: [
      { "src/platform/state/open.ts": 'import pg from "pg";\nexport const pool = pg;\n' },
      { "src/core/org/tables.ts": 'import pg from "pg";\nexport const pool = pg;\n' },
      { "src/core/org/store/people.ts": 'import pg from "pg";\nexport const pool = pg;\n' },
    ],
  },
  "only-jobs-know-their-queue": {
    broken: [{ "src/platform/state/open.ts": 'import boss from "pg-boss";\nexport const queue = boss;\n' }],
    clean: [{ "src/platform/jobs/open.ts": 'import boss from "pg-boss";\nexport const queue = boss;\n' }],
  },
  "only-events-know-clickhouse": {
    broken: [{ "src/core/events/store.ts": 'import chdb from "chdb";\nexport const session = chdb;\n' }],
    clean: [{ "src/platform/events/open.ts": 'import chdb from "chdb";\nexport const session = chdb;\n' }],
  },
  "only-tests-import-tests": {
    broken: [
      { "src/core/org/store.ts": uses("./testing.ts"), "src/core/org/testing.ts": leaf },
      { "src/platform/log.ts": uses("./log.test.ts"), "src/platform/log.test.ts": leaf },
    ],
    clean: [{ "src/core/org/store.test.ts": uses("./testing.ts"), "src/core/org/testing.ts": leaf }],
  },
  "product-needs-no-tools": {
    broken: [{ "src/platform/log.ts": 'import vitest from "vitest";\nexport const tool = vitest;\n' }],
    clean: [{ "src/platform/log.test.ts": 'import vitest from "vitest";\nexport const tool = vitest;\n' }],
  },
};

test("every rule has planted violations, and there is no plant without its rule", () => {
  expect(Object.keys(plants).sort()).toEqual(rules.map(({ name }) => name).sort());
});

test("every rule is an error", () => {
  expect(rules.filter(({ severity }) => severity !== "error")).toEqual([]);
});

describe.each(Object.entries(plants))("%s", (rule, { broken, clean }) => {
  test.each(broken)("catches planted violation %$, and no other rule does", async (tree) => {
    expect(await brokenIn(tree)).toEqual([rule]);
  });
  test.each(clean)("lets neighbour %$ pass", async (tree) => {
    expect(await brokenIn(tree)).toEqual([]);
  });
});

test("dependency-cruiser sees more than half of our TypeScript files, so its silence means something", async () => {
  const ours = globSync("src/**/*.{ts,tsx}", { cwd: root });
  const { modules } = await cruised(root, ["src"]);
  const seen = new Set(modules.map(({ source }) => source));
  expect(ours.filter((file) => seen.has(file)).length).toBeGreaterThan(ours.length / 2);
});
