import * as Plot from "@observablehq/plot";
import { rim } from "./style.ts";
import { placeWords, type Room, type Word } from "./words.ts";

interface Look<Datum> {
  readonly fill: string | ((datum: Datum) => string);
  /** The colour behind the words, which keep a rim of it. */
  readonly paper: string;
  /** Where the frame of the plot begins, in pixels. */
  readonly frameTop: number;
}

/** Words beside their marks, where there is room; each datum says when it is, and how high unless it has no value. */
export function labelWords<Datum extends { readonly time: Date }>(
  words: readonly Word<Datum>[],
  room: Room,
  { fill, paper, frameTop }: Look<Datum>,
): Plot.Markish[] {
  const fillOf = typeof fill === "string" ? () => fill : fill;
  return placeWords(words, room).map(({ datum, y, text, anchor, dx, dy }) =>
    Plot.text([datum], {
      x: "time",
      text: () => text,
      frameAnchor: "top",
      textAnchor: anchor,
      lineAnchor: "middle",
      dx,
      dy: y + dy - frameTop,
      fill: fillOf(datum),
      ...rim(paper),
    }),
  );
}
