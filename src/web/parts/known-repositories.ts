import type { GitImport } from "../../core/connectors/git/contract.ts";

/** What was read already, by its folder: the team that it belongs to, as an address. An example is nobody's yet. */
export function readAlready(imports: readonly GitImport[]): ReadonlyMap<string, string | null> {
  return new Map(
    imports
      .filter(({ found, example }) => found !== null && !example)
      .map(({ path, unit }) => [withoutSlash(path), unit]),
  );
}

/** What was not read yet comes first; within both the order stays. */
export function unreadFirst<Repository extends { readonly path: string }>(
  repositories: readonly Repository[],
  read: ReadonlyMap<string, unknown>,
): Repository[] {
  const [known = [], unread = []] = [true, false].map((is) =>
    repositories.filter(({ path }) => read.has(withoutSlash(path)) === is),
  );
  return [...unread, ...known];
}

export const withoutSlash = (path: string) => path.replace(/(?<=.)\/+$/, "");
