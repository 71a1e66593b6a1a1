import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestState, type TestState } from "../../../platform/state/testing.ts";
import { identity } from "../tables.ts";
import { pseudonymsOf } from "./pseudonyms.ts";

let state: TestState;
beforeAll(async () => {
  state = await openTestState();
});
afterAll(() => state.close());

test("an identity has one pseudonym, in each process and for good, and another one has another", async () => {
  const [ann, bob, again] = await pseudonymsOf(state, "key")(["ann@x", "bob@x", "ann@x"]);
  expect(ann).toBe(again);
  expect(ann).not.toBe(bob);
  expect(await pseudonymsOf(state, "key")(["bob@x", "ann@x"])).toEqual([bob, ann]);
});

test("who has the state and not the key cannot tell whose pseudonym it is", async () => {
  await pseudonymsOf(state, "key")(["carol@x"]);
  const kept = await state.asOwner((tx) => tx.select().from(identity));
  expect(JSON.stringify(kept)).not.toContain("carol");
  const [mine] = await pseudonymsOf(state, "key")(["carol@x"]);
  const [guessed] = await pseudonymsOf(state, "another key")(["carol@x"]);
  expect(guessed).not.toBe(mine);
});

test("a commit with more co-authors than a statement takes values is no trouble", async () => {
  const many = Array.from({ length: 40_000 }, (_, n) => `person-${n}@x`);
  const given = await pseudonymsOf(state, "key")(many);
  expect(new Set(given).size).toBe(many.length);
});
