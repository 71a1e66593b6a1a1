import { createHash } from "node:crypto";
import { and, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "../../../../core/audit/store.ts";
import type { Standing } from "../../../../core/loops/store/loops.ts";
import { zoneOf } from "../../../../core/loops/store/loops.ts";
import type { UnitRow } from "../../../../core/org/tree.ts";
import { fail } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import type { RecordFile } from "../../record/shape.ts";
import { decision, link, source } from "../../tables.ts";
import type { ImportAnswer } from "../contract.ts";
import { linkChanges, linkRows } from "../link-rows.ts";
import { type FilePlan, type KnownFile, type Printed, planFor } from "../plan.ts";
import { sayClash } from "../put-together.ts";
import { type FolderIn, readFolder } from "../reading.ts";
import { sayCounts } from "../told.ts";
import { type Adopted, adopt, adoptions } from "./adopting.ts";
import { addRows, type Writing } from "./rows.ts";
import { lockedSource, type SourceRow, type Wanted } from "./sources.ts";
import { type Taken, takeOver, takings } from "./taking.ts";

export interface Importing {
  readonly unit: UnitRow;
  readonly standing: Standing;
  readonly wanted: Wanted;
  readonly files: readonly RecordFile[];
  readonly preview: boolean;
  readonly now: number;
  /** Nobody asked for it just now: it is told in nobody's name. */
  readonly byItself?: boolean;
}

/** Its file is not there any more: what a decision says of it among its problems. */
const GONE = "Its file is not there any more. What it said stays here.";

/** Brings the records of a folder in, or says what that would change. The same again changes and writes nothing. */
export async function importInto(tx: Tx, importing: Importing): Promise<ImportAnswer> {
  const { unit, wanted, files, preview } = importing;
  const row = await lockedSource(tx, unit.id, wanted);
  const print = printOfAll(files);
  if (row !== null && row.print === print) return unchangedAnswer(tx, row, preview);
  const folder = readFolder(files);
  const records = folder.records.map((one): Printed => ({ ...one, print: printOf(one.bytes) }));
  const known = row === null ? [] : await knownFiles(tx, row.id);
  const adopted = await adoptions(tx, importing, newOnes(records, known));
  const plan = planFor([...known, ...adopted], records, new Set(files.map(({ path }) => path)));
  const taken = await takings(tx, { standing: importing.standing, changed: plan.changed, adopted });
  if (!preview) await write(tx, { importing, row, folder, plan, taken, adopted, print });
  return answerOf({ plan, taken, folder, preview });
}

function newOnes(records: readonly Printed[], known: readonly KnownFile[]): Printed[] {
  const paths = new Set(known.map(({ path }) => path));
  return records.filter(({ path }) => !paths.has(path));
}

const printOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Of all files with their paths, in whatever order they came. */
function printOfAll(files: readonly RecordFile[]): string {
  const lines = files.map(({ path, bytes }) => `${path}\0${printOf(bytes)}\n`).toSorted();
  return printOf(Buffer.from(lines.join("")));
}

async function unchangedAnswer(tx: Tx, row: SourceRow, preview: boolean): Promise<ImportAnswer> {
  const rows = await tx
    .select({ path: decision.path, problems: decision.problems, gone: decision.gone })
    .from(decision)
    .where(eq(decision.source, row.id))
    .orderBy(decision.createdAt);
  const counts = { ...NONE, unchanged: rows.filter(({ gone }) => !gone).length, leftOut: row.leftOut.length };
  const problems = rows.flatMap(({ path, problems: some }) => some.map((says) => ({ path, says })));
  return {
    ...{ preview, counts, says: sayCounts(counts), changes: [], leftOut: [...row.leftOut] },
    problems: [...row.problems, ...problems],
  };
}

const NONE = {
  added: 0,
  changed: 0,
  merged: 0,
  clashed: 0,
  moved: 0,
  back: 0,
  gone: 0,
  unchanged: 0,
  leftOut: 0,
};

async function knownFiles(tx: Tx, of: string): Promise<KnownFile[]> {
  const rows = await tx
    .select({
      ...{ id: decision.id, path: decision.path, gone: decision.gone },
      print: sql<string>`encode(sha256(${decision.file}), 'hex')`,
      printThere: sql<string | null>`encode(sha256(${decision.fileThere}), 'hex')`,
    })
    .from(decision)
    .where(eq(decision.source, of));
  return rows.map((one) => ({ ...one, path: one.path ?? "" }));
}

interface Doing {
  readonly importing: Importing;
  readonly row: SourceRow | null;
  readonly folder: FolderIn;
  readonly plan: FilePlan;
  readonly taken: readonly Taken[];
  readonly adopted: readonly Adopted[];
  readonly print: string;
}

async function write(tx: Tx, { importing, row, folder, plan, taken, adopted, print }: Doing): Promise<void> {
  const { unit, standing, now } = importing;
  const kept = row ?? (await addSource(tx, importing));
  const timeZone = zoneOf(standing.units, unit);
  const writing: Writing = { me: standing.me, unit: unit.id, source: kept.id, now, timeZone };
  await adopt(tx, adopted, kept.id);
  await moveRows(tx, plan);
  const added = await addRows(tx, plan.added, writing);
  await takeOver(tx, taken, writing);
  await markGone(tx, plan);
  const pairs = [...plan.changed, ...plan.moved, ...plan.back, ...plan.unchanged];
  const ids = new Map([...added, ...pairs.map(({ file, known }) => [file.path, known.id] as const)]);
  const links = await putLinks(tx, { before: kept.links, folder, ids, writing });
  const detail = { from: kept.name, records: folder.records.length };
  if (!importing.byItself)
    await recordAudit(tx, standing.me, { action: "decisions.brought-in", aboutUnit: unit.id, detail });
  await tx
    .update(source)
    .set({
      ...{
        print,
        tree: importing.wanted.tree,
        links,
        readAt: new Date(now),
        readBy: standing.me,
        trouble: null,
        lookedAt: new Date(now),
      },
      ...{ leftOut: folder.leftOut.slice(0, MOST_KEPT), problems: folder.problems.slice(0, MOST_KEPT) },
    })
    .where(eq(source.id, kept.id));
}

/** So many files that are no records are told later; a first import tells of all. */
const MOST_KEPT = 500;

async function addSource(tx: Tx, { unit, wanted, now, standing }: Importing): Promise<SourceRow> {
  const values = { ...wanted, unit: unit.id, readAt: new Date(now), readBy: standing.me };
  const [row] = await tx.insert(source).values(values).onConflictDoNothing().returning();
  return row ?? fail("conflict", "Somebody else is bringing in the same just now. Look again in a moment.");
}

/** Other names of files whose bytes stayed. */
async function moveRows(tx: Tx, { moved }: FilePlan): Promise<void> {
  if (moved.length === 0) return;
  const rows = moved.map(({ known: { id }, file: { path, problems } }) => ({ id, path, problems }));
  await tx.execute(sql`
    update decisions_decision d set path = g.path, gone = false, problems = g.problems
    from json_to_recordset(${JSON.stringify(rows)}::json) as g(id uuid, path text, problems text[]) where d.id = g.id`);
}

async function markGone(tx: Tx, { gone, back }: FilePlan): Promise<void> {
  if (gone.length > 0)
    await tx
      .update(decision)
      .set({ gone: true, problems: sql`array_append(${decision.problems}, ${GONE}::text)` })
      .where(
        inArray(
          decision.id,
          gone.map(({ id }) => id),
        ),
      );
  if (back.length > 0)
    await tx
      .update(decision)
      .set({ gone: false, problems: sql`array_remove(${decision.problems}, ${GONE}::text)` })
      .where(
        inArray(
          decision.id,
          back.map(({ known: { id } }) => id),
        ),
      );
}

interface Linking {
  readonly before: SourceRow["links"];
  readonly folder: FolderIn;
  readonly ids: ReadonlyMap<string, string>;
  readonly writing: Writing;
}

/** What files say of each other, in rows; what was said here stays. */
async function putLinks(tx: Tx, { before, folder, ids, writing }: Linking): Promise<SourceRow["links"]> {
  const now = linkRows(folder.records, ids);
  const { added, removed } = linkChanges(before, now);
  const said = (one: (typeof now)[number]) =>
    and(eq(link.decision, one.from), eq(link.kind, one.kind), eq(link.to, one.to), eq(link.words, ""));
  for (const one of removed) await tx.delete(link).where(said(one));
  const values = added.map(({ from, kind, to }) => ({
    ...{ decision: from, kind, to, addedBy: writing.me, addedAt: new Date(writing.now) },
  }));
  if (values.length > 0) await tx.insert(link).values(values).onConflictDoNothing();
  return now;
}

interface Answering {
  readonly plan: FilePlan;
  readonly taken: readonly Taken[];
  readonly folder: FolderIn;
  readonly preview: boolean;
}

function answerOf({ plan, taken, folder, preview }: Answering): ImportAnswer {
  const byKind = Map.groupBy(taken, ({ kind }) => kind);
  const n = (kind: Taken["kind"]) => byKind.get(kind)?.length ?? 0;
  const counts = {
    ...{ added: plan.added.length, changed: n("changed"), merged: n("merged"), clashed: n("clashed") },
    ...{ moved: plan.moved.length, back: plan.back.length, gone: plan.gone.length },
    ...{ unchanged: plan.unchanged.length, leftOut: folder.leftOut.length },
  };
  const change = (
    kind: ImportAnswer["changes"][number]["kind"],
    { path, values }: Printed,
    says: string | null = null,
  ) => ({
    ...{ kind, path, title: values.title, says },
  });
  return {
    ...{ preview, counts, says: sayCounts(counts), leftOut: [...folder.leftOut] },
    changes: [
      ...taken.map(({ kind, file, clashes }) =>
        change(kind, file, clashes.length === 0 ? null : sayClash(clashes)),
      ),
      ...plan.gone.map(({ path }) => ({ kind: "gone" as const, path, title: path, says: GONE })),
      ...plan.moved.map(({ known, file }) => change("moved", file, `It was ${known.path}.`)),
      ...plan.back.map(({ file }) => change("back", file)),
      ...plan.added.map((file) => change("added", file)),
    ],
    problems: [
      ...folder.problems,
      ...folder.records.flatMap(({ path, problems }) => problems.map((says) => ({ path, says }))),
    ],
  };
}
