import { shortened } from "./splits.ts";
import type { Word } from "./words.ts";

/** Something that was tried from one day to another; `until` is `null` while it goes on. */
export interface Tried {
  readonly from: string;
  readonly until: string | null;
  readonly text: string;
}

/** The same as it is drawn. */
export interface TriedBar {
  readonly time: Date;
  readonly end: Date;
  readonly tried: string;
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** What was tried, as far as it lies within the span; what goes on reaches to its end. */
export function barsOf(tried: readonly Tried[], { from, to }: Span): TriedBar[] {
  return tried
    .filter((bar) => bar.from <= to && (bar.until ?? to) >= from)
    .map((bar) => ({
      time: new Date(bar.from < from ? from : bar.from),
      end: new Date(bar.until === null || bar.until > to ? to : bar.until),
      tried: bar.text,
    }));
}

/** Their words at the left of each, `top` pixels down. */
export const triedWords = (
  bars: readonly TriedBar[],
  x: (time: number) => number,
  top: number,
): Word<TriedBar>[] =>
  bars.map((datum) => ({
    ...{ datum, x: x(datum.time.getTime()) - 4, y: top },
    ...{ text: shortened(datum.tried), short: "tried" },
  }));
