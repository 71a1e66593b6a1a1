import type { Chart, Every, Segment } from "./contract.ts";
import type { MeasureUnit } from "./measure.ts";
import { periodName } from "./period-name.ts";
import { sayFromTo } from "./reading.ts";

/** What of a chart holds when, where limits were drawn anew; safe in a browser. */

export interface UsualRange {
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
}

/** A segment's limits; `null` where it has too few points for any. */
export function usualIn({ centre, lower, upper }: Segment): UsualRange | null {
  return centre === null || lower === null || upper === null ? null : { centre, lower, upper };
}

/** The segment that a period belongs to; what was before the first point belongs to the first. */
export function segmentAt({ segments }: Pick<Chart, "segments">, start: string): Segment {
  return (segments.findLast((segment) => segment.start <= start) ?? segments[0]) as Segment;
}

/** The segment that the newest reading belongs to. */
export const latestSegment = ({ segments }: Pick<Chart, "segments">): Segment => segments.at(-1) as Segment;

/** What is unusual by the limits that hold now: what was so by older ones has its reason written down since. */
export function latestSignals(chart: Pick<Chart, "segments" | "signals">): Chart["signals"] {
  const { start: since } = latestSegment(chart);
  return chart.signals.filter(({ start }) => start >= since);
}

interface When {
  readonly start: string;
  /** `null` for the last. */
  readonly until: string | null;
  /** Whether any segment comes before it. */
  readonly first: boolean;
}

/** "", or where there are several segments "since …", "before …", "from … until …". */
export function whenWords({ start, until, first }: When, every: Every): string {
  if (until === null) return first ? "" : `since ${periodName(start, every)}`;
  if (first) return `before ${periodName(until, every)}`;
  return `from ${periodName(start, every)} until ${periodName(until, every)}`;
}

/** Where limits were drawn anew, what is usual in each segment, as sentences; else none. */
export function sayEachUsual(chart: Chart, { unit, every }: { unit: MeasureUnit; every: Every }): string[] {
  if (chart.segments.length === 1) return [];
  return chart.segments.map((segment, place) => {
    const usual = usualIn(segment);
    if (usual === null) return segment.why ?? "";
    const when = whenWords({ ...segment, first: place === 0 }, every);
    return `Usually ${sayFromTo(usual.lower, usual.upper, unit)} ${when}.`;
  });
}
