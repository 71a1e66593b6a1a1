import { inArray, sql } from "drizzle-orm";
import type { Standing } from "../../../../core/loops/store/loops.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { isSame } from "../../record/edit/must-show.ts";
import { readRecord } from "../../record/read-record.ts";
import { readWhole, type WholeSeen } from "../../store/decisions.ts";
import { decision } from "../../tables.ts";
import type { FilePlan, KnownFile, Printed } from "../plan.ts";
import { putTogether, sayClash } from "../put-together.ts";
import { type FileValues, valuesOf } from "../values.ts";
import { readHere } from "./here.ts";
import { addHanging, addVersions, columnsOf, removeExpected, type Writing } from "./rows.ts";

/** What becomes of a decision whose file changed. */
export interface Taken {
  readonly kind: "changed" | "merged" | "clashed";
  readonly known: KnownFile;
  readonly file: Printed;
  readonly seen: WholeSeen;
  readonly here: FileValues;
  readonly values: FileValues;
  readonly clashes: readonly string[];
}

interface Taking {
  readonly standing: Standing;
  readonly changed: FilePlan["changed"];
  /** Written here first: what they would be as files stands for what was read before. */
  readonly adopted: readonly { readonly id: string; readonly bytes: Uint8Array }[];
}

/** Files that changed, each put together with what was changed here. */
export async function takings(tx: Tx, { standing, changed, adopted }: Taking): Promise<Taken[]> {
  if (changed.length === 0) return [];
  const ids = changed.map(({ known }) => known.id);
  const seen = new Map(
    (await readWhole(tx, standing, inArray(decision.id, ids))).map((one) => [one.row.id, one]),
  );
  const here = await readHere(tx, [...seen.values()]);
  const files = new Map([
    ...(
      await tx
        .select({ id: decision.id, file: decision.file })
        .from(decision)
        .where(inArray(decision.id, ids))
    ).map(({ id, file }) => [id, file ?? new Uint8Array()] as const),
    ...adopted.map(({ id, bytes }) => [id, bytes] as const),
  ]);
  return changed.flatMap(({ known, file }) => {
    const [one, now, bytes] = [seen.get(known.id), here.get(known.id), files.get(known.id)];
    if (!one || !now || !bytes) return [];
    const base = valuesOf(readRecord({ path: known.path, bytes }), bytes);
    const { values, clashes } = putTogether(base, now.values, file.values);
    const kind = clashes.length > 0 ? "clashed" : isSame(values, file.values) ? "changed" : "merged";
    return [{ kind, known, file, seen: one, here: now.values, values, clashes } as const];
  });
}

/** Writes them in few statements. While both sides differ, the file stays as it was read, with that of the other side beside it. */
export async function takeOver(tx: Tx, all: readonly Taken[], writing: Writing): Promise<void> {
  if (all.length === 0) return;
  const rows = all.map((one) => rowOf(one, writing));
  await tx.execute(sql`
    update decisions_decision d set title = g.title, status = g.status, raw_status = g.raw_status,
      status_since = coalesce(g.status_since, d.status_since), proposed_at = coalesce(d.proposed_at, g.proposed_at),
      decided_on = g.decided_on, deciders = g.deciders, consulted = g.consulted, informed = g.informed, review_by = g.review_by,
      body = g.body, version = g.version, problems = g.problems, gone = false,
      file = coalesce(decode(g.file, 'base64'), d.file), file_there = decode(g.file_there, 'base64')
    from json_to_recordset(${JSON.stringify(rows)}::json) as g(id uuid, title text, status text, raw_status text,
      status_since timestamptz, proposed_at timestamptz, decided_on date, deciders text[], consulted text[], informed text[],
      review_by date, body text, version integer, problems text[], file text, file_there text) where d.id = g.id`);
  const worded = all.filter(isWorded);
  await addVersions(
    tx,
    worded.map(({ seen, values }) => ({ id: seen.row.id, version: seen.row.version + 1, values })),
    writing,
  );
  for (const { seen, here, values } of all) await hang(tx, { id: seen.row.id, here, values, writing });
}

const isWorded = ({ seen: { row }, values }: Taken): boolean =>
  row.title !== values.title || row.body !== values.body || row.status !== values.status;

function rowOf(one: Taken, writing: Writing) {
  const { seen, file, values, clashes, kind } = one;
  const columns = columnsOf(values, writing);
  const bytes = Buffer.from(file.bytes).toString("base64");
  const clashed = kind === "clashed";
  return {
    ...{ id: seen.row.id, title: columns.title, status: columns.status, raw_status: columns.rawStatus },
    ...{ decided_on: columns.decidedOn, deciders: columns.deciders, consulted: columns.consulted },
    ...{ informed: columns.informed, review_by: columns.reviewBy, body: columns.body },
    status_since: seen.row.status === values.status ? null : columns.statusSince.toISOString(),
    proposed_at: columns.proposedAt?.toISOString() ?? null,
    version: seen.row.version + (isWorded(one) ? 1 : 0),
    problems: clashed ? [sayClash(clashes), ...file.problems] : file.problems,
    ...(clashed ? { file: null, file_there: bytes } : { file: bytes, file_there: null }),
  };
}

interface Hanging {
  readonly id: string;
  readonly here: FileValues;
  readonly values: FileValues;
  readonly writing: Writing;
}

/** What is newly expected or advised there comes in; what is expected there no longer goes. What was advised stays on record. */
async function hang(tx: Tx, { id, here, values, writing }: Hanging): Promise<void> {
  const fresh = <T>(all: readonly T[], before: readonly T[]) =>
    all.filter((one) => !before.some((other) => isSame(one, other)));
  const lost = fresh(here.expects, values.expects);
  await removeExpected(
    tx,
    id,
    lost.map(({ statement }) => statement),
  );
  const more = { expects: fresh(values.expects, here.expects), advice: fresh(values.advice, here.advice) };
  if (more.expects.length + more.advice.length > 0)
    await addHanging(tx, [{ id, values: { ...values, ...more } }], writing);
}
