import { and, asc, eq, gte, inArray, lte, or } from "drizzle-orm";
import type { Tx } from "../../../platform/state/state-db.ts";
import type { Area, AreaContext } from "../../area.ts";
import { note } from "../../notes/tables.ts";
import type { Mark } from "../marks.ts";
import { conclusion, experiment } from "../tables.ts";

export interface Within {
  /** Ids of the units. */
  readonly units: readonly string[];
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
  /** Only notes beside these measures; without it, all. */
  readonly measures?: readonly string[];
}

/**
 * What happened in units, of what the person who asks may see: notes beside charts, experiments, and what the areas tell; by day.
 */
export async function happenings(
  context: AreaContext & {
    readonly areas: readonly Area[];
    readonly measures: readonly { readonly id: string }[];
  },
  within: Within,
): Promise<Mark[]> {
  if (within.units.length === 0) return [];
  const areaOf = (measure: string): string =>
    context.areas.find(({ plugs }) => plugs?.measures?.some(({ id }) => id === measure))?.id ?? "delivery";
  const own = await context.as(async (tx) => [
    ...(await noteMarks(tx, within, areaOf)),
    ...(await experimentMarks(tx, within)),
  ]);
  const told = await Promise.all(
    context.areas.map(async ({ plugs }) => (await plugs?.marks?.(context, within)) ?? []),
  );
  return [...own, ...told.flat()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

async function noteMarks(
  tx: Tx,
  { units, from, to, measures }: Within,
  areaOf: (measure: string) => string,
): Promise<Mark[]> {
  const rows = await tx
    .select()
    .from(note)
    .where(
      and(
        inArray(note.unit, [...units]),
        gte(note.day, from),
        lte(note.day, to),
        measures === undefined ? undefined : inArray(note.measure, [...measures]),
      ),
    )
    .orderBy(asc(note.day));
  return rows.map(({ day, text, measure }) => ({
    ...{ area: areaOf(measure), day, kind: "note" as const, text: firstLine(text), href: null },
  }));
}

/** Experiments that ran at some time between these days, as bars. */
export async function experimentMarks(tx: Tx, { units, from, to }: Within): Promise<Mark[]> {
  const rows = await tx
    .select({ row: experiment, ended: conclusion.concludedAt })
    .from(experiment)
    .leftJoin(
      conclusion,
      and(eq(conclusion.experiment, experiment.id), inArray(conclusion.ends, ["keep", "drop", "abandoned"])),
    )
    .where(
      and(
        inArray(experiment.unit, [...units]),
        lte(experiment.begins, to),
        or(eq(experiment.kind, "experiment"), gte(experiment.begins, from)),
      ),
    )
    .orderBy(asc(experiment.begins));
  return rows.flatMap(({ row, ended }) => {
    const until = row.kind === "look-back" ? row.begins : (ended?.toISOString().slice(0, 10) ?? null);
    if (until !== null && until < from) return [];
    const words = row.kind === "look-back" ? `looked back: ${row.title}` : row.title;
    return [
      {
        ...{ area: row.area, day: row.begins, kind: "experiment" as const, text: words },
        ...(row.kind === "look-back" ? {} : { until }),
        href: `/experiments/${row.id}`,
      },
    ];
  });
}

/** As much of a note as stands on a line. */
const firstLine = (text: string): string => text.split("\n")[0] ?? "";
