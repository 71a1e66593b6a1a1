import { scales } from "../stats/scale.ts";
import { limitsOf, signalsOf } from "../stats/xmr.ts";
import type { Chart, Every, Redrawn, Segment } from "./contract.ts";
import type { Measure } from "./measure.ts";
import { startOfPeriod } from "./periods.ts";
import { plainValue } from "./plain-value.ts";
import { usualIn, whenWords } from "./segments.ts";

/** Below this many points the limits say more about luck than about the team (DESIGN.md section 7). */
const ENOUGH_POINTS = 12;

/** A weekly fail rate of 4 deployments marks 69 % of stable charts: below about 5 items a point, widen the period. */
const ENOUGH_ITEMS = 5;

export interface ChartPoint {
  readonly start: string;
  readonly value: number;
  readonly n: number;
}

/** What the points are of. */
export interface Charted {
  readonly measure: Pick<Measure, "unit" | "scale" | "aggregate">;
  readonly every: Every;
  /** From the period of each of these days on the points have limits of their own. */
  readonly redrawn: readonly Redrawn[];
}

export type ChartOrWhy =
  | { readonly chart: Chart; readonly noChart: null }
  | { readonly chart: null; readonly noChart: string };

/** The chart of the known, complete points in the order of time, or in words why there is none. */
export function chartOf(points: readonly ChartPoint[], charted: Charted): ChartOrWhy {
  const drawn = stretchesOf(points, charted).map((stretch) => drawnOf(stretch, charted));
  const segments = drawn.map(({ segment }) => segment);
  const usual = segments.flatMap((segment) => usualIn(segment) ?? []).at(-1);
  if (usual === undefined) return { chart: null, noChart: segments.at(-1)?.why ?? "" };
  const signals = drawn.flatMap((one) => one.signals);
  return { chart: { scale: charted.measure.scale, ...usual, segments, signals }, noChart: null };
}

/** The points between two days at which limits are drawn anew. */
interface Stretch {
  readonly start: string;
  readonly until: string | null;
  readonly first: boolean;
  readonly points: readonly ChartPoint[];
}

function stretchesOf(points: readonly ChartPoint[], { redrawn, every }: Charted): Stretch[] {
  const start = points[0]?.start ?? "";
  const anew = redrawn.map(({ day }) => startOfPeriod(day, every)).filter((begin) => begin > start);
  const begins = [start, ...new Set(points.length === 0 ? [] : anew.sort())];
  return begins.map((begin, place) => {
    const until = begins[place + 1] ?? null;
    const inside = points.filter((point) => point.start >= begin && (until === null || point.start < until));
    return { start: begin, until, first: place === 0, points: inside };
  });
}

function drawnOf(stretch: Stretch, charted: Charted): { segment: Segment; signals: Chart["signals"] } {
  const { start, until, points } = stretch;
  const why = tooLittle(stretch, charted);
  if (why !== null)
    return { segment: { start, until, centre: null, lower: null, upper: null, why }, signals: [] };
  const { measure } = charted;
  const { to, from } = scales[measure.scale];
  const values = points.map((point) => to(point.value));
  const limits = limitsOf(values);
  const plain = (limit: number) => plainValue(from(limit), measure.unit);
  const edges = within(measure, { lower: plain(limits.lower), upper: plain(limits.upper) });
  return {
    segment: { start, until, centre: plain(limits.centre), ...edges, why: null },
    signals: signalsOf(values, limits).map(({ index, rule }) => ({
      start: (points[index] as ChartPoint).start,
      rule,
    })),
  };
}

/** What is drawn stays where values can be; the rules use the untouched limits. */
function within({ unit }: Pick<Measure, "unit">, { lower, upper }: { lower: number; upper: number }) {
  return { lower: Math.max(0, lower), upper: unit === "ratio" ? Math.min(1, upper) : upper };
}

function tooLittle(stretch: Stretch, { measure: { aggregate }, every }: Charted): string | null {
  const { points } = stretch;
  const not = ["Not enough to say what is usual", whenWords(stretch, every)].filter(Boolean).join(" ");
  if (points.length < ENOUGH_POINTS) {
    const known = `${points.length} complete ${every}${points.length === 1 ? "" : "s"} with a value`;
    return `${not}: ${known}, ${ENOUGH_POINTS} are needed.`;
  }
  const items = points.reduce((sum, point) => sum + point.n, 0) / points.length;
  if (aggregate !== "share" || items >= ENOUGH_ITEMS) return null;
  const few = `a ${every} stands on ${items.toFixed(1)} on average, ${ENOUGH_ITEMS} are needed`;
  return `${not}: ${few}. ${wider[every]}`;
}

const wider: Record<Every, string> = {
  day: "Look at it by week.",
  week: "Look at it by month.",
  month: "Look at how often it happens instead.",
};
