import { type UsualRange, usualIn } from "../measures/segments.ts";
import type { Series } from "./series.ts";
import type { Word } from "./words.ts";

/** Where limits are drawn anew. */
export interface Split {
  /** The first period with new limits. */
  readonly start: string;
  /** Between that period and the one before it, so that no point stands on the line. */
  readonly time: Date;
  /** Why, in the words of whoever said so; two in one period stand together. */
  readonly reason: string;
}

/** Every split that has a period before it, oldest first. */
export function splitsOf({ points, redrawn }: Pick<Series, "points" | "redrawn">): Split[] {
  const places = redrawn.map(({ day }) => points.findLastIndex(({ start }) => start <= day));
  return [...new Set(places)]
    .filter((place) => place > 0)
    .sort((a, b) => a - b)
    .map((place) => {
      const [before, after] = [points[place - 1], points[place]].map((point) => point?.start ?? "");
      const reasons = redrawn.filter((_, index) => places[index] === place).map(({ reason }) => reason);
      return {
        start: after as string,
        time: new Date((Date.parse(before as string) + Date.parse(after as string)) / 2),
        reason: [...new Set(reasons)].join("; "),
      };
    });
}

/** Limits with the times between which they hold. */
export interface Reach extends UsualRange {
  readonly from: Date;
  readonly to: Date;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The limits of each segment that has any, from split to split and to the ends of the axis. */
export function reachesOf(series: Series, { from, to }: Span): Reach[] {
  const splits = splitsOf(series);
  return (series.chart?.segments ?? []).flatMap((segment) => {
    const usual = usualIn(segment);
    if (usual === null) return [];
    const begins = splits.findLast(({ start }) => start <= segment.start)?.time ?? new Date(from);
    const ends = splits.find(({ start }) => start > segment.start)?.time ?? new Date(to);
    return [{ ...usual, from: begins, to: ends }];
  });
}

interface Line {
  readonly from: Date;
  readonly to: Date;
  readonly value: number;
}

/** The lines of the limits. A lower limit at zero or below says nothing: nothing can be there. */
export const edgesOf = (reaches: readonly Reach[]): Line[] =>
  reaches.flatMap(({ from, to, lower, upper }) =>
    [upper, lower].filter((edge) => edge > 0).map((value) => ({ from, to, value })),
  );

/** As much of a reason as a chart has room for; all of it stands in the table. */
const LONGEST = 40;

/** The reasons in words at the top of their lines, `top` pixels down. */
export function splitWords(
  splits: readonly Split[],
  x: (time: number) => number,
  top: number,
): Word<Split>[] {
  return splits.map((datum) => ({
    datum,
    x: x(datum.time.getTime()),
    y: top,
    text: shortened(datum.reason),
    short: "limits drawn anew",
  }));
}

export const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
