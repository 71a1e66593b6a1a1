import * as Plot from "@observablehq/plot";
import { barsOf, type Tried, type TriedBar, triedWords } from "../../core/charts/bars.ts";
import { labelWords } from "../../core/charts/label-words.ts";
import { apart, linear, logarithmic, type Scale } from "../../core/charts/scales.ts";
import { lineOf, type MarkedPoint, markedPoints, type Series, withWords } from "../../core/charts/series.ts";
import { edgesOf, reachesOf, type Split, splitsOf, splitWords } from "../../core/charts/splits.ts";
import { plain, unusualMark } from "../../core/charts/style.ts";
import { drawnOf, unusualWords } from "../../core/charts/unusual-words.ts";
import type { Word } from "../../core/charts/words.ts";
import type { Every } from "../../core/measures/contract.ts";
import type { MeasureUnit } from "../../core/measures/measure.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { countText } from "../parts/count.ts";
import { periodText } from "../parts/dates.ts";
import { type Axis, axisOf } from "./axis.ts";
import { tickText } from "./ticks.ts";
import { timeTicks } from "./time-ticks.ts";

export interface BehaviourChart {
  readonly series: Series;
  /** Too little stands behind each point for a line from one to the next to mean anything. */
  readonly dotted: boolean;
  readonly unit: MeasureUnit;
  readonly every: Every;
  /** What `n` counts: "412 changes". */
  readonly many: string;
  readonly from: string;
  readonly to: string;
  /** When components came and went. */
  readonly moves: readonly { readonly day: string }[];
  /** What people wrote, by day. */
  readonly notes: readonly { readonly day: string; readonly text: string }[];
  /** What was tried meanwhile. */
  readonly tried: readonly Tried[];
  readonly picked: string | undefined;
}

const HEIGHT = 340;
const margins = { marginTop: 26, marginRight: 62, marginBottom: 30, marginLeft: 58 };

/** A process behaviour chart: centre line, limits, and the points that are more than normal ups and downs. */
export function behaviourPlot(width: number, chart: BehaviourChart) {
  const { series, unit, from, to, dotted } = chart;
  const axis = axisOf(series, unit);
  const points = markedPoints(series);
  return Plot.plot({
    width,
    height: HEIGHT,
    ...margins,
    style: plain,
    x: { type: "utc", domain: [new Date(from), new Date(to)], axis: null },
    y: { type: axis.scale, domain: axis.domain, axis: null },
    marks: [
      Plot.rect(barsOf(chart.tried, chart), { x1: "time", x2: "end", fill: "var(--tried)" }),
      Plot.ruleX(barsOf(chart.tried, chart), { x: "time", stroke: "var(--tried-ink)", strokeWidth: 0.8 }),
      timeAxis(width, chart),
      valueAxis(axis.ticks, unit),
      Plot.gridY(axis.ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.ruleX(movesIn(chart), { stroke: "var(--soft)", strokeDasharray: "1 3" }),
      Plot.ruleX(splitsOf(series), { x: "time", stroke: "var(--soft)", strokeWidth: 0.8 }),
      ...limits(chart, axis),
      ...(dotted
        ? []
        : [Plot.line(lineOf(series), { x: "time", y: "value", stroke: "var(--accent)", strokeWidth: 1.5 })]),
      ...dots(points, chart.picked),
      Plot.dot(notesIn(chart), {
        x: (note: { day: string }) => new Date(note.day),
        frameAnchor: "bottom",
        r: 4,
        symbol: "diamond",
        fill: "var(--ink)",
      }),
      ...words(points, width, { chart, axis }),
      Plot.tip(
        points,
        // Anywhere above or below a point is near enough, for a finger too.
        Plot.pointerX({
          x: "time",
          y: "value",
          title: (point: MarkedPoint) => tipText(point, chart),
          ...tipStyle,
        }),
      ),
    ],
  });
}

const notesIn = ({ notes, from, to }: BehaviourChart) => notes.filter(({ day }) => day >= from && day <= to);

/** The days of moves that have a place on the axis, which ends at the beginning of the last period. */
const movesIn = ({ moves, from, to }: BehaviourChart): Date[] =>
  [...new Set(moves.map(({ day }) => day))]
    .filter((day) => day >= from && day <= to)
    .map((day) => new Date(day));

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

const upwards = ({ scale, domain }: Axis): Scale =>
  (scale === "log" ? logarithmic : linear)(domain, [HEIGHT - margins.marginBottom, margins.marginTop]);

/** What is unusual and why limits are drawn anew in words, off the curve and off the labels of the limits. */
function words(
  points: readonly MarkedPoint[],
  width: number,
  { chart: { series, tried, from, to }, axis }: { chart: BehaviourChart; axis: Axis },
): Plot.Markish[] {
  const right = width - margins.marginRight;
  const scales = {
    x: linear([Date.parse(from), Date.parse(to)], [margins.marginLeft, right]),
    y: upwards(axis),
  };
  const room = {
    left: margins.marginLeft,
    right,
    top: 0,
    bottom: HEIGHT - margins.marginBottom,
    ...drawnOf(series, scales),
  };
  const splits = splitsOf(series);
  // Where limits are drawn anew because of it, the words stand there already.
  const untold = barsOf(tried, { from, to }).filter(({ tried: text }) =>
    splits.every(({ reason }) => reason !== text),
  );
  const said: Word<MarkedPoint | Split | TriedBar>[] = [
    ...triedWords(untold, scales.x, margins.marginTop),
    ...splitWords(splits, scales.x, margins.marginTop),
    ...unusualWords(withWords(points), scales),
  ];
  return labelWords(said, room, {
    fill: fillOf,
    paper: "var(--card)",
    frameTop: margins.marginTop,
  });
}

function fillOf(datum: MarkedPoint | Split | TriedBar): string {
  if ("tried" in datum) return "var(--tried-ink)";
  return "reason" in datum ? "var(--soft)" : "var(--unusual)";
}

function limits({ series, unit, from, to }: BehaviourChart, axis: Axis): Plot.Markish[] {
  const reaches = reachesOf(series, { from, to });
  const edges = edgesOf(reaches);
  const label = {
    frameAnchor: "right",
    textAnchor: "start",
    dx: 8,
    fill: "var(--soft)",
    fontSize: 11.5,
  } as const;
  // Limits are labelled at the edge that they reach. The centre is more telling than a limit.
  const atEdge = reaches.filter((reach) => reach.to.getTime() === Date.parse(to));
  const labels = [...atEdge.map(({ centre }) => centre), ...edgesOf(atEdge).map(({ value }) => value)];
  const reach = { x1: "from", x2: "to" } as const;
  return [
    Plot.ruleY(edges, { ...reach, y: "value", stroke: "var(--limit)", strokeDasharray: "5 4" }),
    Plot.ruleY(reaches, { ...reach, y: "centre", stroke: "var(--centre)" }),
    Plot.text(apart(labels, upwards(axis), 18), {
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
  if (!whole) lines.push(`not a whole ${every}`);
  if (unusual) lines.push(`unusual: ${unusual}`);
  return lines.join("\n");
}
