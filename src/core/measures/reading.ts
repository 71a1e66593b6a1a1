import type { MeasureUnit } from "./measure.ts";

/** How a value reads, in one style everywhere: 19 h, 2.4 days, 0.7 %; counts are bare. Safe in a browser. */
export function formatReading(value: number | null, unit: MeasureUnit): string {
  if (value === null) return "unknown";
  const { amount, word } = partsOf(value, unit);
  return word === "" ? amount : `${amount} ${word}`;
}

/** The same with what is counted named: 3 changes, 1 deployment. */
export function sayReading(value: number, unit: MeasureUnit): string {
  const said = formatReading(value, unit);
  if (unit === "seconds" || unit === "ratio") return said;
  return `${said} ${said === "1" ? unit.slice(0, -1) : unit}`;
}

/** Two values as "11 and 34 h", or "45 min and 2.1 h" where they read in different units. */
export function sayBetween(lower: number, upper: number, unit: MeasureUnit): string {
  return both(lower, upper, unit).join(" and ");
}

/** The same as "11 to 34 h", and only one of them where they read alike. */
export function sayFromTo(lower: number, upper: number, unit: MeasureUnit): string {
  const [from, to] = [lower, upper].map((value) => formatReading(value, unit));
  return from === to ? String(to) : both(lower, upper, unit).join(" to ");
}

function both(lower: number, upper: number, unit: MeasureUnit): [string, string] {
  const from = partsOf(lower, unit);
  const same = from.word === partsOf(upper, unit).word || lower === 0;
  return [same ? from.amount : formatReading(lower, unit), formatReading(upper, unit)];
}

/** Each reads up to where the next says it better: 90 min is 1.5 h, two days and more are days. */
const spans = [
  { below: 90, seconds: 1, word: "s" },
  { below: 90 * 60, seconds: 60, word: "min" },
  { below: 48 * 3_600, seconds: 3_600, word: "h" },
  { below: 730 * 86_400, seconds: 86_400, word: "days" },
  { below: Number.POSITIVE_INFINITY, seconds: 365.25 * 86_400, word: "years" },
] as const;

function partsOf(value: number, unit: MeasureUnit): { amount: string; word: string } {
  if (unit === "ratio") return { amount: short(value * 100), word: "%" };
  if (unit !== "seconds") return { amount: short(value), word: "" };
  const { seconds, word } = spans.find(({ below }) => Math.abs(value) < below) ?? spans[0];
  return { amount: short(value / seconds), word };
}

// Made once, as making one takes longer than a thousand uses of it.
const tenths = new Intl.NumberFormat("en", { maximumFractionDigits: 1, useGrouping: false });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0, useGrouping: false });
const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0, useGrouping: true });

/** One decimal below ten, none above; never a trailing ".0". */
function short(value: number): string {
  const size = Math.abs(value);
  return (size < 9.95 ? tenths : size < 10_000 ? whole : grouped).format(value);
}
