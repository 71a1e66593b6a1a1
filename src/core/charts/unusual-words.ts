import { usualIn } from "../measures/segments.ts";
import type { Scale } from "./scales.ts";
import { lineOf, type MarkedPoint, markedPoints, type Series } from "./series.ts";
import type { Room, Spot, Word } from "./words.ts";

export interface Scales {
  readonly x: Scale;
  readonly y: Scale;
}

/** What is unusual at these points, in words beside their marks. */
export function unusualWords(points: readonly MarkedPoint[], { x, y }: Scales): Word<MarkedPoint>[] {
  return points.map((datum) => ({
    datum,
    x: x(datum.time.getTime()),
    y: y(datum.value),
    text: `unusual: ${datum.unusual}`,
    short: "unusual",
  }));
}

/** What is drawn of a series and must stay free of words. */
export function drawnOf(series: Series, { x, y }: Scales): Pick<Room, "curves" | "rules"> {
  const { chart } = series;
  const open = markedPoints(series)
    .filter(({ whole }) => !whole)
    .map(({ time, value }) => [{ x: x(time.getTime()), y: y(value) }]);
  const usual = chart?.segments.flatMap((segment) => usualIn(segment) ?? []) ?? [];
  const rules = usual.flatMap(({ centre, lower, upper }) => [centre, lower, upper]);
  return {
    curves: [...unbrokenParts(series, { x, y }), ...open],
    rules: rules.filter((value) => value > 0).map(y),
  };
}

/** The curve as its parts between the gaps. */
function unbrokenParts(series: Series, { x, y }: Scales): Spot[][] {
  const parts: Spot[][] = [[]];
  for (const { time, value } of lineOf(series)) {
    if (Number.isNaN(value)) parts.push([]);
    else parts.at(-1)?.push({ x: x(time.getTime()), y: y(value) });
  }
  return parts.filter((part) => part.length > 0);
}
