import pc from "picocolors";
import { harmless } from "../core/plain-text.ts";
import type { FieldProblem } from "../platform/errors.ts";

/** What a command has to say: words for people, or one line of JSON for programs. */
export interface Output {
  readonly json: boolean;
  /** To standard error: how it is getting on, remarks, warnings. */
  say(text: string): void;
  /** The command's result: `data` as the last line of standard output for programs, `words` for people. */
  result(data: unknown, words: () => string): void;
}

export function output(json: boolean): Output {
  return {
    json,
    say: (text) => void process.stderr.write(`${text}\n`),
    result: (data, words) => void process.stdout.write(json ? `${JSON.stringify(data)}\n` : `${words()}\n`),
  };
}

/** An error in words: what happened, and each field at fault. */
export function problemWords(title: string, errors: readonly FieldProblem[] = []): string {
  const fields = errors
    .filter((field) => field.detail !== title)
    .map((field) => `  ${pc.dim(field.pointer)} ${field.detail}`);
  return [`${pc.red("✗")} ${title}`, ...fields].join("\n");
}

/** Columns as wide as their widest cell; a column of numbers stands to the right. */
export function table(given: readonly (readonly string[])[], right: readonly number[] = []): string {
  const rows = given.map((row) => row.map(harmless));
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  const cell = (text: string, column: number) =>
    right.includes(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0);
  return rows.map((row) => row.map(cell).join("  ").trimEnd()).join("\n");
}
