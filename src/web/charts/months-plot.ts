import * as Plot from "@observablehq/plot";
import { monthText } from "../parts/dates.ts";
import { plain } from "./style.ts";

export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The room left and right of what is drawn on a timeline. */
export const SIDE = 5;

export const across = ({ from, to }: Span) =>
  ({ type: "utc", domain: [new Date(from), new Date(to)], axis: null }) as const;

/** The names of the months over the staves, and nothing else. */
export function monthsPlot(width: number, span: Span) {
  const all = monthsIn(span);
  const stride = Math.max(1, Math.ceil((all.length * 44) / width));
  const text = (time: Date) =>
    time.getUTCMonth() === 0 ? `${monthText(time)} ${time.getUTCFullYear()}` : monthText(time);
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

/** The first day of each month in a span. */
export function monthsIn({ from, to }: Span): Date[] {
  const first = new Date(from);
  const last = Date.parse(to);
  const month = (index: number) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1);
  return Array.from({ length: 62 }, (_, index) => month(index))
    .filter((time) => time >= first.getTime() && time <= last)
    .map((time) => new Date(time));
}
