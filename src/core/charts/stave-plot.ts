import * as Plot from "@observablehq/plot";
import type { Stave } from "../timeline/contract.ts";
import { barsOf, type TriedBar, triedWords } from "./bars.ts";
import { labelWords } from "./label-words.ts";
import { across, monthsIn, SIDE, type Span } from "./months.ts";
import { linear, logarithmic } from "./scales.ts";
import { domainOf, firstOfRuns, lineOf, type MarkedPoint, markedPoints } from "./series.ts";
import { edgesOf, reachesOf, type Split, shortened, splitsOf, splitWords } from "./splits.ts";
import { plain, unusualMark } from "./style.ts";
import { drawnOf, type Scales, unusualWords } from "./unusual-words.ts";
import type { Room, Word } from "./words.ts";

interface Size {
  readonly width: number;
  readonly height: number;
  /** What it is drawn into; a browser has its own. */
  readonly document?: Document;
}

/** Words above the curve need this much. */
const TOP = 20;
/** Below the curve stand the check-ins. */
const BOTTOM = 14;

/** One stave: a curve where there is a series, dots with words where there is none. */
export function stavePlot(size: Size, stave: Stave, span: Span) {
  const scales = scalesOf(size, stave, span);
  const room = { left: 0, right: size.width, top: 0, bottom: size.height, ...drawnOf(stave, scales) };
  return Plot.plot({
    ...size,
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: SIDE,
    marginRight: SIDE,
    style: plain,
    x: across(span),
    y: { axis: null, type: stave.chart?.scale ?? "linear", domain: domainOf(stave) },
    marks: [
      Plot.rect(barsOf(stave.bars, span), { x1: "time", x2: "end", fill: "var(--tried)", insetBottom: -4 }),
      Plot.ruleX(monthsIn(span), { stroke: "var(--grid)", insetTop: -TOP, insetBottom: -BOTTOM }),
      Plot.ruleX(splitsOf(stave), { x: "time", stroke: "var(--soft)", strokeWidth: 0.8, insetTop: -TOP }),
      ...curve(stave, span),
      ...words(stave, span, { scales, room }),
      ...notes(stave, scales, room),
      Plot.dot(stave.checkIns, {
        ...{ x: (day: string) => new Date(day), frameAnchor: "bottom", dy: 8 },
        ...{ r: 2.4, fill: "var(--looked)" },
      }),
    ],
  });
}

function scalesOf({ width, height }: Size, stave: Stave, { from, to }: Span): Scales {
  const upwards = stave.chart?.scale === "log" ? logarithmic : linear;
  return {
    x: linear([Date.parse(from), Date.parse(to)], [SIDE, width - SIDE]),
    y: upwards(domainOf(stave), [height - BOTTOM, TOP]),
  };
}

function curve(stave: Stave, span: Span): Plot.Markish[] {
  const reaches = reachesOf(stave, span);
  const reach = { x1: "from", x2: "to", stroke: "var(--limit)" } as const;
  const open = markedPoints(stave).filter(({ whole }) => !whole);
  return [
    Plot.ruleY(edgesOf(reaches), { ...reach, y: "value", strokeDasharray: "2 3" }),
    Plot.ruleY(reaches, { ...reach, y: "centre" }),
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

interface Place {
  readonly scales: Scales;
  readonly room: Room;
}

type Said = MarkedPoint | Split | TriedBar;

/** What was tried, what was unusual, and why limits are drawn anew. */
function words(stave: Stave, span: Span, { scales, room }: Place): Plot.Markish[] {
  const marked = markedPoints(stave).filter(({ whole, unusual: words }) => whole && words !== "");
  // A stave is small.
  const unusual = unusualWords(firstOfRuns(marked, stave), scales).map((word) => ({
    ...word,
    text: said(stave, word.datum) ?? word.text,
  }));
  const splits = splitsOf(stave);
  // Where limits are drawn anew because of it, the words stand there already.
  const untold = barsOf(stave.bars, span).filter(({ tried: text }) =>
    splits.every(({ reason }) => reason !== text),
  );
  const tried = triedWords(untold, scales.x, TOP);
  const all: Word<Said>[] = [...splitWords(splits, scales.x, TOP), ...tried, ...unusual];
  return [
    Plot.dot(marked, { x: "time", y: "value", ...unusualMark }),
    ...labelWords(all, room, {
      fill: fillOf,
      ...{ paper: "var(--paper)", frameTop: TOP },
    }),
  ];
}

function fillOf(datum: Said): string {
  if ("tried" in datum) return "var(--tried-ink)";
  return "reason" in datum ? "var(--soft)" : "var(--unusual)";
}

/** The server's own words about an unusual period, where it has any. */
const said = (stave: Stave, { start }: MarkedPoint) =>
  stave.marks.find(({ at, kind }) => kind === "unusual" && at.startsWith(start))?.text;

/** Dots with words: on a line of their own where there is no series, else below the curve. */
function notes(stave: Stave, { x }: Scales, room: Room): Plot.Markish[] {
  const bare = stave.points.length === 0;
  const y = bare ? (TOP + room.bottom - BOTTOM) / 2 : room.bottom - BOTTOM;
  const words = stave.marks
    .filter(({ kind }) => kind !== "unusual")
    .map(({ at, text }) => ({
      ...{ datum: { time: new Date(at) }, text: shortened(text), x: x(Date.parse(at)), y },
    }));
  return [
    ...(bare ? [Plot.ruleY([0.5], { stroke: "var(--limit)" })] : []),
    Plot.dot(
      words.map(({ datum }) => datum),
      { x: "time", r: 4, fill: "var(--accent)", ...(bare ? { y: 0.5 } : { frameAnchor: "bottom" as const }) },
    ),
    ...labelWords(words, room, { fill: "var(--ink)", paper: "var(--paper)", frameTop: TOP }),
  ];
}
