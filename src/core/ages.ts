const DAY_MS = 86_400_000;

/** How many days lie between two days, like 2026-06-01: 0 on the same one. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

const steps = [
  { from: 730, days: 365.25, one: "year" },
  { from: 61, days: 30.44, one: "month" },
  { from: 14, days: 7, one: "week" },
] as const;

/** An age as people say it, which may be cut but never rounded up: "today", "1 day", "13 days", "3 weeks", "5 months". */
export function sayAge(days: number): string {
  if (days <= 0) return "today";
  const step = steps.find(({ from }) => days >= from);
  return step ? many(Math.floor(days / step.days), step.one) : many(days, "day");
}

const many = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** "since today", "for 3 weeks". */
export const sayFor = (days: number): string => (days <= 0 ? "since today" : `for ${sayAge(days)}`);
