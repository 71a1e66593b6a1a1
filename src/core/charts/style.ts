/** How every chart looks; the colours are those of tokens.css and follow light and dark by themselves. */
export const plain = {
  background: "none",
  color: "var(--soft)",
  fontSize: "12px",
  fontFamily: "var(--sans)",
} as const;

/** Words over a line keep a rim of paper, so that they can be read. */
export const rim = (paper: string) =>
  ({ stroke: paper, strokeWidth: 5, paintOrder: "stroke", strokeLinejoin: "round" }) as const;

/** A diamond of Plot's own symbols. */
export const unusualMark = { symbol: "diamond2", r: 5, fill: "var(--unusual)", stroke: "none" } as const;
