import * as Plot from "@observablehq/plot";
import type { Stave } from "../../core/timeline/contract.ts";
import { linear } from "./scales.ts";
import { domainOf, lineOf, markedPoints, withWords } from "./series.ts";
import { plain, rim, unusualMark } from "./style.ts";
import { placeWords } from "./words.ts";

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Words above the curve need this much. */
const TOP = 20;
const SIDE = 5;

const across = ({ from, to }: Span) =>
  ({ type: "utc", domain: [new Date(from), new Date(to)], axis: null }) as const;

/** The names of the months over the staves, and nothing else. */
export function monthsPlot(width: number, span: Span) {
  const month = new Intl.DateTimeFormat(undefined, { month: "short", timeZone: "UTC" });
  const year = new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric", timeZone: "UTC" });
  const all = monthsIn(span);
  const stride = Math.max(1, Math.ceil((all.length * 44) / width));
  const text = (time: Date) => (time.getUTCMonth() === 0 ? year : month).format(time);
  return Plot.plot({
    width,
    height: 20,
    margin: 0,
    marginLeft: SIDE,
    marginRight: SIDE,
    style: plain,
    x: across(span),
    marks: [
      Plot.text(
        all.filter((_, index) => index % stride === 0),
        { x: (time: Date) => time, text, textAnchor: "start", frameAnchor: "top", dy: 4 },
      ),
    ],
  });
}

/** One stave: a curve where there is a series, dots with words where there is none. */
export function stavePlot({ width, height }: { width: number; height: number }, stave: Stave, span: Span) {
  const log = stave.chart?.scale === "log";
  return Plot.plot({
    width,
    height,
    marginTop: TOP,
    marginBottom: 6,
    marginLeft: SIDE,
    marginRight: SIDE,
    style: plain,
    x: across(span),
    y: { axis: null, type: log ? "log" : "linear", domain: domainOf(stave) },
    marks: [
      Plot.ruleX(monthsIn(span), { stroke: "var(--grid)", insetTop: -TOP, insetBottom: -6 }),
      ...curve(stave),
      ...unusual(stave, span, width),
      ...notes(stave, span, width),
    ],
  });
}

function curve(stave: Stave): Plot.Markish[] {
  const { chart } = stave;
  const edges = chart ? [chart.lower, chart.upper].filter((edge) => edge > 0) : [];
  const open = markedPoints(stave).filter(({ whole }) => !whole);
  return [
    ...(chart
      ? [
          Plot.ruleY(edges, { stroke: "var(--limit)", strokeDasharray: "2 3" }),
          Plot.ruleY([chart.centre], { stroke: "var(--limit)" }),
        ]
      : []),
    Plot.line(lineOf(stave), { x: "time", y: "value", stroke: "var(--accent)", strokeWidth: 1.6 }),
    // A value between two unknown ones has no line to be seen by.
    Plot.dot(alone(stave), { x: "time", y: "value", r: 2, fill: "var(--accent)" }),
    Plot.dot(open, {
      x: "time",
      y: "value",
      r: 3,
      fill: "var(--paper)",
      stroke: "var(--accent)",
      strokeWidth: 1.4,
    }),
  ];
}

function alone(stave: Stave) {
  const line = lineOf(stave);
  const known = (index: number) => !Number.isNaN(line[index]?.value ?? Number.NaN);
  return line.filter((_, index) => known(index) && !known(index - 1) && !known(index + 1));
}

function unusual(stave: Stave, span: Span, width: number): Plot.Markish[] {
  const marked = markedPoints(stave).filter(({ whole, unusual: words }) => whole && words !== "");
  const words = withWords(marked).map((datum) => ({
    at: datum.time,
    value: datum.value,
    text: said(stave, datum.start) ?? `unusual: ${datum.unusual}`,
  }));
  return [
    Plot.dot(marked, { x: "time", y: "value", ...unusualMark }),
    ...written(words, span, { width, fill: "var(--unusual)" }),
  ];
}

/** The server's own words about an unusual period, where it has any. */
const said = (stave: Stave, start: string) =>
  stave.marks.find(({ at, kind }) => kind === "unusual" && at.startsWith(start))?.text;

function notes(stave: Stave, span: Span, width: number): Plot.Markish[] {
  const dots = stave.marks
    .filter(({ kind }) => kind === "note")
    .map(({ at, text }) => ({ at: new Date(at), text }));
  const empty = stave.points.length === 0 ? [Plot.ruleY([0.5], { stroke: "var(--limit)" })] : [];
  const y = stave.points.length === 0 ? { y: 0.5 } : { frameAnchor: "bottom" as const };
  return [
    ...empty,
    Plot.dot(dots, { x: "at", r: 4, fill: "var(--accent)", ...y }),
    ...written(dots, span, { width, fill: "var(--ink)" }),
  ];
}

interface Writing {
  readonly width: number;
  readonly fill: string;
}

/** Words beside their marks: a little above a value, or on the line where there is no series. */
function written(
  words: readonly { at: Date; text: string; value?: number }[],
  span: Span,
  { width, fill }: Writing,
): Plot.Markish[] {
  const x = linear([Date.parse(span.from), Date.parse(span.to)], [SIDE, width - SIDE]);
  const above = words.some(({ value }) => value !== undefined);
  const placed = placeWords(
    words.map((datum) => ({
      datum,
      x: x(datum.at.getTime()),
      text: datum.text,
      ...(above && { short: "unusual" }),
    })),
    [0, width],
  );
  const place = above
    ? ({ y: (word: (typeof placed)[number]) => word.datum.value, dy: -9 } as const)
    : ({ frameAnchor: "middle" } as const);
  return (["start", "end"] as const).map((anchor) =>
    Plot.text(
      placed.filter((word) => word.anchor === anchor),
      {
        x: (word: (typeof placed)[number]) => word.datum.at,
        text: "text",
        fill,
        ...rim("var(--paper)"),
        ...place,
        textAnchor: anchor,
        dx: anchor === "start" ? 8 : -8,
      },
    ),
  );
}

/** The first day of each month in a span. */
function monthsIn({ from, to }: Span): Date[] {
  const first = new Date(from);
  const last = Date.parse(to);
  const month = (index: number) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1);
  return Array.from({ length: 62 }, (_, index) => month(index))
    .filter((time) => time >= first.getTime() && time <= last)
    .map((time) => new Date(time));
}
