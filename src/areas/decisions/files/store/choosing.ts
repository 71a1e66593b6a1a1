import { eq } from "drizzle-orm";
import { zoneOf } from "../../../../core/loops/store/loops.ts";
import { fail } from "../../../../platform/errors.ts";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { readRecord } from "../../record/read-record.ts";
import { shown, textOf } from "../../record/text.ts";
import { ownDecisionAt } from "../../store/decisions.ts";
import { decision, source } from "../../tables.ts";
import { patchOf } from "../patch.ts";
import { readFolder } from "../reading.ts";
import { valuesOf } from "../values.ts";
import { readAsFiles } from "./exporting.ts";
import { readHere } from "./here.ts";
import { takeOver } from "./taking.ts";

/** A decision as its file, and how that differs from the one that was read. */
export async function shownFile(tx: Tx, me: string, id: string) {
  const { seen } = await ownDecisionAt(tx, me, id);
  const [one] = await readAsFiles(tx, [seen], []);
  if (!one) return fail("not_found", "There is no such decision.");
  const { row } = seen;
  const [place] = row.source === null ? [] : await tx.select().from(source).where(eq(source.id, row.source));
  const change = { path: one.path, before: one.before, after: one.after };
  const differs = one.before !== null && place?.twoWay === true;
  return {
    path: one.path,
    base64: Buffer.from(one.after).toString("base64"),
    ...{ source: place?.name ?? null, twoWay: place?.twoWay ?? false },
    patch: differs ? shown(textOf(patchOf([change]))) : "",
    there: one.there === null ? null : shown(textOf(one.there)),
    ...{ problems: [...one.problems], can: { choose: one.there !== null } },
  };
}

interface Choice {
  readonly id: string;
  readonly holds: "here" | "there";
  readonly now: number;
}

/** What holds from now on; the file as it is there is the one that was read last, either way. */
export async function readChoice(tx: Tx, me: string, { id, holds, now }: Choice): Promise<void> {
  const { seen, standing } = await ownDecisionAt(tx, me, id);
  const [kept] = await tx
    .select({ there: decision.fileThere, path: decision.path, source: decision.source })
    .from(decision)
    .where(eq(decision.id, id))
    .for("update");
  if (!kept?.there || kept.path === null || kept.source === null || seen.unit === null)
    return fail("conflict", "Here and in its file there is no difference that needs a word.");
  const { there, path } = kept;
  const record = readRecord({ path, bytes: there });
  const problems = readFolder([{ path, bytes: there }]).records[0]?.problems ?? [];
  if (holds === "here") {
    await tx
      .update(decision)
      .set({ file: there, fileThere: null, problems: [...problems] })
      .where(eq(decision.id, id));
    return;
  }
  const here = (await readHere(tx, [seen])).get(id);
  if (!here) return;
  const values = valuesOf(record, there);
  const known = { id, path, print: "", printThere: null, gone: seen.row.gone };
  const file = { path, bytes: there, print: "", values, links: [], problems };
  const writing = {
    me,
    unit: seen.unit.id,
    source: kept.source,
    now,
    timeZone: zoneOf(standing.units, seen.unit),
  };
  const taken = { kind: "changed" as const, known, file, seen, here: here.values, values, clashes: [] };
  await takeOver(tx, [taken], writing);
}
