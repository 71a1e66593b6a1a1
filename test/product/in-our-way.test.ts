import { afterAll, beforeAll, expect, test } from "vitest";
import {
  addImpediment,
  beginFromImpediment,
  endImpediment,
  impediments,
} from "../../src/areas/delivery/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { checkIn } from "../../src/core/loops/check-in/contract.ts";
import { addLoop } from "../../src/core/loops/contract.ts";
import { addUnit } from "../../src/core/org/contract.ts";
import { type Ask, ProblemError } from "../../src/platform/http/ask.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";
import { peopleOf } from "./people-of.ts";

const DAY = 86_400_000;
const begin = Date.parse("2026-06-01T10:00:00Z");
let now = begin;
let product: TestProduct;
const ids: Record<string, string> = {};

beforeAll(async () => {
  product = await openTestProduct({ clock: { now: () => now } });
  await product.ask(addUnit, { name: "Commerce", kind: "group" });
  await product.ask(addUnit, { name: "Payments", kind: "team", parent: "commerce" });
  Object.assign(
    ids,
    await peopleOf(product, [
      ["Ann", "payments", "member"],
      ["Bo", "payments", "member"],
      ["Lea", "commerce", "lead"],
    ]),
  );
  await product.letInOthers();
}, 60_000);
afterAll(() => product?.close());

const as = (name: string): Ask => product.askAs(ids[name] as string);
const status = (asking: Promise<unknown>) =>
  asking.then(
    () => 200,
    (error: unknown) => (error instanceof ProblemError ? error.problem.status : Promise.reject(error)),
  );
const there = async (name: string) =>
  (await as(name)(impediments, { slug: "payments" })).there.map(({ text, age }) => `${text} ${age}`);

test("what is in a team's way is the team's own, oldest first, with its age", async () => {
  const first = await as("Ann")(addImpediment, { slug: "payments", text: "No copy of the ledger" });
  now = begin + 22 * DAY;
  await as("Bo")(addImpediment, { slug: "payments", text: "The freeze" });
  const seen = ["No copy of the ledger for 3 weeks", "The freeze since today"];
  expect([await there("Ann"), await there("Bo"), await there("Lea")]).toEqual([seen, seen, []]);
  expect((await product.ask(impediments, { slug: "payments" })).there).toEqual([]);
  expect(await status(as("Lea")(addImpediment, { slug: "payments", text: "X" }))).toBe(403);
  expect(await status(as("Lea")(endImpediment, { id: first.id }))).toBe(404);
  for (const text of ["  ", "two\nlines", "x".repeat(301)])
    expect(await status(as("Ann")(addImpediment, { slug: "payments", text }))).toBe(400);
});

test("what was begun because of it is told once", async () => {
  const [first] = (await as("Ann")(impediments, { slug: "payments" })).there;
  const begun = {
    id: first?.id as string,
    kind: "experiment",
    thing: "00000000-0000-4000-8000-000000000001",
  } as const;
  await as("Ann")(beginFromImpediment, begun);
  expect((await as("Bo")(beginFromImpediment, begun)).begun).toMatchObject([
    { kind: "experiment", id: begun.thing, href: `/experiments/${begun.thing}` },
  ]);
});

test("it is gone once, with what moved it, and stays on the time line of the team", async () => {
  const [first] = (await as("Ann")(impediments, { slug: "payments" })).there;
  const id = first?.id as string;
  await as("Bo")(endImpediment, { id, words: "Lea got us one." });
  expect(await status(as("Ann")(endImpediment, { id }))).toBe(409);
  const { there: left, gone } = await as("Ann")(impediments, { slug: "payments" });
  expect([left.map(({ text }) => text), gone.map(({ text, age, gone: end }) => [text, age, end])]).toEqual([
    ["The freeze"],
    [["No copy of the ledger", "for 3 weeks", { day: "2026-06-23", words: "Lea got us one." }]],
  ]);
  await as("Ann")(addLoop, {
    unit: "payments",
    area: "delivery",
    question: "What waited, and for what?",
    rule: "FREQ=DAILY",
  });
  const [item] = (await as("Ann")(checkIn, { unit: "payments" })).items;
  expect(item?.since.map(({ text, day, until }) => [day, until, text])).toEqual([
    ["2026-06-01", "2026-06-23", "in our way: No copy of the ledger"],
    ["2026-06-23", null, "in our way: The freeze"],
  ]);
});

test("who is gone leaves it with the team, without the name", async () => {
  const { files } = await as("Ann")(held, {});
  expect(files.find(({ name }) => name === "impediments")?.rows.map(({ text }) => text)).toEqual([
    "No copy of the ledger",
  ]);
  await product.ask(erase, { id: ids.Ann as string });
  const { gone } = await as("Bo")(impediments, { slug: "payments" });
  expect(gone.map(({ text, by }) => [text, by])).toEqual([["No copy of the ledger", null]]);
});
