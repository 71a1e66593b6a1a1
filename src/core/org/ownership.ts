/** Who owns a component from a day on, until another (the first on which it no longer holds); null is open. */
export interface Owned {
  /** The unit's id. */
  readonly unit: string;
  readonly from: string | null;
  readonly until: string | null;
  /** Nobody said so. */
  readonly assumed: boolean;
}

export interface ClaimOn {
  readonly unit: string;
  /** The first day; without it the beginning for a first claim, and today for a later one. */
  readonly from?: string | undefined;
  readonly today: string;
}

/**
 * A component's owners once a unit has claimed it, oldest first. What was before the claim stays as it was; what had been
 * planned after it does not. Whatever was only assumed gives way.
 */
export function claimed(history: readonly Owned[], { unit, from, today }: ClaimOn): Owned[] {
  const said = history.filter(({ assumed }) => !assumed);
  const first = said.length === 0;
  const day = from ?? (first ? null : today);
  const before = day === null ? [] : (first ? history : said).flatMap((row) => until(row, day));
  const last = before.at(-1);
  if (last && last.unit === unit && last.until === day && !last.assumed)
    return [...before.slice(0, -1), { ...last, until: null }];
  return [...before, { unit, from: day, until: null, assumed: false }];
}

/** What of a row lies before a day. */
function until(row: Owned, day: string): Owned[] {
  if (row.from !== null && row.from >= day) return [];
  return [{ ...row, until: row.until === null || row.until > day ? day : row.until }];
}

/** Who owns it on a day. */
export const ownerOn = (history: readonly Owned[], day: string): string | null =>
  history.find(({ from, until: end }) => (from === null || from <= day) && (end === null || end > day))
    ?.unit ?? null;
