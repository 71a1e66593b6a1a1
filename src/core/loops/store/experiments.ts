import { asc, desc, eq, inArray, type SQL } from "drizzle-orm";
import { fail } from "../../../platform/errors.ts";
import type { Tx } from "../../../platform/state/state-db.ts";
import type { FollowedUp } from "../../area.ts";
import { redrawn } from "../../measures/tables.ts";
import { readUnits } from "../../org/store/reading.ts";
import { unitAt } from "../../org/store/units.ts";
import type { UnitRow } from "../../org/tree.ts";
import { person } from "../../people/tables.ts";
import type { Ends } from "../contract.ts";
import { sayExpected } from "../direction-words.ts";
import type { Shows } from "../experiments/contract.ts";
import { sayEnd } from "../experiments/words.ts";
import { conclusion, experiment } from "../tables.ts";
import { ownsUnit, readStanding, zoneOf } from "./loops.ts";

export type ExperimentRow = typeof experiment.$inferSelect;
export type ConclusionRow = typeof conclusion.$inferSelect;

/** An experiment with what was concluded of it, oldest first, as somebody sees it whose it is. */
export interface ExperimentSeen {
  readonly row: ExperimentRow;
  readonly unit: UnitRow | null;
  readonly about: UnitRow | null;
  readonly timeZone: string;
  readonly conclusions: readonly { readonly row: ConclusionRow; readonly by: string | null }[];
}

export async function readExperiments(
  tx: Tx,
  units: readonly UnitRow[],
  wanted: SQL | undefined,
): Promise<ExperimentSeen[]> {
  const rows = await tx
    .select()
    .from(experiment)
    .where(wanted)
    .orderBy(desc(experiment.begins), asc(experiment.id));
  const ids = rows.map(({ id }) => id);
  const concluded = ids.length === 0 ? [] : await readConclusions(tx, ids);
  const byExperiment = Map.groupBy(concluded, ({ row }) => row.experiment);
  const at = (id: string | null) => units.find((unit) => unit.id === id) ?? null;
  return rows.map((row) => ({
    ...{ row, unit: at(row.unit), about: at(row.about) },
    timeZone: zoneOf(units, at(row.about)),
    conclusions: byExperiment.get(row.id) ?? [],
  }));
}

function readConclusions(tx: Tx, ids: readonly string[]) {
  return tx
    .select({ row: conclusion, by: person.name })
    .from(conclusion)
    .leftJoin(person, eq(person.id, conclusion.concludedBy))
    .where(inArray(conclusion.experiment, [...ids]))
    .orderBy(asc(conclusion.concludedAt));
}

export async function experimentAt(tx: Tx, id: string): Promise<ExperimentSeen> {
  const [one] = await readExperiments(tx, await readUnits(tx), eq(experiment.id, id));
  return one ?? fail("not_found", "There is no such experiment.");
}

/** The experiments of a unit (its slug) or of the person, and whether they are theirs to begin. */
export async function experimentsOf(tx: Tx, me: string, slug: string | undefined) {
  const standing = await readStanding(tx, me);
  const unit = slug === undefined ? null : unitAt(standing.units, slug, "/unit");
  const wanted = unit === null ? eq(experiment.person, me) : eq(experiment.unit, unit.id);
  return {
    experiments: await readExperiments(tx, standing.units, wanted),
    own: ownsUnit(standing, unit),
    unit,
  };
}

/** All of the person's own, and of the units that they belong to. */
export async function allExperiments(tx: Tx): Promise<ExperimentSeen[]> {
  return readExperiments(tx, await readUnits(tx), undefined);
}

export interface NewExperiment
  extends Pick<
    ExperimentRow,
    | "area"
    | "kind"
    | "title"
    | "why"
    | "measure"
    | "every"
    | "begins"
    | "direction"
    | "size"
    | "sure"
    | "lookAgain"
  > {
  /** A slug. */
  readonly unit: string | undefined;
  readonly now: Date;
}

export async function addExperiment(
  tx: Tx,
  me: string,
  { unit: slug, now, ...values }: NewExperiment,
): Promise<ExperimentSeen> {
  const units = await readUnits(tx);
  const unit = slug === undefined ? null : unitAt(units, slug, "/unit");
  const owner = unit === null ? { person: me } : { unit: unit.id, about: unit.id };
  const [added] = await tx
    .insert(experiment)
    .values({ ...values, ...owner, createdBy: me, createdAt: now })
    .returning({ id: experiment.id });
  if (!added) throw new Error("The experiment was not kept.");
  return experimentAt(tx, added.id);
}

export async function changeExperiment(
  tx: Tx,
  id: string,
  set: Partial<Pick<ExperimentRow, "title" | "why" | "lookAgain">>,
): Promise<ExperimentSeen> {
  if (Object.keys(set).length > 0) await tx.update(experiment).set(set).where(eq(experiment.id, id));
  return experimentAt(tx, id);
}

export interface NewConclusion {
  readonly id: string;
  readonly ends: Ends;
  readonly words: string;
  readonly real: boolean;
  readonly shows: Shows | null;
  readonly asExpected: boolean | null;
  readonly lookAgain: string | null;
  readonly now: Date;
}

/** Keeps what was concluded; where the change is real, the limits of the measure are drawn anew from the day on which it began. */
export async function conclude(
  tx: Tx,
  me: string,
  { id, now, ...values }: NewConclusion,
): Promise<ExperimentSeen> {
  // One after the other: whoever comes second finds it ended.
  await tx.select({ id: experiment.id }).from(experiment).where(eq(experiment.id, id)).for("update");
  const seen = await experimentAt(tx, id);
  const { row } = seen;
  if (!running(seen)) fail("conflict", "It has ended already. Begin another one.");
  await tx.insert(conclusion).values({ experiment: id, ...values, concludedBy: me, concludedAt: now });
  if (values.lookAgain !== null)
    await tx.update(experiment).set({ lookAgain: values.lookAgain }).where(eq(experiment.id, id));
  if (values.real && row.unit !== null && row.measure !== null)
    await tx
      .insert(redrawn)
      .values({
        ...{ unit: row.unit, measure: row.measure, day: row.begins },
        ...{ reason: row.title, redrawnBy: me, redrawnAt: now },
      })
      .onConflictDoNothing();
  return experimentAt(tx, id);
}

/** The experiments with these ids, as they stand in a list of what was done. */
export async function experimentFollowUps(
  tx: Tx,
  { measures }: { readonly measures: readonly { readonly id: string; readonly unit: string }[] },
  ids: readonly string[],
): Promise<FollowedUp[]> {
  const seen = await readExperiments(tx, await readUnits(tx), inArray(experiment.id, [...ids]));
  return seen.map(({ row, conclusions }) => {
    const unit = measures.find(({ id }) => id === row.measure)?.unit as
      | Parameters<typeof sayExpected>[1]
      | undefined;
    const { direction, size, sure } = row;
    return {
      ...{ id: row.id, what: `Experiment: ${row.title}`, href: `/experiments/${row.id}` },
      expected: direction === null || unit === undefined ? "" : sayExpected({ direction, size, sure }, unit),
      came: sayEnd(conclusions.at(-1)?.row ?? null),
    };
  });
}

/** Those not ended: of the last word about each, none ends it. */
export const running = ({ conclusions }: Pick<ExperimentSeen, "conclusions">): boolean =>
  conclusions.every(({ row }) => row.ends === "go-on");
