import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** A Chromium that is ready to be started. */
export interface Unpacked {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** Where it finds the libraries and fonts that came with it. */
  readonly env: Readonly<Record<string, string>>;
}

declare module "vitest" {
  interface ProvidedContext {
    chromium: Unpacked;
  }
}

/**
 * Unpacks Chromium once, before two test files do so at the same time and one starts what the other is still writing; into
 * a folder of this user's own. In a process of its own, as the package changes the environment.
 */
export function setup(project: TestProject): void {
  const folder = join(tmpdir(), `septet-chromium-${userInfo().uid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const said = execFileSync(process.execPath, [join(import.meta.dirname, "unpack.ts")], {
    // Without the runtime's name it does not unpack the libraries that it needs.
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    encoding: "utf8",
  });
  project.provide("chromium", JSON.parse(said) as Unpacked);
}
