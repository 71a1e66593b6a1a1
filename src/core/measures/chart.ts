import { scales } from "../stats/scale.ts";
import { limitsOf, signalsOf } from "../stats/xmr.ts";
import type { Chart, Every } from "./contract.ts";
import type { Measure } from "./measure.ts";
import { plainValue } from "./plain-value.ts";

/** Below this many points the limits say more about luck than about the team (DESIGN.md section 7). */
const ENOUGH_POINTS = 12;

/** A weekly fail rate of 4 deployments marks 69 % of stable charts: below about 5 items a point, widen the period. */
const ENOUGH_ITEMS = 5;

export interface ChartPoint {
  readonly start: string;
  readonly value: number;
  readonly n: number;
}

export type ChartOrWhy =
  | { readonly chart: Chart; readonly noChart: null }
  | { readonly chart: null; readonly noChart: string };

/** The chart of the known, complete points in the order of time, or in words why there is none. */
export function chartOf(
  points: readonly ChartPoint[],
  measure: Pick<Measure, "unit" | "scale" | "aggregate">,
  every: Every,
): ChartOrWhy {
  const why = tooLittle(points, measure, every);
  if (why !== null) return { chart: null, noChart: why };
  const { to, from } = scales[measure.scale];
  const values = points.map((point) => to(point.value));
  const limits = limitsOf(values);
  const signals = signalsOf(values, limits).map(({ index, rule }) => ({
    start: (points[index] as ChartPoint).start,
    rule,
  }));
  const plain = (limit: number) => plainValue(from(limit), measure.unit);
  const drawn = within(measure, { lower: plain(limits.lower), upper: plain(limits.upper) });
  return { chart: { scale: measure.scale, centre: plain(limits.centre), ...drawn, signals }, noChart: null };
}

/** What is drawn stays where values can be; the rules use the untouched limits. */
function within({ unit }: Pick<Measure, "unit">, { lower, upper }: { lower: number; upper: number }) {
  return { lower: Math.max(0, lower), upper: unit === "ratio" ? Math.min(1, upper) : upper };
}

function tooLittle(
  points: readonly ChartPoint[],
  { aggregate }: Pick<Measure, "aggregate">,
  every: Every,
): string | null {
  if (points.length < ENOUGH_POINTS) {
    const known = `${points.length} complete ${every}${points.length === 1 ? "" : "s"} with a value`;
    return `Not enough to say what is usual: ${known}, ${ENOUGH_POINTS} are needed.`;
  }
  const items = points.reduce((sum, point) => sum + point.n, 0) / points.length;
  if (aggregate !== "share" || items >= ENOUGH_ITEMS) return null;
  const few = `a ${every} stands on ${items.toFixed(1)} on average, ${ENOUGH_ITEMS} are needed`;
  return `Not enough to say what is usual: ${few}. ${wider[every]}`;
}

const wider: Record<Every, string> = {
  day: "Look at it by week.",
  week: "Look at it by month.",
  month: "Look at how often it happens instead.",
};
