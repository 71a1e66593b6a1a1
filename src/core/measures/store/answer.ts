import { fail } from "../../../platform/errors.ts";
import type { EventStore } from "../../events/store.ts";
import type { Counting, UnitForFigures } from "../../org/figures.ts";
import type { Scope, Window } from "../../sharing/scope.ts";
import type { MeasuredUnit } from "../context.ts";
import type { MeasureAnswer } from "../contract.ts";
import { countedTimes } from "../counted-times.ts";
import type { Measure, MeasureUnit } from "../measure.ts";
import { type Counted, type Figure, measured } from "../measured.ts";
import { type AskedRange, periodsOf, rangeOf } from "../periods.ts";
import { plainValue } from "../plain-value.ts";
import { type ComponentFacts, type FigureRow, figuresOf, type Reach } from "./figures.ts";

/** Whose figures, of what days, as seen at what moment. */
export interface Asked {
  readonly unit: MeasuredUnit;
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
  const { unit, now } = asked;
  const counting = countingIn(measure, unit);
  const facts = factsIn(counting.scope, asked.facts);
  const reach = reachOf(measure, asked, counting.scope);
  const rows = await figuresOf(events, measure, reach);
  const { range, periods } = reach;
  return measured({
    ...{ measure, unit: unit.slug, range, periods, now, first: firstFact(facts, measure) },
    times: countedTimes(counting.scope),
    fresh: facts.length === 0 ? null : Math.max(...facts.map(({ receivedAt }) => receivedAt)),
    ...{ teams: counting.teams, rowsVisible: visibleRows(counting), moves: [...unit.moves] },
    redrawn: (unit.redrawn ?? []).filter((one) => one.measure === measure.id),
    ...sorted(rows, measure),
  });
}

/** What counts for a unit in a measure. A team's measure that is not shared with the person who asks is not to be had. */
export function countingIn({ id, title }: Measure, unit: UnitForFigures): Counting {
  return (
    unit.counting(id) ??
    fail("not_allowed", `${title} of ${unit.name} is for ${unit.name} alone, until they share it.`)
  );
}

function visibleRows({ scope, rows }: Counting): Counted["rowsVisible"] {
  if (rows.components.length === 0 && scope.components.length > 0) return "none";
  return rows.components.length < scope.components.length ? "some" : "all";
}

/** What will be counted: what was left open in the question is filled in with what is known of the unit's beginnings. */
export function reachOf(measure: Measure, { unit, range: asked, now, facts }: Asked, scope: Scope): Reach {
  const { timeZone } = unit;
  const known = factsIn(scope, facts);
  const range = rangeOf(asked, { now, first: firstFact(known, measure), timeZone });
  const live = known.filter(({ firstDeploymentAt }) => firstDeploymentAt !== null);
  const repositories = new Set(known.map(({ repository }) => repository));
  return {
    ...{ scope, live: live.map(({ component }) => component), shared: repositories.size < known.length },
    ...{ range, periods: periodsOf(range, now) },
  };
}

/** Whether what the measure needs is known of any component that counts in it; else there is nothing to ask the store for. */
export function somethingKnown(measure: Measure, { unit, facts }: Pick<Asked, "unit" | "facts">): boolean {
  const scope = unit.counting(measure.id)?.scope;
  return scope !== undefined && firstFact(factsIn(scope, facts), measure) !== null;
}

const firsts = { changes: "firstChangeAt", deployments: "firstDeploymentAt" } as const;

/** What is known of the components of a scope, in the times in which they counted for it. */
function factsIn(scope: Scope, facts: readonly ComponentFacts[]): ComponentFacts[] {
  return facts.flatMap((fact) => {
    const windows = scope.windowsOf(fact.component);
    if (windows.length === 0) return [];
    const within = (moment: number | null) => (moment === null ? null : firstWithin(windows, moment));
    return [
      {
        ...fact,
        firstChangeAt: within(fact.firstChangeAt),
        firstDeploymentAt: within(fact.firstDeploymentAt),
      },
    ];
  });
}

/** The first moment from `moment` on that lies in one of these windows, oldest first; null where none does. */
function firstWithin(windows: readonly Window[], moment: number): number | null {
  for (const { from, until } of windows) {
    const first = Math.max(moment, from ?? moment);
    if (until === null || first < until) return first;
  }
  return null;
}

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
