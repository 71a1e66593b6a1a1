import type { MeasureAnswer } from "../../../core/measures/contract.ts";

interface EvidenceCounts {
  readonly in: number;
  /** `null` until it is known. */
  readonly out: number | null;
}

/** How many rows went in and were left out: of the period that was picked, else of the whole range. */
export function evidenceCounts(
  { rows, points }: Pick<MeasureAnswer, "rows" | "points">,
  start: string | undefined,
  outOfPeriod: number | undefined,
): EvidenceCounts {
  if (start === undefined) return { in: rows.in, out: rows.out.reduce((sum, { n }) => sum + n, 0) };
  return { in: points.find((point) => point.start === start)?.n ?? 0, out: outOfPeriod ?? null };
}
