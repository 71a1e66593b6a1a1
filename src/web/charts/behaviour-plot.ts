import * as Plot from "@observablehq/plot";
import type { Every } from "../../core/measures/contract.ts";
import type { MeasureUnit } from "../../core/measures/measure.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { countText } from "../parts/count.ts";
import { periodText } from "../parts/dates.ts";
import { apart, linear, logarithmic } from "./scales.ts";
import { domainOf, lineOf, type MarkedPoint, markedPoints, type Series } from "./series.ts";
import { plain, unusualMark } from "./style.ts";
import { linearTicks, logTicks, tickText } from "./ticks.ts";
import { timeTicks } from "./time-ticks.ts";
import { unusualWords } from "./unusual-words.ts";

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
    y: { type: log ? "log" : "linear", domain, axis: null },
    marks: [
      timeAxis(width, chart),
      valueAxis(ticks, unit),
      Plot.gridY(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      ...limits(chart, domain),
      Plot.line(lineOf(series), { x: "time", y: "value", stroke: "var(--accent)", strokeWidth: 1.5 }),
      ...dots(points, chart.picked),
      ...unusualWords(points, {
        x: linear([Date.parse(from), Date.parse(to)], [margins.marginLeft, width - margins.marginRight]),
        y: upwards(domain, log ? "log" : "linear"),
        edges: [margins.marginLeft, width],
      }),
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

/** Written by hand, as a logarithmic axis would leave out every label that is no power of ten. */
const valueAxis = (ticks: readonly number[], unit: MeasureUnit): Plot.Markish =>
  Plot.text(ticks, {
    y: (value: number) => value,
    text: (value: number) => tickText(value, unit),
    frameAnchor: "left",
    textAnchor: "end",
    dx: -9,
    fill: "var(--soft)",
  });

const tipStyle = { fill: "var(--card)", stroke: "var(--hair)", fontSize: 13, lineHeight: 1.4 } as const;

const upwards = (domain: [number, number], scale: "linear" | "log") =>
  (scale === "log" ? logarithmic : linear)(domain, [HEIGHT - margins.marginBottom, margins.marginTop]);

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
  // The centre is more telling than a limit.
  const labelled = apart([centre, ...edges], upwards(domain, series.chart.scale), 18);
  return [
    Plot.ruleY(edges, { stroke: "var(--limit)", strokeDasharray: "5 4" }),
    Plot.ruleY([centre], { stroke: "var(--centre)" }),
    Plot.text(labelled, {
      y: (value: number) => value,
      text: (value: number) => tickText(value, unit),
      ...label,
    }),
  ];
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
