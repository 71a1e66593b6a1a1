/** From the first day to the one that is no longer in it; null is without an end on that side. Days compare as text. */
export interface Days {
  readonly from: string | null;
  readonly until: string | null;
}

const startsBefore = (a: string | null, b: string | null): boolean => b !== null && (a === null || a < b);

export const overlap = (a: Days, b: Days): boolean =>
  (b.until === null || a.from === null || a.from < b.until) &&
  (a.until === null || b.from === null || b.from < a.until);

/** What of some days is not covered by others, in order. */
export function uncovered(days: Days, covering: readonly Days[]): Days[] {
  const gaps: Days[] = [];
  let from = days.from;
  const sorted = covering
    .filter((one) => overlap(one, days))
    .sort((a, b) => (a.from === b.from ? 0 : startsBefore(a.from, b.from) || a.from === null ? -1 : 1));
  for (const one of sorted) {
    if (startsBefore(from, one.from)) gaps.push({ from, until: one.from });
    if (one.until === null) return gaps;
    if (from === null || from < one.until) from = one.until;
  }
  if (days.until === null || startsBefore(from, days.until)) gaps.push({ from, until: days.until });
  return gaps;
}
