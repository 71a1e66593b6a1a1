import type { OpenedRepository } from "./program/repository.ts";
import type { RepositoryRow } from "./store.ts";

/**
 * The row of a repository that was read before: in the same folder, or elsewhere under the same origin or with the same
 * history. Two folders that only share a name are two repositories.
 */
export async function knownRow(
  rows: readonly RepositoryRow[],
  opened: OpenedRepository,
): Promise<RepositoryRow | undefined> {
  const here = rows.find((row) => row.path === opened.path && row.component === opened.component);
  if (here) return here;
  for (const row of rows) {
    const possible = row.path === opened.path || row.component === opened.component;
    if (possible && (namedAfterOrigin(row.component) || (await holds(opened, row.before?.tip)))) return row;
  }
  return undefined;
}

/** The repository's own name, numbered where another repository has it. */
export function freeName(rows: readonly RepositoryRow[], wanted: string): string {
  const taken = new Set(rows.map((row) => row.component));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}

/** `acme/ledger`: a folder's name has no slash. */
const namedAfterOrigin = (component: string): boolean => component.includes("/");

async function holds({ git }: OpenedRepository, commit: string | undefined): Promise<boolean> {
  if (commit === undefined) return false;
  const there = await git.answer(["cat-file", "-t", commit], { no: [128] });
  return there === "commit";
}
