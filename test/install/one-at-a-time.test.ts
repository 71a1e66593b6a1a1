import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { oneAtATime } from "../../bin/one-at-a-time.mjs";

const folder = mkdtempSync(join(tmpdir(), "septet-one-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("four that start together take turns", async () => {
  const tally = join(folder, "tally");
  writeFileSync(tally, "0");
  const addOne = async () => {
    const before = Number(await readFile(tally, "utf8"));
    await pause(50);
    await writeFile(tally, String(before + 1));
  };
  const one = () => oneAtATime(join(folder, "a"), addOne, { whileWaiting: "" });
  await Promise.all([one(), one(), one(), one()]);
  expect(await readFile(tally, "utf8")).toBe("4");
});

test("what a killed holder left behind is cleared away", async () => {
  const lock = join(folder, "b");
  mkdirSync(lock);
  writeFileSync(join(lock, "holder"), "someone killed");
  expect(await oneAtATime(lock, async () => "mine", { whileWaiting: "", deadAfter: 600 })).toBe("mine");
});

test("a failure frees the place for the next", async () => {
  const lock = join(folder, "c");
  const failing = oneAtATime(lock, () => Promise.reject(new Error("no network")), { whileWaiting: "" });
  await expect(failing).rejects.toThrow("no network");
  expect(await oneAtATime(lock, async () => "mine", { whileWaiting: "" })).toBe("mine");
});
