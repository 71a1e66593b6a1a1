import type { Mark } from "../loops/marks.ts";
import type { MeasureAnswer } from "../measures/contract.ts";
import { periodName } from "../measures/period-name.ts";
import { formatReading, sayFromTo } from "../measures/reading.ts";
import { segmentAt, usualIn } from "../measures/segments.ts";
import type { Stave } from "./contract.ts";

/** What has a row: an area, or a team whose figure stands beside those of others. */
interface Titled {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly plugs?: {
    readonly stave?: readonly { readonly id: string; readonly question: string }[] | undefined;
  };
}

/** A row of the time line for a measure of an area; without a measure, the area's question stands alone. */
export function staveOf(area: Titled, answer: MeasureAnswer | null): Stave {
  const about = { area: area.id, title: area.title, question: questionOf(area, answer) };
  if (answer === null) return { ...about, measure: null, ...noSeries, ...noLoop };
  const { definition, points, partial, chart, redrawn } = answer;
  return {
    ...about,
    measure: { ...definition, title: answer.title },
    points,
    partial,
    ...{ chart, redrawn },
    marks: marksOf(answer),
    latest: latestOf(answer),
    ...noLoop,
  };
}

/** What happened in one area: what it asks itself, when it looked, and what else there is to tell. */
export interface Happened {
  readonly loop: { readonly id: string; readonly question: string } | null;
  readonly checkIns: readonly string[];
  readonly marks: readonly Mark[];
}

/** The same row with what happened in it. Without a series the latest of that stands at its right edge. */
export function withHappened(stave: Stave, { loop, checkIns, marks }: Happened): Stave {
  const dots = marks.filter(({ until }) => until === undefined).map(dotOf);
  return {
    ...stave,
    question: loop?.question ?? stave.question,
    loop: loop?.id ?? null,
    checkIns: [...checkIns],
    marks: [...stave.marks, ...dots],
    bars: marks.flatMap(({ day, until, text, href }) =>
      until === undefined ? [] : [{ from: day, until, text, href }],
    ),
    latest: stave.latest ?? latestInWords(marks, checkIns),
  };
}

const dotOf = ({ day, text, href, kind }: Mark): Stave["marks"][number] => ({
  ...{ at: `${day}T00:00:00.000Z`, text, href },
  kind: kind === "note" ? "note" : "event",
});

/** As much as stands at the right edge; all of it is in the row. */
const LONGEST = 36;

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;

function latestInWords(marks: readonly Mark[], checkIns: readonly string[]): Stave["latest"] {
  const last = marks.at(-1);
  if (last !== undefined) return { reading: shortened(last.text), usual: periodName(last.day, "day") };
  const looked = checkIns.at(-1);
  if (looked === undefined) return null;
  const times = checkIns.length === 1 ? "looked at once" : `looked at ${checkIns.length} times`;
  return { reading: times, usual: `last on ${periodName(looked, "day")}` };
}

const noSeries = { points: [], partial: [], chart: null, redrawn: [], marks: [], latest: null };
const noLoop = { bars: [], checkIns: [], loop: null };

/** The area's own question is that of its first measure; another one answers its own. */
function questionOf({ question, plugs }: Titled, answer: MeasureAnswer | null): string {
  const place = plugs?.stave?.findIndex(({ id }) => id === answer?.measure) ?? 0;
  return place > 0 ? (plugs?.stave?.[place]?.question ?? question) : question;
}

/** One mark a period, whatever rules it follows. */
function marksOf({ chart, points, every, definition }: MeasureAnswer): Stave["marks"] {
  const starts = new Set(chart?.signals.map(({ start }) => start));
  return points
    .filter(({ start }) => starts.has(start))
    .map(({ start, value }) => ({
      at: `${start}T00:00:00.000Z`,
      text: `${periodName(start, every)}: unusual, ${formatReading(value, definition.unit)}`,
      kind: "unusual" as const,
      href: null,
    }));
}

/** The latest known complete period, as what is under way still changes; it says which one it is. */
function latestOf({ points, partial, every, ...answer }: MeasureAnswer): Stave["latest"] {
  const open = new Set(partial);
  const whole = points.filter(({ start }) => !open.has(start));
  const known =
    whole.findLast(({ value }) => value !== null) ?? points.findLast(({ value }) => value !== null);
  if (known === undefined) return null;
  const last = known === whole.at(-1) ? `last whole ${every}` : periodName(known.start, every);
  const when = open.has(known.start) ? `a part of ${last}` : last;
  return {
    reading: formatReading(known.value, answer.definition.unit),
    usual: `${when}${usually(answer, known.start)}`,
  };
}

/** What was usual when the reading was taken: limits that were drawn for what was before say nothing of it. */
function usually(
  { chart, noChart, definition }: Pick<MeasureAnswer, "chart" | "noChart" | "definition">,
  start: string,
): string {
  if (chart === null) return noChart === null ? "" : `. ${noChart}`;
  const segment = segmentAt(chart, start);
  const usual = usualIn(segment);
  if (usual === null) return `. ${segment.why}`;
  return `; usually ${sayFromTo(usual.lower, usual.upper, definition.unit)}`;
}
