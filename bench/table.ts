/** One line of the benchmark: what was measured, against what in the same run, and what was to be reached. */
export interface Line {
  readonly what: string;
  /** In words, e.g. "1.92 s". */
  readonly figure: string;
  readonly floor: string;
  readonly ratio: string;
  readonly target: string;
  readonly reached: boolean | null;
}

export const seconds = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1_000).toFixed(2)} s`;
export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MB`;

export function printTable(lines: readonly Line[]): void {
  const head = ["what", "median", "floor, same run", "ratio", "to reach", ""];
  const rows = [
    head,
    ...lines.map((line) => [line.what, line.figure, line.floor, line.ratio, line.target, mark(line.reached)]),
  ];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  for (const row of rows)
    process.stdout.write(
      `${row
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join("  ")
        .trimEnd()}\n`,
    );
}

const mark = (reached: boolean | null): string =>
  reached === null ? "" : reached ? "reached" : "NOT reached";
