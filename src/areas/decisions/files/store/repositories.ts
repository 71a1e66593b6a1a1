import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { AreaContext, AreaSettling } from "../../../../core/area.ts";
import type { KnownFolders } from "../../../../core/connectors/git/folders.ts";
import { readStanding } from "../../../../core/loops/store/loops.ts";
import { somebodyIn } from "../../../../core/loops/store/settle.ts";
import { Failure, fail, failField } from "../../../../platform/errors.ts";
import type { RecordFile } from "../../record/shape.ts";
import { textOf } from "../../record/text.ts";
import { source } from "../../tables.ts";
import { isWanted, MOST_BYTES, MOST_FILES } from "../limits.ts";
import { importInto } from "./importing.ts";
import { componentsOf, type SourceRow, type Wanted } from "./sources.ts";

/** Where records are usually kept, the first that is there counting. */
const USUAL = [
  "docs/adr",
  "doc/adr",
  "docs/decisions",
  "docs/architecture/decisions",
  "adr",
  "decisions",
  "docs/adrs",
];

const LIMITS = { isWanted, mostFiles: MOST_FILES, mostBytes: MOST_BYTES };

export interface FromRepository {
  readonly wanted: Wanted;
  readonly files: readonly RecordFile[];
}

/** The records of a repository that a unit (its id) owns, from the folder that is named or found. */
export async function filesOf(
  context: AreaContext,
  unit: string,
  { repository, folder }: { repository: string; folder?: string | undefined },
): Promise<FromRepository> {
  const folders = await ownRepository(context, unit, repository);
  const named = folder === undefined ? null : folder.replace(/^(\.?\/)+|\/+$/g, "");
  const found = named === null ? await usualFolder(folders) : await folders.find([named]);
  if (found === null)
    failField(
      "/git/folder",
      named === null
        ? `None of the usual folders is there (${USUAL.join(", ")}). Name the one in which the records are.`
        : `There is no folder “${named}” in the repository, on the branch that Septet reads.`,
    );
  const { folder: at, tree } = found;
  const wanted = {
    kind: "git" as const,
    name: nameOf(repository, at),
    component: repository,
    folder: at,
    tree,
  };
  return { wanted, files: await folders.read(tree, LIMITS) };
}

const nameOf = (repository: string, folder: string): string =>
  folder === "" ? repository : `${repository}: ${folder}`.slice(0, 300);

export async function ownRepository(context: AreaContext, unit: string, name: string): Promise<KnownFolders> {
  const owned = await context.as((tx) => componentsOf(tx, unit));
  const folders = owned.includes(name) ? await context.repository(name) : null;
  return folders ?? failField("/git/repository", `The team owns no repository “${name}” that Septet reads.`);
}

/** `.adr-dir` at the top names it, as adr-tools keeps it; or else it is one of the usual ones. */
async function usualFolder(folders: KnownFolders) {
  const top = await folders.find([""]);
  const isPointer = (path: string) => path === ".adr-dir";
  const [pointer] = top === null ? [] : await folders.read(top.tree, { ...LIMITS, isWanted: isPointer });
  const named = pointer
    ? textOf(pointer.bytes)
        .trim()
        .replace(/^(\.?\/)+|\/+$/g, "")
    : "";
  return folders.find([...(named === "" ? [] : [named]), ...USUAL]);
}

/** So often a repository is looked at for something new: a few processes, and nothing more where nothing is. */
const LOOK_AGAIN_MS = 10 * 60 * 1000;

/** Reads again what is kept in repositories, in the name of somebody whose it is. */
export async function readAgain(settling: AreaSettling): Promise<void> {
  const { state, now, log } = settling;
  const before = new Date(now - LOOK_AGAIN_MS);
  const due = await state.asJobs((tx) =>
    tx
      .select()
      .from(source)
      .where(and(eq(source.kind, "git"), or(isNull(source.lookedAt), lt(source.lookedAt, before)))),
  );
  for (const row of due) {
    const trouble = await readOne(settling, row).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Failure && error.code !== "unexpected") return error.message.slice(0, 2_000);
        log.error({ err: error, source: row.id }, "records of decisions could not be read again");
        return "Something went wrong on our side; the log says what.";
      },
    );
    await state.asJobs((tx) =>
      tx
        .update(source)
        .set({ lookedAt: new Date(now), trouble })
        .where(eq(source.id, row.id)),
    );
  }
}

async function readOne({ state, contextAs, now }: AreaSettling, row: SourceRow): Promise<void> {
  const who = await state.asJobs((tx) => somebodyIn(tx, row.unit, row.readBy));
  if (who === null || row.component === null || row.folder === null) return;
  const context = contextAs(who);
  const folders = await ownRepository(context, row.unit, row.component);
  const found = await folders.find([row.folder]);
  if (found === null) return fail("not_readable", `The folder “${row.folder}” is not there any more.`);
  if (found.tree === row.tree) return;
  const files = await folders.read(found.tree, LIMITS);
  const wanted = { ...row, tree: found.tree };
  await context.as(async (tx) => {
    const standing = await readStanding(tx, who);
    const unit = standing.units.find(({ id }) => id === row.unit);
    if (unit && !unit.archived)
      await importInto(tx, {
        unit,
        standing,
        wanted,
        files,
        preview: false,
        byItself: true,
        now,
      });
  });
}
