import { spawnSync } from "node:child_process";
import { access, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { newSocketFolder, socketIn } from "./socket-folder.ts";

const there = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

test("the folder is private, and its socket's path is short enough for every system", async () => {
  const folder = await newSocketFolder();
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(Buffer.byteLength(socketIn(folder))).toBeLessThanOrEqual(103);
  await rm(folder, { recursive: true });
});

test("the socket of a killed process is removed by the next, and the socket of a living one is not", async () => {
  const [living, dead, empty] = [await newSocketFolder(), await newSocketFolder(), await newSocketFolder()];
  const server = createServer().listen(socketIn(living));
  const listenAndDie = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
  spawnSync(process.execPath, ["-e", listenAndDie, socketIn(dead)]);
  expect(await there(socketIn(dead))).toBe(true);
  const next = await newSocketFolder();
  expect([await there(living), await there(dead), await there(empty)]).toEqual([true, false, true]);
  server.close();
  await Promise.all([living, empty, next].map((folder) => rm(folder, { recursive: true, force: true })));
});
