import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { septet } from "./septet.ts";

let folder: string;
const at = (...args: string[]) => septet([...args, "--data", join(folder, "data")]);
const written = (...more: string[]) =>
  at("decisions", "new", "--unit", "organisation", "--title", "One queue", ...more);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet-decisions-"));
  await at("own", "ledger", "--unit", "organisation");
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a slip in a new decision is told once, by the name of what was written, and nothing is kept", async () => {
  const expects = ["--expect", "Nobody is woken by it"];
  const answers = [
    await written(...expects, "--by", "yesterday"),
    await written(...expects, "--by", "2027-03-01", "--sure", "170"),
    await written("--again", "soon"),
    await at("decisions", "show", "nonsense"),
  ];
  expect(answers.map(({ stderr, code }) => [stderr.trim(), code])).toEqual([
    ["✗ --by is a day like 2027-03-01, not “yesterday”.", 1],
    ["✗ --sure is a percentage from 0 to 100, not “170”.", 1],
    ["✗ reviewBy: write a day like 2026-01-31.", 1],
    ["✗ id: write an id like 0b9c3f6e-52d4-4a8e-9c1f-2d7b6e5a4f30.", 1],
  ]);
  expect((await at("decisions", "list", "--unit", "organisation")).stdout).not.toContain("One queue");
}, 120_000);

test("whoever asks themselves nothing is not sent to a team's page", async () => {
  expect((await at("loops")).stdout).toContain("You ask yourself nothing yet.");
}, 60_000);
