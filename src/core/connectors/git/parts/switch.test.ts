import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { gitRepository } from "../../../../../test/git-repository.ts";
import { readAll } from "../../../../../test/read-git.ts";
import { openTestEvents } from "../../../../platform/events/testing.ts";
import { type EventStore, eventStore } from "../../../events/store.ts";
import { scopeOf } from "../../../sharing/scope.ts";
import type { Part } from "./part.ts";

let events: EventStore;
let close: () => Promise<void>;
const repo = gitRepository({ name: "shop" });
beforeAll(async () => {
  const db = await openTestEvents();
  events = eventStore(db, { now: () => Date.parse("2026-06-01T00:00:00Z") });
  close = db.close;
  for (const [number, file] of ["apps/web/a", "apps/api/a", "README.md", "apps/web/b"].entries()) {
    repo.commit(`Work ${number}`, { files: { [file]: `${number}\n` } });
    repo.tag(`v1.${number}.0`);
  }
});
afterAll(async () => {
  await close();
  repo.remove();
});

const names = ["shop", "shop/web", "shop/api"];
const scope = scopeOf(
  names.map((component) => ({ component, from: null, until: null })),
  "rows",
);
const Counted = z.object({ component: z.string(), changes: z.number(), deployments: z.number() });

/** What each component has, as it counts now. */
async function counted(): Promise<string[]> {
  const sql = `select component, toFloat64(sum(c)) as changes, toFloat64(sum(d)) as deployments from (
      select component, 1 as c, 0 as d from events_change where component in {components:Array(String)}
      union all
      select component, 0 as c, 1 as d from events_deployment where component in {components:Array(String)}
    ) group by component order by component`;
  const rows = await events.ask({ sql, row: Counted, tells: "rows" }, scope);
  return rows.map(({ component, changes, deployments }) => `${component} ${changes} ${deployments}`);
}

const part = (component: string, ...globs: string[]) => ({ component, globs, deployments: null });
const web = part("shop/web", "apps/web/");
const api = part("shop/api", "apps/api/");

/** Each is a reading of its own, under the next number. */
let readings = 0;
const readShop = (parts: readonly Part[]) =>
  readAll(repo.path, { component: "shop", rule: "tags:v*", parts, unfinished: readings++ });

const whole = ["shop 4 4"];
const divided = ["shop 1 1", "shop/api 1 1", "shop/web 2 2"];

test.each([
  ["parts are made", [], whole, [web, api], divided],
  [
    "a part gets other paths",
    [web, api],
    divided,
    [web, part("shop/api", "*.md")],
    ["shop 1 1", "shop/api 1 1", "shop/web 2 2"],
  ],
  ["a part is removed", [web, api], divided, [web], ["shop 2 2", "shop/web 2 2"]],
  ["all parts are removed", [web, api], divided, [], whole],
])(
  "when %s, it counts for the repository and all its parts at the same moment",
  async (_, ...[was, before, is, after]) => {
    const first = await readShop(was);
    await events.record(first.events);
    expect(await counted()).toEqual(before);
    const next = await readShop(is);
    const end = next.events.findIndex(({ type }) => type === "dev.cdeventsx.septet-repository.read.0.1.0");
    for (const event of next.events.slice(0, end)) {
      await events.record([event]);
      expect(await counted()).toEqual(before);
    }
    await events.record(next.events.slice(end));
    expect(await counted()).toEqual(after);
  },
);
