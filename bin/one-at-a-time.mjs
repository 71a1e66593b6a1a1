import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { say } from "./say.mjs";

const BEAT = 1_000;
const ignore = () => undefined;
/** A holder that has not stirred for this long was killed. Measured by our own clock, so that a wrong one does no harm. */
const DEAD_AFTER = 15_000;

/**
 * Runs `work` while no other process runs its own with the same `folder`, and waits for the one that does.
 * Plain files, as Node 20 has neither `flock` nor SQLite; the holder shows that it lives by writing again and again.
 */
export async function oneAtATime(folder, work, { whileWaiting, deadAfter = DEAD_AFTER }) {
  const mine = randomUUID();
  await take(folder, mine, { whileWaiting, deadAfter });
  const beat = setInterval(() => utimes(token(folder), new Date(), new Date()).catch(ignore), BEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    if ((await holderOf(folder)) === mine) await rm(folder, { recursive: true, force: true });
  }
}

async function take(folder, mine, { whileWaiting, deadAfter }) {
  await mkdir(dirname(folder), { recursive: true });
  let seen = { stamp: "", at: performance.now() };
  let told = false;
  while (!(await tryToTake(folder, mine))) {
    if (!told) say(whileWaiting);
    told = true;
    await pause(300);
    const stamp = await stampOf(folder);
    if (stamp !== seen.stamp) seen = { stamp, at: performance.now() };
    else if (performance.now() - seen.at > deadAfter) await clear(folder);
  }
}

async function tryToTake(folder, mine) {
  try {
    await mkdir(folder);
    await writeFile(token(folder), mine);
    // Two that cleared a dead holder in the same instant both get this far; the second look lets one through.
    await pause(100);
    return (await holderOf(folder)) === mine;
  } catch (error) {
    if (error.code === "EEXIST" || error.code === "ENOENT") return false;
    throw error;
  }
}

/** Renaming first: of several who see a dead holder only one succeeds. */
async function clear(folder) {
  const aside = `${folder}.${randomUUID()}`;
  await rename(folder, aside).catch(ignore);
  await rm(aside, { recursive: true, force: true });
}

const token = (folder) => join(folder, "holder");

const holderOf = (folder) => readFile(token(folder), "utf8").catch(() => null);

async function stampOf(folder) {
  const { mtimeMs } = await stat(token(folder)).catch(() => ({ mtimeMs: 0 }));
  return `${await holderOf(folder)} ${mtimeMs}`;
}
