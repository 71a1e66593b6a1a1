import type { Chart, Redrawn } from "../measures/contract.ts";
import { segmentAt, usualIn } from "../measures/segments.ts";

/** What a chart needs of a series; `value` is `null` where it is unknown. */
export interface SeriesPoint {
  readonly start: string;
  readonly value: number | null;
  readonly n: number;
}

export interface Series {
  readonly points: readonly SeriesPoint[];
  /** Periods that are cut or not over; drawn open. */
  readonly partial: readonly string[];
  readonly chart: Chart | null;
  /** The days from which on limits are drawn anew, and why. */
  readonly redrawn: readonly Redrawn[];
}

type Rule = Chart["signals"][number]["rule"];

/** What was unusual, in words for people who never heard of the rules. */
export const ruleText: Record<Rule, string> = {
  outside: "outside the usual range",
  "run-of-8": "8 in a row on one side",
  "three-of-four": "3 of 4 near the edge of the usual range",
};

/** A point with what is unusual about it, or "". */
export interface MarkedPoint {
  readonly start: string;
  readonly time: Date;
  readonly value: number;
  readonly n: number;
  readonly whole: boolean;
  readonly unusual: string;
}

/** The points with a known value. On a logarithmic scale only what is above zero can be drawn. */
export function markedPoints({ points, partial, chart }: Series): MarkedPoint[] {
  return points.flatMap(({ start, value, n }) =>
    value === null || (chart?.scale === "log" && value <= 0)
      ? []
      : [
          {
            start,
            time: new Date(start),
            value,
            n,
            whole: !partial.includes(start),
            unusual: unusualText(start, chart),
          },
        ],
  );
}

/** Every rule that marks a period, in words. */
export function unusualText(start: string, chart: Chart | null): string {
  const rules =
    chart?.signals.filter((signal) => signal.start === start).map(({ rule }) => ruleText[rule]) ?? [];
  return [...new Set(rules)].join(", ");
}

/** The same words again right beside each other say nothing new: the first point of a run speaks for it. */
export function withWords(points: readonly MarkedPoint[]): MarkedPoint[] {
  return points.filter(({ unusual }, index) => unusual !== "" && points[index - 1]?.unusual !== unusual);
}

/** Of unusual points right after each other on one side of the middle, the first; where limits are drawn anew, once more. */
export function firstOfRuns(unusual: readonly MarkedPoint[], { points, chart }: Series): MarkedPoint[] {
  const place = new Map(points.map(({ start }, index) => [start, index]));
  const side = ({ start, value }: MarkedPoint) => {
    const segment = chart && segmentAt(chart, start);
    return `${segment?.start} ${value > (segment?.centre ?? 0)}`;
  };
  return unusual.filter((point, index) => {
    const before = unusual[index - 1];
    const next = before && (place.get(point.start) ?? 0) - (place.get(before.start) ?? 0) === 1;
    return !(next && side(before) === side(point));
  });
}

/** The line breaks where a value is unknown and before a period that is not over. */
export function lineOf({ points, partial, chart }: Series): { time: Date; value: number }[] {
  const drawn = (value: number | null) =>
    value === null || (chart?.scale === "log" && value <= 0) ? Number.NaN : value;
  return points
    .filter(({ start }) => !partial.includes(start))
    .map(({ start, value }) => ({ time: new Date(start), value: drawn(value) }));
}

/** The lowest and highest that must be seen: points and limits, with some air. A linear axis begins at zero. */
export function domainOf(series: Series): [number, number] {
  const seen = seenOf(series);
  if (series.chart?.scale === "log") return logDomain(seen);
  const high = Math.max(0, ...seen);
  const low = Math.min(0, ...seen);
  return [low, high === low ? low + 1 : high + (high - low) * 0.08];
}

/** Every point and limit; on a logarithmic scale only what is above zero. */
export function seenOf(series: Series): number[] {
  const { chart } = series;
  const values = markedPoints(series).map(({ value }) => value);
  const usual = chart?.segments.flatMap((segment) => usualIn(segment) ?? []) ?? [];
  const seen = [...values, ...usual.flatMap(({ lower, upper }) => [lower, upper])];
  return chart?.scale === "log" ? seen.filter((value) => value > 0) : seen;
}

function logDomain(seen: readonly number[]): [number, number] {
  if (seen.length === 0) return [1, 10];
  return [Math.min(...seen) / 1.3, Math.max(...seen) * 1.3];
}
