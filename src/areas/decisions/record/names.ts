import { plain } from "./markdown.ts";

/** What people write where there is nobody to name. */
const NOBODY = /^(n\/?a|none|nobody|no one|-+|—|tbd|tba|\?+|\.{3}|…)$/i;

/** Names as one text lists them. Where a semicolon parts them, a comma is part of a name: "Roe, Jane; Doe, John". */
export function namesIn(text: string): string[] {
  if (isUnfilled(text)) return [];
  const apart = parts(plainNames(text), /[;\n]/.test(text) ? /[;\n]/ : /,/);
  return apart.flatMap((part) => parts(part, /\s(?:and|&)\s/)).flatMap(nameIn);
}

/** A name alone, without Markdown and the sign before an account. */
export function nameIn(text: string): string[] {
  if (isUnfilled(text)) return [];
  const name = plainNames(text)
    .replace(/^(?:and|&)\s+/, "")
    .replace(/^@/, "")
    .trim();
  return name === "" || NOBODY.test(name) ? [] : [name];
}

/** A template's words in brackets or braces, and no link. */
export const isUnfilled = (text: string) =>
  /^(\{[\s\S]*\}|\[(?:[^[\]]|\[[^\]]*\](?!\()|\[[^\]]*\]\([^)]*\))*\](?![([]))$/.test(text.trim());

/** An unfinished link keeps its text: "[Jane](https://…" is Jane. */
const plainNames = (text: string) =>
  plain(text.replace(/\[([^\]]*)\]\([^)\s]*$/g, "$1").replace(/\n/g, ";")).trim();

/** Cut outside of brackets, so that "Ann (Web, lead)" stays one. */
function parts(text: string, at: RegExp): string[] {
  let depth = 0;
  const found = [""];
  for (const piece of text.split(new RegExp(`([()]|${at.source})`))) {
    if (piece === "(") depth += 1;
    if (piece === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && piece !== "" && new RegExp(`^(?:${at.source})$`).test(piece)) found.push("");
    else found.push(`${found.pop()}${piece}`);
  }
  return found;
}

/** How a list of names is written where it is one text; null where it would not read the same. */
export function namesAsText(names: readonly string[]): string | null {
  const text = names.join(", ");
  const read = namesIn(text);
  return read.length === names.length && read.every((name, at) => name === names[at]) ? text : null;
}
