import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openTestEvents } from "../../platform/events/testing.ts";
import { type Scope, scopeOf } from "../sharing/scope.ts";
import type { Event } from "./event.ts";
import { type EventStore, eventStore } from "./store.ts";
import { factsIn } from "./testing.ts";

let events: EventStore;
let close: () => Promise<void>;

beforeAll(async () => {
  const db = await openTestEvents();
  events = eventStore(db, { now: () => Date.parse("2026-06-01T00:00:00Z") });
  close = db.close;
});
afterAll(() => close());

const tell = (...facts: readonly (Event | readonly Event[])[]) => events.record(facts.flat() as Event[]);

const Change = z.object({ id: z.string(), deployment: z.string(), delivered: z.number() });
const changes = {
  sql: `select id, deployment, toFloat64(delivered) as delivered from events_change
    where component in {components:Array(String)} order by id`,
  row: Change,
  tells: "rows" as const,
};
const rowsOf = (...components: string[]): Scope =>
  scopeOf(
    components.map((component) => ({ component, from: null, until: null })),
    "rows",
  );
const changesOf = async (component: string) =>
  (await events.ask(changes, rowsOf(component))).map(({ id, deployment, delivered }) =>
    delivered ? `${id} in ${deployment}` : id,
  );

test("a reading is invisible until it has finished, and then there at once", async () => {
  const { change, deployed, read } = factsIn("fresh");
  await tell(
    change("a", "2026-01-05T10:00:00Z"),
    deployed("v1", "2026-01-06T10:00:00Z", { delivers: ["a"] }),
  );
  expect(await changesOf("fresh")).toEqual([]);
  await tell(read());
  expect(await changesOf("fresh")).toEqual(["a in v1"]);
});

test("a rewritten history replaces the one before, however far the new reading had come", async () => {
  const before = factsIn("rewritten", 1);
  const after = factsIn("rewritten", 2);
  await tell(
    before.change("a", "2026-01-05T10:00:00Z"),
    before.change("gone", "2026-01-05T11:00:00Z"),
    before.deployed("v1", "2026-01-06T10:00:00Z", { delivers: ["a", "gone"] }),
    before.read(),
  );
  await tell(after.change("a", "2026-01-05T10:00:00Z"), after.change("new", "2026-01-05T12:00:00Z"));
  expect(await changesOf("rewritten")).toEqual(["a in v1", "gone in v1"]);
  await tell(after.read());
  expect(await changesOf("rewritten")).toEqual(["a", "new"]);
  // What an earlier reading says late changes nothing.
  await tell(before.change("late", "2026-01-05T13:00:00Z"), before.read());
  expect(await changesOf("rewritten")).toEqual(["a", "new"]);
});

test("facts of a source that has no readings count at once, beside one that has", async () => {
  const told = factsIn("told", 0);
  const read = factsIn("told", 1);
  await tell(told.change("a", "2026-01-05T10:00:00Z"), read.change("hidden", "2026-01-05T10:00:00Z"));
  expect(await changesOf("told")).toEqual(["a"]);
});

test("the earliest delivery counts, with its own deployment, in whatever order they come", async () => {
  const { change, deployed, read } = factsIn("twice");
  const first = deployed("v1", "2026-01-06T10:00:00Z", { delivers: ["a"], baseline: true });
  const second = deployed("v2", "2026-01-07T10:00:00Z", { delivers: ["a"] });
  await tell(second);
  await tell(change("a", "2026-01-05T10:00:00Z"), read());
  await tell(first);
  expect(await changesOf("twice")).toEqual(["a in v1"]);
  await events.settle();
  expect(await changesOf("twice")).toEqual(["a in v1"]);
});

test("a delivery without its change is no change", async () => {
  const { deployed, read } = factsIn("half");
  await tell(deployed("v1", "2026-01-06T10:00:00Z", { delivers: ["a"] }), read());
  expect(await changesOf("half")).toEqual([]);
});

test("a scope holds what is asked to its own components", async () => {
  const hostile = "x') or 1 = 1 --";
  const mine = factsIn("mine");
  const odd = factsIn(hostile);
  await tell(
    mine.change("m", "2026-01-05T10:00:00Z"),
    mine.read(),
    odd.change("o", "2026-01-05T10:00:00Z"),
    odd.read(),
  );
  expect(await changesOf("mine")).toEqual(["m"]);
  expect(await changesOf(hostile)).toEqual(["o"]);
  expect(await events.ask(changes, rowsOf())).toEqual([]);
});

test("a query without a real scope is refused, even where a parameter names components", async () => {
  const forged = { components: ["mine"] } as unknown as Scope;
  await expect(events.ask(changes, forged)).rejects.toThrow("needs a scope");
  const wider = await events.ask(changes, rowsOf("nobody"), { components: ["mine"] });
  expect(wider).toEqual([]);
});

test("rows lead to people, so a scope for figures alone does not get them", async () => {
  const figures = scopeOf([{ component: "mine", from: null, until: null }], "figures");
  await expect(events.ask(changes, figures)).rejects.toThrow("Rows stay with the team");
});

test("more facts than fit in one insert all arrive", async () => {
  const { change, read } = factsIn("many");
  const some = Array.from({ length: 50_001 }, (_, id) => change(`${id}`, "2026-01-05T10:00:00Z"));
  await tell(some, read());
  const count = {
    sql: "select toFloat64(count()) as n from events_change where component in {components:Array(String)}",
    row: z.object({ n: z.number() }),
    tells: "figures" as const,
  };
  expect(await events.ask(count, rowsOf("many"))).toEqual([{ n: 50_001 }]);
});
