import * as Plot from "@observablehq/plot";
import { across, monthsIn, SIDE, type Span } from "../../core/charts/months.ts";
import { plain } from "../../core/charts/style.ts";
import { monthText } from "../parts/dates.ts";

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
