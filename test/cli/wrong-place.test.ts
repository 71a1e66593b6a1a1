import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lastJson, septet } from "./septet.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet-place-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const here = () => ({ cwd: folder, env: { SEPTET_DATA: "" } });

test.each([
  "units",
  "measure changes-merged",
  "sign-in-link",
  "share changes-merged --unit payments --with commerce",
  "token list",
  "keys rotate",
  "keys reset --yes",
  "doctor",
])("where nothing is kept, septet %s says so and makes nothing", async (words) => {
  const args = words.split(" ");
  const { code, stdout, stderr } = await septet(args, here());
  const said = `Nothing is kept in ${join(folder, ".septet")}. Start Septet there first, or say where it is kept with SEPTET_DATA.`;
  expect([code, (args[0] === "doctor" ? stdout : stderr).includes(said)]).toEqual([1, true]);
  expect(await readdir(folder)).toEqual([]);
});

test("for programs it is a problem like any other", async () => {
  expect(lastJson(await septet(["units", "--json"], here()))).toMatchObject({ code: "not_ready" });
  expect(await readdir(folder)).toEqual([]);
});

test("what may be the first that is kept says where it begins, and a slip of the pen that it made something new", async () => {
  const own = (name: string) => septet(["own", name, "--unit", "organisation"], here());
  const first = await own("ledger");
  expect([first.code, first.stderr]).toEqual([0, `A new Septet begins in ${join(folder, ".septet")}.\n`]);
  expect(first.stdout).toBe(
    "ledger was not known: it is a new component now.\nledger is Organisation’s from the beginning.\n",
  );
  const again = await own("ledger");
  expect([again.stdout, again.stderr]).toEqual(["ledger is Organisation’s from the beginning.\n", ""]);
  expect((await own("ledgr")).stdout).toContain(
    "ledgr was not known: it is a new component now. Did you mean ledger?",
  );
  expect((await septet(["components"], here())).stdout).toBe(
    "component  kind  owner         since\nledger           organisation  the beginning\nledgr            organisation  the beginning\n",
  );
}, 120_000);
