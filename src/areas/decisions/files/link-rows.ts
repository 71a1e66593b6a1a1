import type { FileLink } from "./found.ts";
import type { Incoming } from "./reading.ts";

/** What files say of each other, once each, as it is kept: from the one that replaces or amends. Links to what is no record here are left out. */
export function linkRows(
  files: readonly Pick<Incoming, "path" | "links">[],
  idOf: ReadonlyMap<string, string>,
): FileLink[] {
  const rows = new Map<string, FileLink>();
  for (const { path, links } of files)
    for (const { kind, to } of links) {
      const [here, there] = [idOf.get(path), idOf.get(to)];
      if (here === undefined || there === undefined || here === there) continue;
      const row = rowOf(kind, here, there);
      const inverse = row.kind === "relates" ? keyOf({ ...row, from: row.to, to: row.from }) : null;
      if (inverse === null || !rows.has(inverse)) rows.set(keyOf(row), row);
    }
  return [...rows.values()];
}

export const keyOf = ({ from, kind, to }: FileLink): string => `${from} ${kind} ${to}`;

function rowOf(kind: Incoming["links"][number]["kind"], here: string, there: string): FileLink {
  if (kind === "superseded-by") return { from: there, kind: "supersedes", to: here };
  if (kind === "amended-by") return { from: there, kind: "amends", to: here };
  return { from: here, kind, to: there };
}

/** What is to be added and taken away, so that what was said before becomes what is said now. */
export function linkChanges(before: readonly FileLink[], now: readonly FileLink[]) {
  const [old, fresh] = [before, now].map((all) => new Set(all.map(keyOf)));
  return {
    added: now.filter((one) => !old?.has(keyOf(one))),
    removed: before.filter((one) => !fresh?.has(keyOf(one))),
  };
}
