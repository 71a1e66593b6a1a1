import { fail } from "../../../../platform/errors.ts";
import { plain } from "../plain.ts";
import type { RepositoryRow } from "../store.ts";
import { type OpenedRepository, openRepository } from "./repository.ts";

/**
 * The row of a repository that was read before: in the same folder, or elsewhere under the same origin or with the same
 * history. Two that only share a name are two repositories.
 */
export async function knownRow(
  rows: readonly RepositoryRow[],
  opened: OpenedRepository,
): Promise<RepositoryRow | undefined> {
  const origin = await originOf(opened);
  const here = rows.find((row) => row.path === opened.path && row.origin === origin);
  if (here) return here;
  for (const row of rows) {
    const possible = row.path === opened.path || row.component === opened.component;
    const sameOrigin = origin !== null && row.origin === origin;
    if (possible && (sameOrigin || (await shareHistory(row, opened)))) return row;
  }
  return undefined;
}

/** Host and path of `origin`, however it is written, without what lets one in: `github.com/acme/ledger`; null without one. */
export async function originOf({ git }: OpenedRepository): Promise<string | null> {
  const url = await git.answer(["config", "--get", "remote.origin.url"], { no: [1] });
  if (!url) return null;
  return plain(url, LONGEST_ORIGIN)
    .replace(/^[a-z+]+:\/\//i, "")
    .replace(/^[^/@]*@/, "")
    .replace(/^([^/:]+):(?!\d+\/)/, "$1/")
    .replace(/(\.git)?\/*$/, "")
    .replace(/^[^/]+/, (host) => host.toLowerCase());
}

const LONGEST_ORIGIN = 400;

/**
 * Refuses where another clone of a repository would take the place of a better one: the clone that is read is still there,
 * and the new one is shallow or lacks what was read. A clone that moved, or that is further on, may.
 */
export async function mustNotLose(
  { path, component, before }: RepositoryRow,
  opened: OpenedRepository,
): Promise<void> {
  if (path === opened.path || before === null) return;
  const stillThere = await openRepository(path).then(
    () => true,
    () => false,
  );
  if (!stillThere) return;
  const shallow = opened.shallow.length > 0;
  if (!shallow && (await holds(opened, before.tip))) return;
  const why = shallow ? "this clone is shallow" : "this clone lacks commits that it has";
  fail(
    "conflict",
    `“${component}” is read from ${path} already, and ${why}. Read that one again, or bring this one up to date first.`,
  );
}

/** The repository's own name, numbered where another repository or a part of one has it. */
export function freeName(names: readonly string[], wanted: string): string {
  const taken = new Set(names);
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** Whether either has the other's last commit. */
async function shareHistory({ path, before }: RepositoryRow, opened: OpenedRepository): Promise<boolean> {
  if (await holds(opened, before?.tip)) return true;
  const other = await openRepository(path).catch(() => undefined);
  const tip = await opened.git.answer(["rev-parse", "--verify", "--quiet", "HEAD"], { no: [1, 128] });
  return other !== undefined && holds(other, tip ?? undefined);
}

async function holds({ git }: OpenedRepository, commit: string | undefined): Promise<boolean> {
  if (commit === undefined) return false;
  const there = await git.answer(["cat-file", "-t", commit], { no: [128] });
  return there === "commit";
}
