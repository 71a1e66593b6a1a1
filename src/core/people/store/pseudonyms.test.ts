import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestState, type TestState } from "../../../platform/state/testing.ts";
import { identity } from "../tables.ts";
import { NOBODY, pseudonymsOf } from "./pseudonyms.ts";

let state: TestState;
beforeAll(async () => {
  state = await openTestState();
});
afterAll(() => state.close());

const give = async (key: string, identities: string[]) => (await pseudonymsOf(state, key)).give(identities);

test("who was erased is nobody from then on, in each process, also when they come again", async () => {
  const [here, there] = [await pseudonymsOf(state, "key"), await pseudonymsOf(state, "key")];
  const [dan] = await here.give(["dan@x"]);
  expect(await there.give(["dan@x"])).toEqual([dan]);
  expect(await here.known(["Dan@x", "never-seen@x"])).toEqual([dan]);
  await there.forget(["dan@X", "never-seen@x"]);
  for (const process of [there, here])
    await expect.poll(() => process.give(["dan@x", "never-seen@x"])).toEqual([NOBODY, NOBODY]);
  expect(await here.known(["dan@x"])).toEqual([]);
});

test("an identity has one pseudonym, in each process and for good, and another one has another", async () => {
  const [ann, bob, again] = await give("key", ["ann@x", "bob@x", "ann@x"]);
  expect(ann).toBe(again);
  expect(ann).not.toBe(bob);
  expect(await give("key", ["bob@x", "ann@x"])).toEqual([bob, ann]);
});

test("who has the state and not the key cannot tell whose pseudonym it is", async () => {
  await give("key", ["carol@x"]);
  const kept = await state.asOwner((tx) => tx.select().from(identity));
  expect(JSON.stringify(kept)).not.toContain("carol");
  const [mine] = await give("key", ["carol@x"]);
  const [guessed] = await give("another key", ["carol@x"]);
  expect(guessed).not.toBe(mine);
});

test("a commit with more co-authors than a statement takes values is no trouble", async () => {
  const many = Array.from({ length: 40_000 }, (_, n) => `person-${n}@x`);
  const given = await give("key", many);
  expect(new Set(given).size).toBe(many.length);
});
