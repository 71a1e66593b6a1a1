const DAY = 86_400_000;

/** Whether a text is a day like 2026-01-31, and one that there is. */
export function isDay(text: string): boolean {
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  // `Date` takes 30 February for 2 March.
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().split("T")[0] ?? "";
}

/** How many days it is from one to another; negative where that is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}
