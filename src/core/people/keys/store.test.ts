import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readKeyFile, writeKeyFile } from "../../../platform/key-file.ts";
import { newRing } from "../../../platform/secrets.ts";
import { openTestState, type TestState } from "../../../platform/state/testing.ts";
import { secret } from "../tables.ts";
import { openKeys, resetKeys } from "./store.ts";

let state: TestState;
let folder: string;
let file: string;
beforeAll(async () => {
  state = await openTestState();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "septet-keys-"));
  file = join(folder, "key");
  await state.asAuth((tx) => tx.delete(secret));
});
afterAll(() => state.close());

const sealed = () => state.asAuth((tx) => tx.select().from(secret));
const opened = async () => {
  const { pseudonyms, sessions } = await openKeys(state, file);
  return { pseudonyms, sessions };
};

test("the same keys are there at each start, and only their owner can read the file", async () => {
  const first = await opened();
  expect(await opened()).toEqual(first);
  expect(first.pseudonyms).not.toBe(first.sessions);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(JSON.stringify(await sealed())).not.toContain(first.sessions);
  expect(await readFile(file, "utf8")).not.toContain(first.sessions);
});

test("an installation that had one plain key keeps its sessions and its pseudonyms", async () => {
  const plain = "p".repeat(43);
  await writeFile(file, `${plain}\n`);
  expect(await opened()).toEqual({ pseudonyms: plain, sessions: plain });
  expect(await readFile(file, "utf8")).not.toContain(plain);
  expect(await opened()).toEqual({ pseudonyms: plain, sessions: plain });
});

test("a crash in the middle of that update is taken up where it was", async () => {
  const plain = "p".repeat(43);
  await writeKeyFile(file, { ring: newRing(), plain });
  expect(await opened()).toEqual({ pseudonyms: plain, sessions: plain });
  expect((await readKeyFile(file))?.plain).toBeUndefined();
});

test("a new key seals everything again; the old one is gone, and nobody notices", async () => {
  const keys = await openKeys(state, file);
  const before = (await readKeyFile(file))?.ring.current as string;
  const [one, two] = await Promise.all([keys.rotate("ann"), keys.rotate("ann")]);
  expect(Object.keys((await readKeyFile(file))?.ring.keys ?? {})).toEqual([two]);
  expect(new Set([before, one, two]).size).toBe(3);
  expect((await sealed()).every((row) => row.sealed.includes(two as string))).toBe(true);
  expect(await opened()).toEqual({ pseudonyms: keys.pseudonyms, sessions: keys.sessions });
});

test("a crash before everything is sealed again loses nothing: both keys are in the file until then", async () => {
  const keys = await opened();
  const { ring } = (await readKeyFile(file)) as { ring: { current: string; keys: Record<string, string> } };
  const fresh = newRing();
  await writeKeyFile(file, { ring: { current: fresh.current, keys: { ...ring.keys, ...fresh.keys } } });
  expect(await opened()).toEqual(keys);
  expect(Object.keys((await readKeyFile(file))?.ring.keys ?? {})).toEqual([fresh.current]);
});

test("a lost key is one message with the way out, and no new key takes its place", async () => {
  await opened();
  await rm(file);
  await expect(opened()).rejects.toThrow(/is not there.*Put the key file back.*keys reset --yes/s);
  await expect(stat(file)).rejects.toThrow(/ENOENT/);
});

test("another installation's key, a plain one of before, and a damaged one are refused", async () => {
  await opened();
  await writeKeyFile(file, { ring: newRing() });
  await expect(opened()).rejects.toThrow(/is not the one/);
  await writeFile(file, "p".repeat(43));
  await expect(opened()).rejects.toThrow(/is not the one/);
  for (const damaged of ["", "short", "{", '{"current":"a","keys":{}}']) {
    await writeFile(file, damaged);
    await expect(opened()).rejects.toThrow(/cut short or damaged/);
  }
});

test("a reset begins anew, and sets the old key aside rather than destroy it", async () => {
  const keys = await opened();
  await writeKeyFile(file, { ring: newRing() });
  await resetKeys(state, file);
  const now = await opened();
  expect(now.sessions).not.toBe(keys.sessions);
  expect(now.pseudonyms).not.toBe(keys.pseudonyms);
});
