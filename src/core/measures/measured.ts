import { type ChartOrWhy, type ChartPoint, chartOf } from "./chart.ts";
import type { MeasureAnswer, MeasureDefinition } from "./contract.ts";
import { countedIn, cutIn, daysCounted, type Span } from "./counted-times.ts";
import type { Measure } from "./measure.ts";
import type { Period, Range } from "./periods.ts";
import { sentenceOf, tookNoTime } from "./sentence.ts";

/** Over one period, or over the whole range, of the rows that went in. */
export interface Figure {
  readonly value: number | null;
  readonly p85: number | null;
  readonly n: number;
}

/** Everything counted, before it is put into words. */
export interface Counted {
  readonly measure: Measure;
  /** The slug of the team, group or organisation. */
  readonly unit: string;
  readonly range: Range;
  readonly periods: readonly Period[];
  /** By the moment at which its period begins; a period without rows has none. */
  readonly figures: ReadonlyMap<number, Figure>;
  readonly whole: Figure | null;
  readonly out: readonly { reason: string; n: number }[];
  /** On how many local days there was a row, for counts. */
  readonly days: number;
  /** The share of the rows that went in whose time is the host's merge. */
  readonly byHostShare: number;
  /** When what the measure needs began, in milliseconds; `null` where nothing of it is known of any component. */
  readonly first: number | null;
  /** When anything counted for the unit at all: what it owned once and gave away counts for others since. */
  readonly times: readonly Span[];
  /** When the newest fact came, in milliseconds. */
  readonly fresh: number | null;
  readonly now: number;
  /** For a group, the teams that it is made of, and how many there are. */
  readonly teams: MeasureAnswer["teams"];
  readonly rowsVisible: MeasureAnswer["rowsVisible"];
  /** When components came to the unit and went. */
  readonly moves: MeasureAnswer["moves"];
  /** Where limits are drawn anew, whenever that was. */
  readonly redrawn: MeasureAnswer["redrawn"];
}

export function measured(given: Counted): MeasureAnswer {
  const counted = { ...given, periods: given.periods.map((period) => wholeOrCut(period, given)) };
  const { measure, unit, range, periods, out, fresh } = counted;
  const points = pointsOf(counted);
  const complete = points.flatMap(({ start, value, n }, place) =>
    value !== null && belongs(periods[place], counted) ? [{ start, value, n }] : [],
  );
  const summary = summaryOf(counted);
  const drawn = drawnOf(counted, summary, complete);
  const known = counted.first !== null;
  const days =
    measure.aggregate === "count" && summary.value !== null ? { n: counted.days, of: daysIn(counted) } : null;
  const definition = definitionOf(measure);
  return {
    measure: measure.id,
    unit,
    ...range,
    title: titleOf(counted),
    sentence:
      notShared(counted) ??
      sentenceOf({ measure, every: range.every, known, summary, points: complete, chart: drawn.chart, days }),
    points,
    summary,
    days,
    p85: p85Of(counted),
    partial: periods.filter((period) => !period.complete).map(({ start }) => start),
    ...drawn,
    rows: {
      in: summary.n,
      out: [...out].sort((a, b) => b.n - a.n || a.reason.localeCompare(b.reason)),
    },
    rowsVisible: counted.rowsVisible,
    teams: counted.teams,
    moves: within(range, counted.moves),
    redrawn: redrawnIn(counted),
    definition,
    fresh: fresh === null ? null : new Date(fresh).toISOString(),
  };
}

/** A group whose teams all keep the measure to themselves has no figure. */
function notShared({ teams, fresh }: Counted): string | null {
  if (teams === null || teams.of === 0 || teams.counted.length > 0 || fresh !== null) return null;
  return teams.of === 1
    ? "The one team here has not shared this with the group."
    : `None of the ${teams.of} teams here shares this with the group yet.`;
}

export function definitionOf(measure: Measure): MeasureDefinition {
  const { id, title, unit, better, meaning, formula, source, notes, of } = measure;
  return { id, title, unit, better, meaning, formula, source, notes: [...notes], of };
}

const within = <Dated extends { readonly day: string }>(
  { from, to }: Range,
  all: readonly Dated[],
): Dated[] => all.filter(({ day }) => day >= from && day <= to);

function redrawnIn({ range, redrawn }: Counted): MeasureAnswer["redrawn"] {
  return within(range, redrawn)
    .sort((a, b) => a.day.localeCompare(b.day))
    .map(({ day, reason }) => ({ day, reason }));
}

function drawnOf(
  counted: Counted,
  summary: MeasureAnswer["summary"],
  complete: readonly ChartPoint[],
): ChartOrWhy {
  const { measure, range } = counted;
  if (!tookNoTime(measure, summary))
    return chartOf(complete, { measure, every: range.every, redrawn: redrawnIn(counted) });
  return {
    chart: null,
    noChart: `Half of the ${measure.of.many} took no time at all: there is nothing to draw.`,
  };
}

function titleOf({ measure: { title, byHostTitle, foundBy }, byHostShare }: Counted): string {
  const called = byHostShare > 0.5 ? (byHostTitle ?? title) : title;
  return foundBy === undefined ? called : `${called}: ${foundBy}`;
}

function pointsOf(counted: Counted): MeasureAnswer["points"] {
  return counted.periods.map((period) => {
    const figure = counted.figures.get(period.from);
    const nothing = period.from > counted.now ? null : nothingCounts(counted, [period]);
    return { start: period.start, value: figure ? figure.value : nothing, n: figure?.n ?? 0 };
  });
}

function summaryOf(counted: Counted): MeasureAnswer["summary"] {
  const { whole, periods } = counted;
  return { value: whole ? whole.value : nothingCounts(counted, periods), n: whole?.n ?? 0 };
}

/** Periods with nothing: a true 0 for a count, once there is something to count and while it is the unit's; else unknown. */
function nothingCounts({ measure, first, times }: Counted, periods: readonly Period[]): number | null {
  const countable = first !== null && periods.some((period) => countedIn(times, period));
  return measure.aggregate === "count" && countable ? 0 : null;
}

/** The period in which all that counted went away is cut, as one that the range cuts. */
const wholeOrCut = (period: Period, { times }: Pick<Counted, "times">): Period =>
  cutIn(times, period) ? { ...period, complete: false } : period;

/** What is cut or still under way is no part of what is usual, nor is what was before anything began. */
function belongs(period: Period | undefined, { first }: Counted): boolean {
  return first !== null && period?.complete === true && period.until > first;
}

function p85Of({ measure, periods, figures, whole }: Counted): MeasureAnswer["p85"] {
  if (measure.unit !== "seconds") return null;
  const points = periods.map(({ start, from }) => ({ start, value: figures.get(from)?.p85 ?? null }));
  return { points, summary: whole?.p85 ?? null };
}

/** How many days of the range anything was the unit's. */
function daysIn({ periods, times }: Counted): number {
  const [first, last] = [periods[0], periods.at(-1)];
  return first && last ? daysCounted(times, { from: first.from, until: last.until }) : 0;
}
