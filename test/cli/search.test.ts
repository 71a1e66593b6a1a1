import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastJson, septet } from "./septet.ts";

let folder: string;
const at = (...args: string[]) => septet([...args, "--data", join(folder, "data")]);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet-search-"));
  await at("own", "ledger", "--unit", "organisation");
  await at("purpose", "--unit", "organisation", "--write", "We get merchants paid the day they sell.");
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("what was written is found by its words, with a slip in them, and nothing is said in words", async () => {
  const found = await at("search", "mercants", "paid");
  expect(found.stdout).toMatch(
    /^We get merchants paid the day they sell\.\nPurpose \(holds\) · \S+ · \d{4}-\d\d-\d\d · nearly these words {2}\/units\/organisation\n\n1 found/,
  );
  expect(
    lastJson(await at("search", "merchants", "--kind", "purpose", "--unit", "organisation", "--json")),
  ).toMatchObject({
    results: [{ kind: "purpose", why: "title" }],
    total: 1,
  });
  expect((await at("search", "nobody")).stdout).toContain(
    "Nothing that you may read has all of these words.",
  );
  const wrong = await at("search", "x", "--kind", "secret");
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining("There is: purpose")]);
}, 120_000);
