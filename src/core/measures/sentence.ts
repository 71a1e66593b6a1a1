import type { Chart, Every } from "./contract.ts";
import type { Measure } from "./measure.ts";
import { periodName } from "./period-name.ts";
import { formatReading, sayBetween, sayReading } from "./reading.ts";
import { latestSegment, latestSignals, usualIn, whenWords } from "./segments.ts";

export interface Shown {
  readonly measure: Measure;
  readonly every: Every;
  /** Whether anything that the measure needs is known at all. */
  readonly known: boolean;
  readonly summary: { readonly value: number | null; readonly n: number };
  /** The known, complete points. */
  readonly points: readonly { readonly start: string; readonly value: number }[];
  readonly chart: Chart | null;
  /** For counts, on how many of the range's days there was one. */
  readonly days: { readonly n: number; readonly of: number } | null;
}

/** What the chart shows, in plain words; safe as its title. */
export function sentenceOf(shown: Shown): string {
  const { measure, known, summary, every, days } = shown;
  if (!known) return nothingKnown[measure.needs];
  if (summary.value === null) return `There is no ${measure.of.one} to count in these ${every}s.`;
  if (tookNoTime(measure, summary)) return measure.atOnce ?? `${main(shown)}.`;
  const onDays =
    days && days.n > 0 && measure.needs === "deployments"
      ? [`There was one on ${days.n} of ${days.of} day${days.of === 1 ? "" : "s"}.`]
      : [];
  return [`${main(shown)}.`, ...onDays, ...usually(shown), ...unusual(shown)].join(" ");
}

/** Where half of the rows took no time, a duration comes from the rule by which they are counted, and there is nothing to see. */
export function tookNoTime({ unit }: Pick<Measure, "unit">, { value }: Shown["summary"]): boolean {
  return unit === "seconds" && value === 0;
}

const nothingKnown: Record<Measure["needs"], string> = {
  changes: "No change is known yet.",
  deployments: "Nothing says what is live yet.",
};

function main({ measure, every, summary, points }: Shown): string {
  const { unit, aggregate } = measure;
  if (aggregate !== "count") return measure.says(sayReading(summary.value ?? 0, unit), every);
  if (points.length === 0) return `${sayReading(summary.value ?? 0, unit)} so far`;
  return measure.says(sayReading(averageOf(points), unit), every);
}

/** Of one period or more. */
export function averageOf(points: readonly { readonly value: number }[]): number {
  return points.reduce((sum, { value }) => sum + value, 0) / points.length;
}

/** Figures of single periods, not of the whole range, lie between the limits that hold now. */
function usually({ chart, every, measure }: Shown): string[] {
  if (chart === null) return [];
  const segment = latestSegment(chart);
  const since = whenWords({ ...segment, first: chart.segments.length === 1 }, every);
  const usual = usualIn(segment);
  if (usual === null) return [`Not enough to say what is usual ${since}.`];
  const [lower, upper] = [usual.lower, usual.upper].map((limit) => formatReading(limit, measure.unit));
  const between = `between ${sayBetween(usual.lower, usual.upper, measure.unit)}`;
  const figure = since === "" ? `A ${every}’s figure` : `${capital(since)} a ${every}’s figure`;
  return [`${figure} is usually ${lower === upper ? lower : between}.`];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** By the limits that hold now; where there are none yet, nothing more can be said than that. */
function unusual(shown: Shown): string[] {
  const { chart, every, points, measure } = shown;
  if (chart === null) return ["Not enough to say what is usual."];
  const segment = latestSegment(chart);
  const usual = usualIn(segment);
  if (usual === null) return [];
  const signals = latestSignals(chart);
  const latest = signals.at(-1)?.start;
  // A point may follow several rules; the plainest comes first.
  const last = signals.find(({ start }) => start === latest);
  if (last === undefined) return ["Normal ups and downs."];
  const until = points.filter(({ start }) => start >= segment.start && start <= last.start);
  const value = until.at(-1)?.value ?? null;
  if (last.rule === "outside")
    return [`Unusual: ${periodName(last.start, every)} (${formatReading(value, measure.unit)}).`];
  const side = value !== null && value < usual.centre ? "below" : "above";
  const where = `${side} the middle, up to ${periodName(last.start, every)}`;
  if (last.rule === "three-of-four") return [`Unusual: 3 of 4 ${every}s far ${where}.`];
  const broken = until.findLastIndex((point) =>
    side === "below" ? point.value >= usual.centre : point.value <= usual.centre,
  );
  return [`Unusual: ${until.length - 1 - broken} ${every}s in a row ${where}.`];
}
