import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { readStanding, type Standing, zoneOf } from "../../../core/loops/store/loops.ts";
import { unitAt } from "../../../core/org/store/units.ts";
import type { UnitRow } from "../../../core/org/tree.ts";
import { person } from "../../../core/people/tables.ts";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import { decision, outcome, watch } from "../tables.ts";

/** Without its text, which may be long and stands in no list, and without the bytes of its file. */
export type DecisionRow = Omit<typeof decision.$inferSelect, "file" | "fileThere" | "body">;

/** A decision as one person sees it, without what hangs on it. */
export interface DecisionSeen {
  readonly row: DecisionRow;
  readonly unit: UnitRow | null;
  readonly audience: UnitRow | null;
  readonly by: { readonly id: string; readonly name: string } | null;
  /** Theirs: their own, or of a unit that they belong to. */
  readonly own: boolean;
  /** Days are counted in it. */
  readonly timeZone: string;
  /** When somebody last said what came of it. */
  readonly lookedAt: Date | null;
  /** What it rests on has become unusual; only for those whose it is. */
  readonly shaken: { readonly measure: string; readonly since: string; readonly says: string } | null;
}

export interface WholeSeen extends DecisionSeen {
  readonly row: DecisionRow & { readonly body: string };
}

const columns = {
  ...{ id: decision.id, unit: decision.unit, person: decision.person, sort: decision.sort },
  ...{ title: decision.title, status: decision.status, rawStatus: decision.rawStatus },
  ...{ statusSince: decision.statusSince, proposedAt: decision.proposedAt, decidedOn: decision.decidedOn },
  ...{ deciders: decision.deciders, consulted: decision.consulted, informed: decision.informed },
  ...{ reviewBy: decision.reviewBy, kind: decision.kind, level: decision.level, undone: decision.undone },
  ...{ readings: decision.readings, audience: decision.audience },
  ...{ version: decision.version, source: decision.source, path: decision.path, gone: decision.gone },
  ...{ problems: decision.problems, createdBy: decision.createdBy, createdAt: decision.createdAt },
};

/** Those of `wanted` that the person may see, the newest first. */
export async function readDecisions(
  tx: Tx,
  { me, units, mine }: Standing,
  wanted: SQL | undefined,
): Promise<DecisionSeen[]> {
  const rows = await tx
    .select({ row: columns, by: { id: person.id, name: person.name } })
    .from(decision)
    .leftJoin(person, eq(person.id, decision.createdBy))
    .where(wanted)
    .orderBy(desc(decision.createdAt), asc(decision.id));
  const looked = await lastLooked(
    tx,
    rows.map(({ row }) => row.id),
  );
  const shaken = await readShaken(
    tx,
    rows.map(({ row }) => row.id),
  );
  const at = new Map(units.map((unit) => [unit.id, unit]));
  return rows.map(({ row, by }) => {
    const unit = row.unit === null ? null : (at.get(row.unit) ?? null);
    return {
      ...{ row, by, unit, audience: row.audience === null ? null : (at.get(row.audience) ?? null) },
      own: row.person === me || (row.unit !== null && mine.has(row.unit)),
      timeZone: zoneOf(units, unit),
      lookedAt: looked.get(row.id) ?? null,
      shaken: shaken.get(row.id) ?? null,
    };
  });
}

async function lastLooked(tx: Tx, ids: readonly string[]): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ decision: outcome.decision, at: outcome.saidAt })
    .from(outcome)
    .where(inArray(outcome.decision, [...ids]))
    .orderBy(asc(outcome.saidAt));
  return new Map(rows.map(({ decision: id, at }) => [id, at]));
}

async function readShaken(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, NonNullable<DecisionSeen["shaken"]>>();
  const rows = await tx
    .select()
    .from(watch)
    .where(and(inArray(watch.decision, [...ids]), isNotNull(watch.measure)));
  return new Map(
    rows.flatMap(({ decision: id, measure, since, says }) =>
      measure === null || since === null || says === null ? [] : [[id, { measure, since, says }] as const],
    ),
  );
}

/** The same, with their texts: for few, or for what is written as files. */
export const readWhole = async (tx: Tx, standing: Standing, wanted: SQL | undefined): Promise<WholeSeen[]> =>
  withTexts(tx, await readDecisions(tx, standing, wanted));

export async function withTexts(tx: Tx, seen: readonly DecisionSeen[]): Promise<WholeSeen[]> {
  if (seen.length === 0) return [];
  const ids = seen.map(({ row }) => row.id);
  const texts = await tx
    .select({ id: decision.id, body: decision.body })
    .from(decision)
    .where(inArray(decision.id, ids));
  const bodies = new Map(texts.map(({ id, body }) => [id, body]));
  return seen.map((one) => ({ ...one, row: { ...one.row, body: bodies.get(one.row.id) ?? "" } }));
}

export interface DecisionAt {
  readonly seen: WholeSeen;
  readonly standing: Standing;
}

/** The decision with this id; those who may not see it do not learn that it is there. */
export async function decisionAt(tx: Tx, me: string, id: string): Promise<DecisionAt> {
  const standing = await readStanding(tx, me);
  const [seen] = await readWhole(tx, standing, eq(decision.id, id));
  return { seen: seen ?? fail("not_found", "There is no such decision."), standing };
}

/** The same, for who may change it. */
export async function ownDecisionAt(tx: Tx, me: string, id: string): Promise<DecisionAt> {
  const found = await decisionAt(tx, me, id);
  if (!found.seen.own) fail("not_allowed", "Those whose decision it is change it.");
  return found;
}

/** Nobody else changes it until this is done; it holds nothing of what others' is. */
export async function hold(tx: Tx, id: string): Promise<void> {
  await tx.select({ id: decision.id }).from(decision).where(eq(decision.id, id)).for("update");
}

export type ListedSort = "decisions" | "principles";

/** Of a unit (its slug), as far as the person sees them, or of the person. */
export async function decisionsOf(
  tx: Tx,
  me: string,
  wanted: { unit?: string | undefined; sort: ListedSort },
) {
  const standing = await readStanding(tx, me);
  const unit = wanted.unit === undefined ? null : unitAt(standing.units, wanted.unit, "/unit");
  const whose =
    unit === null ? and(eq(decision.person, me), isNull(decision.unit)) : eq(decision.unit, unit.id);
  const sort = wanted.sort === "decisions" ? eq(decision.sort, "decision") : ne(decision.sort, "decision");
  const decisions = await readDecisions(tx, standing, and(whose, sort));
  return { unit, own: unit === null || standing.mine.has(unit.id), decisions, standing };
}

/** Of these units (ids), as far as the person sees them. Where there are none, nothing else is read. */
export async function decisionsAround(tx: Tx, me: string, units: readonly string[]): Promise<DecisionSeen[]> {
  const wanted = inArray(decision.unit, [...units]);
  const some = await tx.select({ id: decision.id }).from(decision).where(wanted).limit(1);
  return some.length === 0 ? [] : readDecisions(tx, await readStanding(tx, me), wanted);
}

/** Those that wait for the person, or for a unit of theirs. */
export async function ownDecisions(tx: Tx, me: string): Promise<DecisionSeen[]> {
  const standing = await readStanding(tx, me);
  return readDecisions(tx, standing, or(eq(decision.person, me), inArray(decision.unit, [...standing.mine])));
}

export const decisionsWith = async (tx: Tx, me: string, ids: readonly string[]): Promise<DecisionSeen[]> =>
  readDecisions(tx, await readStanding(tx, me), inArray(decision.id, [...ids]));
