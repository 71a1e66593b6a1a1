import pc from "picocolors";
import { type EvidenceRow, type MeasureAnswer, measure } from "../../core/measures/contract.ts";
import { formatReading } from "../../core/measures/reading.ts";
import { sayEachUsual } from "../../core/measures/segments.ts";
import { harmless } from "../../core/plain-text.ts";
import type { Connection } from "../connect.ts";
import { type Output, table } from "../output.ts";

export interface MeasureOptions {
  readonly id: string;
  readonly unit: string;
  readonly from?: string;
  readonly to?: string;
  readonly every?: string;
  readonly rows?: boolean;
}

export async function measureCommand(
  { ask }: Connection,
  { rows, every, ...where }: MeasureOptions,
  out: Output,
): Promise<void> {
  // Whether `every` is a known one is the contract's to say, with the list of those that are.
  const answered = await ask(measure, {
    ...where,
    ...(every ? { every: every as "week" } : {}),
    ...(rows ? { rows: "true" } : {}),
  });
  out.result(answered, () => words(answered));
}

function words(answered: MeasureAnswer): string {
  const { title, sentence, noChart, rows, definition } = answered;
  const left = rows.out.map(({ reason, n }) => `${n} ${reason}`).join(", ");
  return [
    pc.bold(title),
    sentence,
    "",
    series(answered),
    ...drawnAnew(answered),
    "",
    ...beside(answered),
    pc.dim(
      `${rows.in} ${rows.in === 1 ? definition.of.one : definition.of.many} in${left ? `; left out: ${left}` : ""}.`,
    ),
    ...(noChart ? [pc.dim(noChart)] : []),
    pc.dim(definition.formula),
    ...(rows.list ? ["", evidence(rows.list, definition.unit)] : []),
  ].join("\n");
}

/** What stands beside the series: the 85th percentile, days with any, and whose days these are. */
function beside({ p85, days, timeZone, definition }: MeasureAnswer): string[] {
  const within =
    p85?.summary == null ? [] : [`85 of 100 within ${formatReading(p85.summary, definition.unit)}`];
  const onDays = days === null ? [] : [`on ${days.n} of ${days.of} days`];
  return [pc.dim([...within, ...onDays, `days in ${timeZone}`, "times of rows in UTC"].join(" · "))];
}

const BAR = 32;

/** A line a period, with a bar as long as its value; what is unknown has no bar, and says so. */
function series({ points, chart, definition }: MeasureAnswer): string {
  const highest = Math.max(...points.map(({ value }) => value ?? 0), 0);
  const unusual = new Set(chart?.signals.map(({ start }) => start));
  const cells = points.map(({ start, value, n }) => [
    start,
    value === null ? "unknown" : formatReading(value, definition.unit),
    `n ${n}`,
    value === null || highest === 0 ? "" : "▇".repeat(Math.round((BAR * value) / highest)),
    unusual.has(start) ? "unusual" : "",
  ]);
  return table(cells, [1, 2]);
}

/** Where limits are drawn anew and why, and what was usual before and since. */
function drawnAnew({ redrawn, chart, definition, every }: MeasureAnswer): string[] {
  if (redrawn.length === 0) return [];
  const usual = chart ? sayEachUsual(chart, { unit: definition.unit, every }) : [];
  return [
    "",
    ...redrawn.map(({ day, reason }) => `${day}: limits drawn anew: ${harmless(reason)}`),
    ...usual,
  ];
}

function evidence(list: readonly EvidenceRow[], unit: MeasureAnswer["definition"]["unit"]): string {
  return table(
    list.map((row) => [
      row.at?.slice(0, 16).replace("T", " ") ?? "no date",
      row.id.slice(0, 10),
      row.value === null ? "left out" : formatReading(row.value, unit),
      row.reason ?? row.because,
      row.title,
    ]),
  );
}
