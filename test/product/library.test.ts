import { afterAll, beforeAll, expect, test } from "vitest";
import { openPurpose, writePurpose } from "../../src/areas/impact/contract.ts";
import { erase, held } from "../../src/core/held/contract.ts";
import { library, similar } from "../../src/core/library/contract.ts";
import { beginExperiment, concludeExperiment } from "../../src/core/loops/experiments/contract.ts";
import { addNote, removeNote, shareNote } from "../../src/core/notes/contract.ts";
import { addMember, addPerson, addUnit } from "../../src/core/org/contract.ts";
import { ProblemError } from "../../src/platform/http/ask.ts";
import type { AskOf } from "../../src/platform/http/contract.ts";
import { openTestProduct, type TestProduct } from "./open-test-product.ts";

let product: TestProduct;
const ids: Record<string, string> = {};
const as = (name: string) => product.askAs(ids[name] as string);

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
  const of = { unit: "payments", area: "delivery" };
  const { id } = await as("Ann")(beginExperiment, {
    ...of,
    title: "Raise our deployment frequency",
    why: "Small batches are safer: déployer souvent.",
  });
  ids.experiment = id;
  await as("Ann")(beginExperiment, {
    ...of,
    title: "Review within a day",
    why: "So that deployment waits for nobody.",
  });
  await as("Cem")(beginExperiment, { ...of, unit: "shop", title: "A deployment frequency that we can keep" });
}, 60_000);
afterAll(() => product?.close());

const found = async (who: string, asked: AskOf<typeof library>) => (await as(who)(library, asked)).results;
const titles = async (who: string, asked: AskOf<typeof library>) =>
  (await found(who, asked)).map(({ title, why }) => `${why}: ${title}`);
const problem = (asking: Promise<unknown>) =>
  asking.then(
    () => "answered",
    (error: unknown) =>
      error instanceof ProblemError
        ? `${error.problem.status} ${error.problem.detail}`
        : Promise.reject(error),
  );

test("a slip of the pen, an accent, another form and a beginning find what was meant", async () => {
  const raise = "Raise our deployment frequency";
  expect(await titles("Ann", { q: "depoyment freqency" })).toEqual([`similar: ${raise}`]);
  expect(await titles("Ann", { q: "SOUVÈNT" })).toEqual([`text: ${raise}`]);
  expect(await titles("Ann", { q: "frequencies" })).toEqual([`title: ${raise}`]);
  expect(await titles("Ann", { q: "deploym freq" })).toEqual([`title: ${raise}`]);
  expect(await titles("Ann", { q: "how do we raise the frequency" })).toEqual([`title: ${raise}`]);
  expect(await titles("Ann", { q: "what is our frequency" })).toEqual([`title: ${raise}`]);
});

test("phrases stand together, and minus leaves out; titles come before texts", async () => {
  expect(await titles("Ann", { q: '"small batches"' })).toHaveLength(1);
  expect(await titles("Ann", { q: '"batches small"' })).toEqual([]);
  expect(await titles("Ann", { q: "deployment -frequency" })).toEqual(["text: Review within a day"]);
  expect(await titles("Ann", { q: "deployment" })).toEqual([
    "title: Raise our deployment frequency",
    "text: Review within a day",
  ]);
});

test("the words around are given in plain pieces, whatever the text has in it", async () => {
  const text = "<script>alert(1)</script> **batch** \ue000size\ue001";
  const { id } = await as("Ann")(addNote, {
    slug: "payments",
    measure: "batch-size",
    day: "2026-02-03",
    text,
  });
  const [note] = await found("Ann", { q: "batch", kind: "note" });
  expect(note?.pieces).toEqual([
    { text: "<script>alert(1)</script> **", hit: false },
    { text: "batch", hit: true },
    { text: "** \ue000size\ue001", hit: false },
  ]);
  expect([note?.href, note?.unit?.slug, note?.title]).toEqual([
    "/units/payments/measures/batch-size",
    "payments",
    "",
  ]);
  await as("Ann")(removeNote, { id });
  expect(await found("Ann", { q: "script" })).toEqual([]);
});

test("what is shared is found by those it is shared with, until it is taken back", async () => {
  const words = {
    slug: "payments",
    measure: "batch-size",
    day: "2026-02-03",
    text: "Waited for the auditors",
  };
  const { id } = await as("Ann")(addNote, words);
  const seen = async () =>
    Promise.all(["Ann", "Bo", "Cem"].map(async (who) => (await found(who, { q: "auditors" })).length));
  expect(await seen()).toEqual([1, 0, 0]);
  await as("Ann")(shareNote, { id, visibility: "pair", with: ids.Cem });
  expect(await seen()).toEqual([1, 0, 1]);
  await as("Ann")(shareNote, { id, visibility: "team" });
  expect(await seen()).toEqual([1, 1, 0]);
  await as("Ann")(shareNote, { id, visibility: "group", with: "commerce" });
  expect(await seen()).toEqual([1, 1, 1]);
  await as("Ann")(shareNote, { id, visibility: "private" });
  expect(await seen()).toEqual([1, 0, 0]);
});

