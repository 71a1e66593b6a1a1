import type { EventStore } from "../../events/store.ts";
import type { UnitForFigures } from "../../org/figures.ts";
import type { MeasureAnswer } from "../contract.ts";
import type { Measure, MeasureUnit } from "../measure.ts";
import { type Counted, type Figure, measured } from "../measured.ts";
import { type AskedRange, periodsOf, rangeOf } from "../periods.ts";
import { plainValue } from "../plain-value.ts";
import { type ComponentFacts, type FigureRow, figuresOf, type Reach } from "./figures.ts";

/** Whose figures, of what days, as seen at what moment. */
export interface Asked {
  readonly unit: UnitForFigures;
  readonly range: AskedRange;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What is known of the unit's components, read once for all that is asked about it. */
  readonly facts: readonly ComponentFacts[];
}

/** A measure's whole answer but for its list of rows, in one statement. */
export async function answerMeasure(
  events: EventStore,
  measure: Measure,
  asked: Asked,
): Promise<MeasureAnswer> {
  const { unit, now, facts } = asked;
  const reach = reachOf(measure, asked);
  const rows = await figuresOf(events, measure, reach);
  const { range, periods } = reach;
  return measured({
    ...{ measure, unit: unit.slug, range, periods, now, first: firstFact(facts, measure) },
    fresh: facts.length === 0 ? null : Math.max(...facts.map(({ receivedAt }) => receivedAt)),
    ...sorted(rows, measure),
  });
}

/** What will be counted: what was left open in the question is filled in with what is known of the unit's beginnings. */
export function reachOf(measure: Measure, { unit, range: asked, now, facts }: Asked): Reach {
  const { scope, timeZone } = unit;
  const range = rangeOf(asked, { now, first: firstFact(facts, measure), timeZone });
  const live = facts.filter(({ firstDeploymentAt }) => firstDeploymentAt !== null);
  return { scope, live: live.map(({ component }) => component), range, periods: periodsOf(range, now) };
}

/** Whether what the measure needs is known of any component; else there is nothing to ask the store for. */
export function somethingKnown(measure: Measure, facts: readonly ComponentFacts[]): boolean {
  return firstFact(facts, measure) !== null;
}

const firsts = { changes: "firstChangeAt", deployments: "firstDeploymentAt" } as const;

function firstFact(facts: readonly ComponentFacts[], { needs }: Measure): number | null {
  const moments = facts.flatMap((fact) => fact[firsts[needs]] ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
}

function sorted(
  rows: readonly FigureRow[],
  { unit }: Measure,
): Pick<Counted, "figures" | "whole" | "out" | "days" | "byHostShare"> {
  const whole = rows.find((row) => row.whole === 1 && row.reason === "");
  return {
    figures: new Map(rows.filter((row) => row.whole === 0).map((row) => [row.period, figureOf(row, unit)])),
    whole: whole ? figureOf(whole, unit) : null,
    out: rows.filter((row) => row.reason !== "").map(({ reason, n }) => ({ reason, n })),
    days: whole?.days ?? 0,
    byHostShare: whole?.by_host_share ?? 0,
  };
}

function figureOf({ values, n }: FigureRow, unit: MeasureUnit): Figure {
  const [value = null, p85 = null] = values.map((one) => (one === null ? null : plainValue(one, unit)));
  return { value, p85, n };
}
