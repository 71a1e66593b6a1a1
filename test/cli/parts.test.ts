import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generateRepository } from "../../bench/generated-repository.ts";
import { lastJson, prepared, type Running, septet, spawnSeptet } from "./septet.ts";

let folder: string;
let running: Running;
let data: readonly string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet cli "));
  const repository = join(folder, "the ledger");
  data = await prepared(join(folder, "data"));
  await generateRepository(repository, { commits: 240, tags: 24 });
  running = spawnSeptet(["start", "--no-import", "--json", ...data]);
  await running.firstJson();
  await septet(["import", "git", repository, "--team", "Ledger Crew", ...data]);
}, 60_000);
afterAll(async () => {
  await running.stop();
  await rm(folder, { recursive: true, force: true });
});

test("paths of a repository become a component of their own, are listed, and are given back", {
  timeout: 60_000,
}, async () => {
  const nines = ["part", "the ledger/nines", "--of", "the ledger", "--paths", "src/file-*9.txt", "scr/"];
  const made = await septet([...nines, "--unit", "ledger-crew", "--json", ...data]);
  expect(lastJson(made)).toMatchObject({
    part: { component: "the ledger/nines", deployments: null, found: { changes: 24 } },
    preview: { days: 180, paths: [{ path: "src/file-*9.txt" }, { path: "scr/", changes: 0 }] },
    import: { state: "done" },
  });
  expect(made.stderr).toContain("scr/: none; is it written right?");

  const listed = await septet(["parts", "the ledger", ...data]);
  expect(listed.stdout.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^the ledger {8}what no part has +\d+ changes +\d+ deployments$/),
    expect.stringMatching(/^the ledger\/nines {2}src\/file-\*9\.txt scr\/ +24 changes +\d+ deployments$/),
  ]);

  const removed = await septet(["part", "the ledger/nines", "--remove", "--json", ...data]);
  expect(lastJson(removed)).toMatchObject({ import: { state: "done", found: { parts: [] } } });
  const after = await septet(["parts", "the ledger", ...data]);
  expect(after.stdout).toBe("the ledger has no parts: all of it is one component.\n");
});

test("of which repository a new part is has to be said", async () => {
  const unknown = await septet(["part", "the ledger/other", "--paths", "src/", ...data]);
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining("with --of")]);
});