test("a conclusion is found by its words, and its experiment says how it ended", async () => {
  const id = ids.experiment as string;
  await as("Ann")(concludeExperiment, { id, ends: "keep", words: "Rollbacks became a habit" });
  const [conclusion] = await found("Bo", { q: "rollback habit" });
  expect(conclusion).toMatchObject({ kind: "conclusion", href: `/experiments/${id}`, state: "keep" });
  expect((await found("Bo", { q: "raise", kind: "experiment" }))[0]?.state).toBe("keep");
  expect(await found("Cem", { q: "rollback habit" })).toEqual([]);
});

test("kinds, teams with all below, states and days are filters; kinds are counted whatever is chosen", async () => {
  await as("Ann")(writePurpose, { slug: "payments", sentence: "We get merchants paid the day they sell" });
  await as("Ann")(openPurpose, { slug: "payments", audience: "commerce" });
  const { kinds, total, results } = await as("Cem")(library, { unit: "commerce", kind: "purpose" });
  expect([results.map(({ href }) => href), total]).toEqual([["/units/payments"], 1]);
  expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toMatchObject({
    purpose: 1,
    experiment: 1,
    note: 0,
  });
  expect(await found("Cem", { unit: "shop", kind: "purpose" })).toEqual([]);
  expect(await titles("Ann", { q: "deployment", state: "running" })).toEqual(["text: Review within a day"]);
  expect(await found("Ann", { q: "deployment", until: "2001-01-01" })).toEqual([]);
  expect(await found("Ann", { q: "deployment", since: "2001-01-01" })).toHaveLength(3);
});

test("page by page it is all there, once", async () => {
  const ask = as("Ann");
  const all = (await ask(library, { limit: 100 })).results.map(({ id }) => id);
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const { results, next } = await ask(library, { limit: 2, ...(after === undefined ? {} : { after }) });
    paged.push(...results.map(({ id }) => id));
    after = next ?? undefined;
  } while (after !== undefined);
  expect(all.length).toBeGreaterThan(4);
  expect(paged).toEqual(all);
});

test("who writes is told what is near and how many teams did, of what they may see alone", async () => {
  const asked = { title: "Deployment frequency" };
  const own = await as("Cem")(similar, asked);
  expect([own.near.map(({ title }) => title), own.says]).toEqual([
    ["A deployment frequency that we can keep"],
    "One team tried something like this.",
  ]);
  expect(await as("Cem")(similar, { ...asked, not: own.near[0]?.id })).toEqual({ near: [], says: null });
  await product.ask(addMember, { slug: "payments", person: ids.Cem as string });
  expect((await as("Cem")(similar, asked)).says).toBe("Two teams tried something like this.");
  expect(await as("Cem")(similar, { title: "", body: "frequency" })).toEqual({ near: [], says: null });
});

test("what is hostile is answered, or refused with what would be right", async () => {
  const ask = as("Ann");
  const began = performance.now();
  for (const q of [
    "& | ! ( ) <-> :* \\",
    "'",
    '"',
    "\\' or 1=1 --",
    'a " b -" c',
    ":*:A",
    "%_",
    "-only -without",
    "ا".repeat(90),
    "a*b:*",
  ])
    expect(await problem(ask(library, { q }))).toBe("answered");
  expect(await problem(ask(library, { q: "nul\0byte" }))).toBe("answered");
  expect(await problem(ask(similar, { title: "nul\0byte" }))).toMatch(
    "400 Text may not contain the NUL character",
  );
  expect(await problem(ask(library, { q: "x".repeat(301) }))).toMatch(
    /^400 q: What is looked for has at most 300/,
  );
  expect(await problem(ask(library, { q: "a ".repeat(20) }))).toMatch(/^400 q: Look for at most 16 words/);
  expect(await problem(ask(library, { q: "a ".repeat(10_000) }))).toMatch(/^4/);
  expect(await problem(ask(library, { kind: "secret" }))).toMatch(
    "400 There is no kind “secret”. There is: purpose,",
  );
  expect(
    await problem(ask(library, { after: "0_2026-02-31_note_00000000-0000-4000-8000-000000000000" })),
  ).toMatch(/^400/);
  expect(await problem(ask(library, { since: "0000-01-01" }))).toMatch(/^400/);
  expect(await problem(ask(library, { unit: "nowhere" }))).toMatch(/^4/);
  expect(await problem(ask(similar, { title: "x".repeat(300), body: "word ".repeat(4000) }))).toBe(
    "answered",
  );
  expect(await problem(ask(similar, { title: "'; & ! \\" }))).toBe("answered");
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("what is held about somebody tells of the copies, and they go with the person", async () => {
  const mine = (await as("Ann")(held, {})).files.find(({ name }) => name === "library");
  expect(mine?.rows).toEqual([expect.objectContaining({ kind: "note", body: "Waited for the auditors" })]);
  await product.ask(erase, { id: ids.Ann as string });
  expect(await product.everything()).not.toMatch(/auditors/);
});
