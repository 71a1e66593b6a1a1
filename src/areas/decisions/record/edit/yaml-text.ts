import { stringify } from "yaml";
import { nameSource, namesAsText } from "../names.ts";
import type { Advice, Expectation } from "../shape.ts";

/** Every text is one line: a line of its own that begins with --- would end the front matter. */
const ONE_LINE = {
  lineWidth: 0,
  blockQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;

/** A text as one line of YAML, in quotes only where it needs them. */
export function yamlText(text: string): string {
  return stringify(text.toWellFormed(), ONE_LINE).trimEnd();
}

/** A text in quotes always: for sentences, in which a colon or a number sign may come any day. */
function quoted(text: string): string {
  return stringify(text.toWellFormed(), { ...ONE_LINE, defaultStringType: "QUOTE_DOUBLE" }).trimEnd();
}

/** Names as one text where they read so, and as a list otherwise. */
export function yamlNames(names: readonly string[]): string {
  const text = namesAsText(names);
  return text === null ? `[${names.map((name) => quoted(nameSource(name))).join(", ")}]` : yamlText(text);
}

/** The lines of one entry, the first without its dash; those that follow are to be indented below it. */
export function yamlExpectation({ statement, probability, resolveBy, measure }: Expectation): string[] {
  return [
    `statement: ${quoted(statement)}`,
    `probability: ${probability}`,
    `resolve-by: ${resolveBy}`,
    ...(measure === undefined ? [] : [`measure: ${quoted(measure)}`]),
  ];
}

export function yamlAdvice({ from, capacity, said, taken, why }: Advice): string[] {
  return [
    `from: ${quoted(from)}`,
    `capacity: ${capacity}`,
    `said: ${quoted(said)}`,
    `taken: "${taken}"`, // yes and no are truths to older YAML
    ...(why === "" ? [] : [`why: ${quoted(why)}`]),
  ];
}

/** An entry with its dash, below a key that is not indented. */
export const yamlEntry = (lines: readonly string[], indent: string) =>
  lines.map((line, at) => `${indent}${at === 0 ? "- " : "  "}${line}`).join("\n");

export const yamlList = (entries: readonly (readonly string[])[]) =>
  entries.length === 0 ? "[]" : `\n${entries.map((lines) => yamlEntry(lines, "  ")).join("\n")}`;
