import * as Plot from "@observablehq/plot";
import type { Every } from "../../core/measures/contract.ts";
import type { MeasureUnit } from "../../core/measures/measure.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { countText } from "../parts/count.ts";
import { periodText } from "../parts/dates.ts";
import { domainOf, lineOf, type MarkedPoint, markedPoints, type Series, withWords } from "./series.ts";
import { plain, rim, unusualMark } from "./style.ts";
import { linearTicks, logTicks, tickText } from "./ticks.ts";
import { timeTicks } from "./time-ticks.ts";
import { placeWords } from "./words.ts";

export interface BehaviourChart {
  readonly series: Series;
  readonly unit: MeasureUnit;
  readonly every: Every;
  /** What `n` counts: "412 changes". */
  readonly many: string;
  readonly from: string;
  readonly to: string;
  readonly picked: string | undefined;
}

const HEIGHT = 340;
const margins = { marginTop: 26, marginRight: 62, marginBottom: 30, marginLeft: 58 };

/** A process behaviour chart: centre line, limits, and the points that are more than normal ups and downs. */
export function behaviourPlot(width: number, chart: BehaviourChart) {
  const { series, unit, from, to } = chart;
  const domain = domainOf(series);
  const log = series.chart?.scale === "log";
  const ticks = log ? logTicks(unit, domain) : linearTicks(unit, domain);
  const points = markedPoints(series);
  return Plot.plot({
    width,
    height: HEIGHT,
    ...margins,
    style: plain,
    x: { type: "utc", domain: [new Date(from), new Date(to)], axis: null },
    y: {
      type: log ? "log" : "linear",
      domain,
      ticks,
      tickSize: 0,
      label: null,
      tickFormat: (value: number) => tickText(value, unit),
    },
    marks: [
      timeAxis(width, chart),
      Plot.gridY(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      ...limits(chart, domain),
      Plot.line(lineOf(series), { x: "time", y: "value", stroke: "var(--accent)", strokeWidth: 1.5 }),
      ...dots(points, chart.picked),
      ...words(points, width, chart),
      Plot.tip(
        points,
        Plot.pointer({
          x: "time",
          y: "value",
          title: (point: MarkedPoint) => tipText(point, chart),
          ...tipStyle,
        }),
      ),
    ],
  });
}

function timeAxis(width: number, { from, to }: BehaviourChart): Plot.Markish {
  const ticks = timeTicks(
    [Date.parse(from), Date.parse(to)],
    width - margins.marginLeft - margins.marginRight,
  );
  return Plot.text(ticks, { x: "time", text: "text", frameAnchor: "bottom", dy: 20, fill: "var(--soft)" });
}

const tipStyle = { fill: "var(--card)", stroke: "var(--hair)", fontSize: 13, lineHeight: 1.4 } as const;

function limits({ series, unit }: BehaviourChart, domain: [number, number]): Plot.Markish[] {
  if (!series.chart) return [];
  const { centre, lower, upper } = series.chart;
  // A lower limit at zero or below says nothing: nothing can be there.
  const edges = [upper, lower].filter((edge) => edge > Math.max(0, domain[0]) || edge > 0);
  const label = {
    frameAnchor: "right",
    textAnchor: "start",
    dx: 8,
    fill: "var(--soft)",
    fontSize: 11.5,
  } as const;
  const apart = spread([...edges, centre], domain, series.chart.scale === "log");
  return [
    Plot.ruleY(edges, { stroke: "var(--limit)", strokeDasharray: "5 4" }),
    Plot.ruleY([centre], { stroke: "var(--centre)" }),
    Plot.text(apart, {
      y: (value: number) => value,
      text: (value: number) => tickText(value, unit),
      ...label,
    }),
  ];
}

/** Of labels that would touch, the first keeps its place; the centre is more telling than a limit and comes first. */
function spread(values: readonly number[], [low, high]: [number, number], log: boolean): number[] {
  const scale = (value: number) =>
    log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const kept: number[] = [];
  for (const value of values.toReversed())
    if (kept.every((other) => Math.abs(scale(other) - scale(value)) * HEIGHT > 18)) kept.push(value);
  return kept;
}

function dots(points: readonly MarkedPoint[], picked: string | undefined): Plot.Markish[] {
  const place = { x: "time", y: "value" } as const;
  const usual = points.filter(({ unusual, whole }) => whole && unusual === "");
  const r = points.length > 200 ? 1.6 : 3;
  return [
    Plot.dot(usual, { ...place, r, fill: "var(--accent)" }),
    Plot.dot(
      points.filter(({ whole }) => !whole),
      { ...place, r: 3.5, fill: "var(--card)", stroke: "var(--accent)", strokeWidth: 1.5 },
    ),
    Plot.dot(
      points.filter(({ unusual, whole }) => whole && unusual !== ""),
      { ...place, ...unusualMark },
    ),
    Plot.dot(
      points.filter(({ start }) => start === picked),
      { ...place, r: 9, stroke: "var(--accent)", strokeWidth: 1.5 },
    ),
  ];
}

function words(points: readonly MarkedPoint[], width: number, { from, to }: BehaviourChart): Plot.Markish[] {
  const [left, right] = [margins.marginLeft, width - margins.marginRight];
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const x = (time: Date) => left + ((right - left) * (time.getTime() - first)) / Math.max(1, last - first);
  const placed = placeWords(
    withWords(points).map((datum) => ({
      datum,
      x: x(datum.time),
      text: `unusual: ${datum.unusual}`,
      short: "unusual",
    })),
    [left, right + margins.marginRight],
  );
  const text = {
    x: (word: (typeof placed)[number]) => word.datum.time,
    y: (word: (typeof placed)[number]) => word.datum.value,
  };
  const look = { text: "text", fill: "var(--unusual)", ...rim("var(--card)"), dy: -12 } as const;
  return (["start", "end"] as const).map((anchor) =>
    Plot.text(
      placed.filter((word) => word.anchor === anchor),
      { ...text, ...look, textAnchor: anchor, dx: anchor === "start" ? 6 : -6 },
    ),
  );
}

function tipText(
  { start, value, n, whole, unusual }: MarkedPoint,
  { every, unit, many }: BehaviourChart,
): string {
  const lines = [periodText(start, every), formatReading(value, unit)];
  // A count's own n says the same again.
  if (unit === "seconds" || unit === "ratio") lines.push(`${countText(n)} ${many}`);
  if (!whole) lines.push("not a whole period");
  if (unusual) lines.push(`unusual: ${unusual}`);
  return lines.join("\n");
}
