import { eq, inArray } from "drizzle-orm";
import { dayAt } from "../../../../core/measures/periods.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { newFileName } from "../../record/file-name.ts";
import type { WholeSeen } from "../../store/decisions.ts";
import { decision } from "../../tables.ts";
import { fileNow } from "../file-now.ts";
import { newFile } from "../new-file.ts";
import { readHere } from "./here.ts";

/** A decision as a file: as it was read, if it was, and as it would be now. */
export interface DecisionAsFile {
  readonly seen: WholeSeen;
  readonly path: string;
  readonly before: Uint8Array | null;
  /** As it is there, while both sides differ. */
  readonly there: Uint8Array | null;
  readonly after: Uint8Array;
  readonly problems: readonly string[];
}

/**
 * Decisions as files, the oldest first. Those that were written here get names as the folder has them; `taken` are names that
 * are used there already.
 */
export async function readAsFiles(
  tx: Tx,
  decisions: readonly WholeSeen[],
  taken: readonly string[],
): Promise<DecisionAsFile[]> {
  const inOrder = decisions.toSorted(
    (one, other) => one.row.createdAt.getTime() - other.row.createdAt.getTime(),
  );
  const here = await readHere(tx, inOrder);
  const files = await readFiles(
    tx,
    inOrder.map(({ row }) => row.id),
  );
  const paths = [...taken, ...inOrder.flatMap(({ row }) => row.path ?? [])];
  return inOrder.flatMap((seen): DecisionAsFile[] => {
    const now = here.get(seen.row.id);
    if (!now) return [];
    const { path, createdAt, title } = seen.row;
    const read = files.get(seen.row.id);
    if (path !== null && read?.file) {
      const { bytes, problems } = fileNow({ path, bytes: read.file }, now);
      return [{ seen, path, before: read.file, there: read.fileThere, after: bytes, problems }];
    }
    const day = seen.row.decidedOn ?? dayAt(createdAt.getTime(), seen.timeZone).toString();
    const name = folderOf(paths) + newFileName(paths, { title, day });
    paths.push(name);
    return [{ seen, path: name, before: null, there: null, after: newFile(name, now), problems: [] }];
  });
}

/** Where most records lie, below the top: new ones go there too. */
function folderOf(paths: readonly string[]): string {
  const folders = paths.map((path) => path.slice(0, path.lastIndexOf("/") + 1));
  const groups = [...Map.groupBy(folders, (folder) => folder)];
  return groups.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? "";
}

async function readFiles(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { file: Uint8Array | null; fileThere: Uint8Array | null }>();
  const rows = await tx
    .select({ id: decision.id, file: decision.file, fileThere: decision.fileThere })
    .from(decision)
    .where(inArray(decision.id, [...ids]));
  return new Map(rows.map(({ id, ...files }) => [id, files]));
}

/** All paths of a place. */
export async function pathsOf(tx: Tx, source: string): Promise<string[]> {
  const rows = await tx.select({ path: decision.path }).from(decision).where(eq(decision.source, source));
  return rows.flatMap(({ path }) => path ?? []);
}
