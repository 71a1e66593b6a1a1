import type { EventStore } from "../../events/store.ts";
import type { UnitForFigures } from "../../org/figures.ts";
import type { MeasureAnswer } from "../contract.ts";
import type { Measure } from "../measure.ts";
import { type Counted, measured } from "../measured.ts";
import { type AskedRange, periodsOf, type Range, rangeOf } from "../periods.ts";
import { type ComponentFacts, type FigureRow, factsOf, figuresOf, type Span } from "./figures.ts";

/** Whose figures, of what days, as seen at what moment. */
export interface Asked {
  readonly unit: UnitForFigures;
  readonly range: AskedRange;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Where several measures of one unit are asked for, read once. */
  readonly facts?: readonly ComponentFacts[];
}

/** A measure's whole answer but for its list of rows: two statements, side by side. */
export async function answerMeasure(
  events: EventStore,
  measure: Measure,
  asked: Asked,
): Promise<MeasureAnswer> {
  const { unit, now } = asked;
  const count = (span: Span) => figuresOf(events, measure, { scope: unit.scope, span });
  const usual = spanOf(resolve(asked, null), now);
  const [facts, rows] = await Promise.all([asked.facts ?? factsOf(events, unit.scope), count(usual)]);
  const range = resolve(asked, firstFact(facts, measure));
  // Only a unit younger than the usual range is counted a second time: there is little to count.
  const young = range.from !== usual.range.from;
  const span = young ? spanOf(range, now) : usual;
  const counted = young ? await count(span) : rows;
  return measured({
    measure,
    unit: unit.slug,
    ...span,
    now,
    ...beginnings(facts, measure),
    ...sorted(counted),
  });
}

/** The range as it will be answered, with what is known of the unit's beginnings. */
export async function resolveRange(events: EventStore, measure: Measure, asked: Asked): Promise<Span> {
  const facts = asked.facts ?? (await factsOf(events, asked.unit.scope));
  return spanOf(resolve(asked, firstFact(facts, measure)), asked.now);
}

function resolve({ range, unit, now }: Asked, first: number | null): Range {
  return rangeOf(range, { now, first, timeZone: unit.timeZone });
}

function spanOf(range: Range, now: number): Span {
  return { range, periods: periodsOf(range, now) };
}

const firsts = { changes: "firstChangeAt", deployments: "firstDeploymentAt" } as const;

function firstFact(facts: readonly ComponentFacts[], { needs }: Measure): number | null {
  const moments = facts.flatMap((fact) => fact[firsts[needs]] ?? []);
  return moments.length === 0 ? null : Math.min(...moments);
}

function beginnings(facts: readonly ComponentFacts[], measure: Measure): Pick<Counted, "first" | "fresh"> {
  const fresh = facts.length === 0 ? null : Math.max(...facts.map(({ receivedAt }) => receivedAt));
  return { first: firstFact(facts, measure), fresh };
}

function sorted(
  rows: readonly FigureRow[],
): Pick<Counted, "figures" | "whole" | "out" | "days" | "byHostShare"> {
  const whole = rows.find((row) => row.whole === 1 && row.reason === "");
  return {
    figures: new Map(rows.filter((row) => row.whole === 0).map((row) => [row.period, figureOf(row)])),
    whole: whole ? figureOf(whole) : null,
    out: rows.filter((row) => row.reason !== "").map(({ reason, n }) => ({ reason, n })),
    days: whole?.days ?? 0,
    byHostShare: whole?.by_host_share ?? 0,
  };
}

function figureOf({ values, n }: FigureRow): Counted["whole"] & object {
  return { value: values[0] ?? null, p85: values[1] ?? null, n };
}
