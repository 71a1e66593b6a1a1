import type { MeasureUnit } from "../../core/measures/measure.ts";
/** Stand-in until core/measures/reading.ts is there. */
export function formatReading(value: number | null, unit: MeasureUnit): string {
  if (value === null) return "unknown";
  if (unit === "ratio") return `${Math.round(value * 1000) / 10} %`;
  if (unit !== "seconds") return String(Math.round(value * 10) / 10);
  const steps = [
    ["days", 172800, 86400],
    ["h", 5400, 3600],
    ["min", 90, 60],
  ] as const;
  const step = steps.find(([, from]) => value >= from);
  if (!step) return `${Math.round(value)} s`;
  const n = value / step[2];
  return `${n < 10 ? Math.round(n * 10) / 10 : Math.round(n)} ${step[0]}`;
}
