import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../../src/core/audit/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { addNote, notes, removeNote, shareNote } from "../../src/core/notes/contract.ts";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

let product: TestProduct;
const ids: Record<string, string> = {};

beforeAll(async () => {
  product = await openTestProduct();
  await product.ask(addUnit, { name: "Commerce", kind: "group" });
  for (const name of ["Payments", "Shop"])
    await product.ask(addUnit, { name, kind: "team", parent: "commerce" });
  for (const [name, slug] of [
    ["Ann", "payments"],
    ["Bo", "payments"],
    ["Cem", "shop"],
  ] as const) {
    const { id } = await product.ask(addPerson, { name, email: `${name.toLowerCase()}@example.org` });
    ids[name] = id;
    await product.ask(addMember, { slug, person: id });
  }
  await product.letInOthers();
}, 60_000);
afterAll(() => product?.close());

const as = (name: string) => product.askAs(ids[name] as string);
const seen = async (who: string) =>
  (await as(who)(notes, { slug: "payments" })).notes.map(({ text, seenBy }) => `${text}: ${seenBy}`);
const status = (asking: Promise<unknown>) =>
  asking.then(
    () => 200,
    (error: unknown) => (error instanceof ProblemError ? error.problem.status : Promise.reject(error)),
  );
const words = { slug: "payments", measure: "batch-size", day: "2026-02-03", text: "We waited for the audit" };

test("a note is one's own until one says who else sees it, and is taken back as easily", async () => {
  const { id, visibility } = await as("Ann")(addNote, words);
  expect([visibility, await seen("Ann"), await seen("Bo"), await seen("Cem")]).toEqual([
    "private",
    ["We waited for the audit: only you"],
    [],
    [],
  ]);
  await as("Ann")(shareNote, { id, visibility: "pair", with: ids.Cem });
  expect([await seen("Ann"), await seen("Bo"), await seen("Cem")]).toEqual([
    ["We waited for the audit: you and Cem"],
    [],
    ["We waited for the audit: you and Ann"],
  ]);
  await as("Ann")(shareNote, { id, visibility: "team" });
  expect([await seen("Bo"), await seen("Cem")]).toEqual([["We waited for the audit: Payments"], []]);
  await as("Ann")(shareNote, { id, visibility: "group", with: "commerce" });
  expect(await seen("Cem")).toEqual(["We waited for the audit: everyone in Commerce"]);
  await as("Ann")(shareNote, { id, visibility: "private" });
  expect([await seen("Bo"), await seen("Cem")]).toEqual([[], []]);
  const { entries } = await as("Bo")(audit, { unit: "payments" });
  expect(entries.filter(({ action }) => action === "note.shared").map(({ words: said }) => said)).toEqual([
    "shared a note with the whole group",
    "shared a note with everyone in Payments",
  ]);
});

test("nobody but its author shares or removes it, however far it is seen", async () => {
  const { id } = await as("Ann")(addNote, { ...words, visibility: "organisation" });
  for (const who of ["Bo", "Cem"]) {
    expect(await status(as(who)(shareNote, { id, visibility: "private" }))).toBe(403);
    expect(await status(as(who)(removeNote, { id }))).toBe(403);
  }
  const hidden = await as("Ann")(addNote, words);
  expect(await status(as("Bo")(removeNote, { id: hidden.id }))).toBe(404);
  expect(await status(product.ask(shareNote, { id: hidden.id, visibility: "team" }))).toBe(404);
  for (const note of [id, hidden.id]) await as("Ann")(removeNote, { id: note });
});

test("who is no part of a team writes nothing beside its charts", async () => {
  expect(await status(as("Cem")(addNote, words))).toBe(403);
  expect(await status(product.ask(addNote, words))).toBe(403);
});

test("what cannot be is said at its place", async () => {
  const wrong = async (more: object) => {
    const error = await as("Ann")(addNote, { ...words, ...more }).catch((thrown: unknown) => thrown);
    return (error as ProblemError).problem.errors?.[0]?.pointer;
  };
  expect(await wrong({ measure: "happiness" })).toBe("/measure");
  expect(await wrong({ text: "  " })).toBe("/text");
  expect(await wrong({ day: "yesterday" })).toBe("/day");
  expect(await wrong({ visibility: "pair", with: "nobody" })).toBe("/with");
  expect(await wrong({ visibility: "pair", with: ids.Ann })).toBe("/with");
  expect(await wrong({ visibility: "group", with: "shop" })).toBe("/with");
});

test("who is erased takes along what nobody else saw, and leaves without the name what the team had", async () => {
  await as("Bo")(addNote, { ...words, text: "For me" });
  await as("Bo")(addNote, { ...words, text: "For us", visibility: "team" });
  const { files } = await as("Bo")(held, {});
  expect(files.find(({ name }) => name === "notes")?.rows.map(({ text }) => text)).toEqual([
    "For me",
    "For us",
  ]);
  await product.ask(erase, { id: ids.Bo as string });
  const { notes: left } = await as("Ann")(notes, { slug: "payments" });
  expect(left.map(({ text, author }) => [text, author])).toContainEqual(["For us", null]);
  expect(await product.everything()).not.toContain("For me");
});
