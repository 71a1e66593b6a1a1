import { mkdir, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { holdDirectory } from "./lock.ts";

let dir: string;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), "septet-lock-")), "data with space");
});
afterEach(() => rm(join(dir, ".."), { recursive: true }));

test("a held directory is private, even where it was there before and open to all", async () => {
  await mkdir(dir, { mode: 0o755 });
  const held = await holdDirectory(dir);
  expect((await stat(dir)).mode & 0o777).toBe(0o700);
  await held.release();
});

test("the same process cannot hold a directory twice at a time", async () => {
  const held = await holdDirectory(dir, { command: "septet start" });
  await expect(holdDirectory(dir)).rejects.toThrow(
    new RegExp(`in use by process ${process.pid} \\(septet start`),
  );
  await held.release();
  await (await holdDirectory(dir)).release();
});

test("a holder that let go was not broken, and letting go twice is harmless", async () => {
  const first = await holdDirectory(dir);
  await first.release();
  const second = await holdDirectory(dir);
  await first.release();
  await expect(holdDirectory(dir)).rejects.toThrow(`process ${process.pid}`);
  expect([first.broken, second.broken]).toEqual([undefined, undefined]);
  await second.release();
});
