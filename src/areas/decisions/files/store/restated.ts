import { eq } from "drizzle-orm";
import type { Tx } from "../../../../platform/state/state-db.ts";
import { readRecord } from "../../record/read-record.ts";
import type { WholeSeen } from "../../store/decisions.ts";
import { decision } from "../../tables.ts";
import type { Status } from "../../values.ts";
import { fileNow } from "../file-now.ts";
import { valuesOf } from "../values.ts";
import { readHere } from "./here.ts";

interface Fields {
  readonly body?: string | undefined;
  readonly status?: Status | null | undefined;
  readonly decidedOn?: string | null | undefined;
  readonly deciders?: readonly string[] | undefined;
  readonly consulted?: readonly string[] | undefined;
  readonly informed?: readonly string[] | undefined;
}

/** In many dialects the text says status, day and names itself: what they become is said there too, as in the decision's file. */
export async function restated(
  tx: Tx,
  seen: WholeSeen,
  { body, status, decidedOn, deciders, consulted, informed }: Fields,
): Promise<{ body?: string }> {
  const { id, path, source } = seen.row;
  const fields = { body, status, decidedOn, deciders, consulted, informed };
  const given = Object.entries(fields).filter(([name, value]) => value !== undefined && name !== "body");
  if (source === null || path === null || given.length === 0) return {};
  const [kept] = await tx.select({ file: decision.file }).from(decision).where(eq(decision.id, id));
  const here = (await readHere(tx, [seen])).get(id);
  if (!kept?.file || !here) return {};
  const text = body ?? seen.row.body;
  const values = { ...here.values, ...Object.fromEntries(given), body: text };
  const { bytes } = fileNow({ path, bytes: kept.file }, { values, outcomes: [], links: [] });
  const said = valuesOf(readRecord({ path, bytes }), bytes).body;
  return said === text ? {} : { body: said };
}
