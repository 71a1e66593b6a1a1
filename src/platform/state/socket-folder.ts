import { mkdtemp, readdir, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PREFIX = "septet-state-";
/** What `pg` looks for in a folder that it is given as a host. */
const SOCKET = ".s.PGSQL.5432";

/** A new folder, mode 0700, for a socket that only this user can reach. What killed processes left there is removed. */
export async function newSocketFolder(): Promise<string> {
  await removeDeadSockets();
  return mkdtemp(join(parent(), PREFIX));
}

export const socketIn = (folder: string): string => join(folder, SOCKET);

/** A unix socket's path may have at most 107 bytes (103 on macOS), so a long temp dir is not taken. */
function parent(): string {
  return Buffer.byteLength(socketIn(join(tmpdir(), `${PREFIX}XXXXXX`))) <= 103 ? tmpdir() : "/tmp";
}

async function removeDeadSockets(): Promise<void> {
  const folders = (await readdir(parent())).filter((name) => name.startsWith(PREFIX));
  for (const folder of folders.map((name) => join(parent(), name))) {
    if (await isDead(socketIn(folder)))
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Only a socket that is there and refuses: one that is not there yet may be about to be. */
function isDead(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = connect(socket);
    const answer = (dead: boolean) => {
      probe.destroy();
      resolve(dead);
    };
    probe.once("connect", () => answer(false));
    probe.once("error", (error: NodeJS.ErrnoException) => answer(error.code === "ECONNREFUSED"));
  });
}
