import * as Plot from "@observablehq/plot";
import type { Scale } from "./scales.ts";
import { type MarkedPoint, withWords } from "./series.ts";
import { rim } from "./style.ts";
import { placeWords } from "./words.ts";

interface Room {
  readonly x: Scale;
  readonly y: Scale;
  readonly edges: readonly [number, number];
}

/** What is unusual, in words beside its mark. */
export function unusualWords(points: readonly MarkedPoint[], { x, y, edges }: Room): Plot.Markish[] {
  const words = withWords(points).map((datum) => ({
    datum,
    x: x(datum.time.getTime()),
    y: y(datum.value),
    text: `unusual: ${datum.unusual}`,
    short: "unusual",
  }));
  const placed = placeWords(words, edges);
  return (["start", "end"] as const).map((anchor) =>
    Plot.text(
      placed.filter((word) => word.anchor === anchor),
      {
        x: (word: (typeof placed)[number]) => word.datum.time,
        y: (word: (typeof placed)[number]) => word.datum.value,
        text: "text",
        fill: "var(--unusual)",
        ...rim("var(--card)"),
        dy: -12,
        textAnchor: anchor,
        dx: anchor === "start" ? 6 : -6,
      },
    ),
  );
}
