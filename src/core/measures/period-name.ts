import type { Every } from "./contract.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "9 Nov 2026", "the week of 9 Nov 2026", "Nov 2026". */
export function periodName(start: string, every: Every): string {
  const [year, month, day] = start.split("-").map(Number);
  const monthName = `${months[(month ?? 1) - 1]} ${year}`;
  if (every === "month") return monthName;
  return every === "day" ? `${day} ${monthName}` : `the week of ${day} ${monthName}`;
}
