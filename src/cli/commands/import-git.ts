import { resolve } from "node:path";
import { importGit } from "../../core/connectors/git/contract.ts";
import { Failure } from "../../platform/errors.ts";
import type { Connection } from "../connect.ts";
import { followImport, foundLines } from "../import-progress.ts";
import type { Output } from "../output.ts";

export interface ImportOptions {
  readonly path: string;
  readonly team?: string | undefined;
  readonly deployments?: string | undefined;
}

/** Reads a repository and waits for the end; what was left out is said, and is no error. */
export async function importGitCommand(
  { ask }: Connection,
  { path, team, deployments }: ImportOptions,
  out: Output,
): Promise<void> {
  const started = await ask(importGit, {
    path: resolve(path),
    ...(team === undefined ? {} : { team }),
    ...(deployments === undefined ? {} : { deployments }),
  });
  const ended = await followImport(ask, started, out);
  if (ended.state === "failed")
    throw new Failure("not_readable", { detail: ended.problem ?? `${path} could not be read.` });
  out.result(ended, () => foundLines(ended).join("\n"));
}
