export interface Span {
  readonly from: string;
  readonly to: string;
}

/** The room left and right of what is drawn on a timeline. */
export const SIDE = 5;

export const across = ({ from, to }: Span) =>
  ({ type: "utc", domain: [new Date(from), new Date(to)], axis: null }) as const;

/** The first day of each month in a span. */
export function monthsIn({ from, to }: Span): Date[] {
  const first = new Date(from);
  const last = Date.parse(to);
  const month = (index: number) => Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + index, 1);
  return Array.from({ length: 62 }, (_, index) => month(index))
    .filter((time) => time >= first.getTime() && time <= last)
    .map((time) => new Date(time));
}
