import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

/** A folder of its own under a path as people have them, with a space and letters beyond ASCII. */
export function newFolder(name: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), "septet-install-")), `${name} für alle`);
  mkdirSync(folder);
  return folder;
}

/** What the installation needs of a clone. */
export function bareClone(): string {
  const folder = newFolder("clone");
  for (const part of ["package.json", "package-lock.json", "bin"]) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  return folder;
}

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end, in an environment without what the npm that runs these tests has put there. */
export function run(command: string, args: readonly string[], { cwd = root, env = {} } = {}): Promise<Ended> {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_ENV$|VITEST)/.test(name)),
  );
  return new Promise((resolve) => {
    const options = { cwd, env: { ...clean, ...env }, maxBuffer: 1e8 };
    execFile(command, args, options, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, out, err });
    });
  });
}
