import { and, eq, isNull, ne, or } from "drizzle-orm";
import type { AreaContext } from "../../../../core/area.ts";
import { recordAudit } from "../../../../core/audit/store.ts";
import { failField } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { isSame } from "../../record/edit/must-show.ts";
import { namesOf } from "../../store/adding.ts";
import { readWhole } from "../../store/decisions.ts";
import { decision } from "../../tables.ts";
import type { FileProblem } from "../found.ts";
import { patchOf } from "../patch.ts";
import { type DecisionAsFile, pathsOf, readAsFiles } from "./exporting.ts";
import { ownRepository } from "./repositories.ts";
import { ownUnit, type SourceRow, sourceFor } from "./sources.ts";

interface Asked {
  readonly slug: string;
  readonly source?: string | undefined;
}

interface Differing {
  readonly place: SourceRow;
  readonly files: readonly DecisionAsFile[];
  readonly problems: readonly FileProblem[];
}

/** What was written here since the files of a place were read: new files, too, but no drafts. */
async function differing(tx: Tx, me: string, { slug, source }: Asked): Promise<Differing> {
  const { unit, standing } = await ownUnit(tx, me, slug);
  const place = await sourceFor(tx, unit.id, source);
  const here = and(
    eq(decision.unit, unit.id),
    eq(decision.sort, "decision"),
    or(eq(decision.source, place.id), and(isNull(decision.source), ne(decision.status, "draft"))),
  );
  const decisions = await readWhole(tx, standing, here);
  const all = await readAsFiles(
    tx,
    decisions.filter(({ row }) => !row.gone),
    await pathsOf(tx, place.id),
  );
  const clashed = all.filter(({ there }) => there !== null);
  return {
    place,
    files: all.filter(
      ({ there, before, after }) => there === null && !(before && Buffer.from(before).equals(after)),
    ),
    problems: [
      ...clashed.map(({ path }) => ({
        path,
        says: "It differs here and there: say first on its page which holds.",
      })),
      ...all.flatMap(({ path, problems }) => problems.map((says) => ({ path, says }))),
    ],
  };
}

const told = (files: readonly DecisionAsFile[]) =>
  files.map(({ path, before }) => ({
    path,
    kind: before === null ? ("new" as const) : ("changed" as const),
  }));

export async function patchFor(context: AreaContext, asked: Asked) {
  const { place, files, problems } = await context.as((tx) => differing(tx, context.actor.person, asked));
  const top = place.folder ? `${place.folder}/` : "";
  const patch = patchOf(files.map(({ path, before, after }) => ({ path: top + path, before, after })));
  return {
    patch: Buffer.from(patch).toString("base64"),
    ...{ files: told(files), problems: [...problems] },
  };
}

/** The same as a commit on a new branch of the repository from which the files were read. */
export async function writeBranchOf(context: AreaContext, { branch, ...asked }: Asked & { branch: string }) {
  const { actor } = context;
  const { found, unit, name } = await context.as(async (tx) => ({
    found: await differing(tx, actor.person, asked),
    unit: (await ownUnit(tx, actor.person, asked.slug)).unit,
    name: (await namesOf(tx, actor.person))[0] ?? "",
  }));
  const { place, files, problems } = found;
  const { component, folder } = place;
  if (component === null || folder === null)
    return failField(
      "/source",
      "These files are in no repository that Septet reads. Take the patch instead.",
      "conflict",
    );
  if (files.length === 0)
    return failField("/branch", "Nothing differs from the files: there is no branch to write.", "conflict");
  const folders = await ownRepository(context, unit.id, component);
  await mustBeAsRead(folders, { folder, files });
  const { commit } = await folders.branch({
    ...{ branch, folder, author: name === "" ? "Septet" : name },
    message: messageOf(files),
    files: files.map(({ path, after }) => ({ path, bytes: after })),
  });
  const detail = { branch, files: files.length };
  await context.as((tx) =>
    recordAudit(tx, actor.person, { action: "decisions.written-to-branch", aboutUnit: unit.id, detail }),
  );
  return { branch, commit, files: told(files), problems: [...problems] };
}

/** What was changed there since it was read last would be undone without a word. */
async function mustBeAsRead(
  folders: Awaited<ReturnType<typeof ownRepository>>,
  { folder, files }: { folder: string; files: readonly DecisionAsFile[] },
): Promise<void> {
  const found = await folders.find([folder]);
  const wanted = new Set(files.map(({ path }) => path));
  const limits = { isWanted: (path: string) => wanted.has(path), mostFiles: 100_000, mostBytes: 2 ** 30 };
  const there = found === null ? [] : await folders.read(found.tree, limits);
  const bytes = new Map(there.map((file) => [file.path, Buffer.from(file.bytes)]));
  for (const { path, before } of files)
    if (
      !isSame(bytes.get(path)?.toString("base64") ?? null, before && Buffer.from(before).toString("base64"))
    )
      failField(
        "/source",
        `${path} has changed in the repository. Bring the records in again first.`,
        "conflict",
      );
}

function messageOf(files: readonly DecisionAsFile[]): string {
  const [first] = files;
  const subject =
    files.length === 1 && first
      ? `Decision: ${first.seen.row.title}`
      : `${files.length} records of decisions`;
  return `${subject.slice(0, 200)}\n\n${files.map(({ path, before }) => `- ${before === null ? "new: " : ""}${path}`).join("\n")}\n`;
}
