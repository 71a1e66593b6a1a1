import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastJson, prepared, type Running, septet, spawnSeptet } from "./septet.ts";

let folder: string;
let server: Running;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet-purpose-"));
  const data = await prepared(join(folder, "data"));
  server = spawnSeptet(["start", "--no-import", "--json", "--port", "0", ...data]);
  await server.firstJson();
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const purpose = (...args: string[]) =>
  septet(["purpose", "--unit", "organisation", "--data", join(folder, "data"), ...args]);

test("a purpose is written and read, with questions about one that could be better", async () => {
  const none = await purpose();
  expect(none.stdout).toContain('Write one: septet purpose --unit organisation --write "We … so that …"');

  const poor = await purpose("--write", "We build and run the best platform.");
  expect(poor.stdout).toMatch(
    /^We build and run the best platform\.\nSince \d{4}-\d\d-\d\d by Owner\. Only /,
  );
  expect(poor.stderr).toContain("Who outside your team would notice if you stopped?");
  expect(poor.stderr).toContain("Would those whom you serve say “platform”?");

  const sentence = "We get merchants paid the day they sell, so that no small shop has to borrow.";
  const good = await purpose("--write", sentence, "--json");
  expect(lastJson(good)).toMatchObject({ holds: { sentence }, hints: [], own: { earlier: [{}] } });
  expect(lastJson(await purpose("--json"))).toMatchObject({ holds: { sentence }, can: { write: true } });
}, 120_000);

test("what cannot be a purpose, or a team, is refused with what would be right", async () => {
  const long = await purpose("--write", "x".repeat(241));
  expect([long.code, long.stderr]).toEqual([1, expect.stringContaining("1 to 240 characters on one line")]);
  const nowhere = await purpose("--unit", "nowhere");
  expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining("There is: organisation")]);
}, 120_000);
