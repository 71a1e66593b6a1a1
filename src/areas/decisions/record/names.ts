import { plain } from "./markdown.ts";
import { shown } from "./text.ts";

/** What people write where there is nobody to name. */
const NOBODY = /^(n\/?a|none|nobody|no one|-+|—|tbd|tba|\?+|\.{3}|…)$/i;

/** What is longer than this, in UTF-16 units, names nobody. */
const LONGEST_LIST = 5_000;

/** Names as one text lists them. Where a semicolon parts them, a comma is part of a name: "Roe, Jane; Doe, John". */
export function namesIn(text: string): string[] {
  if (text.length > LONGEST_LIST || isUnfilled(text)) return [];
  const source = unfinishedLink(text).replace(/\n/g, ";");
  const apart = parts(source, SEMICOLON.test(source) ? SEMICOLON : COMMA);
  return apart.flatMap((part) => parts(part, AND)).flatMap(nameIn);
}

/** A backslash before a sign makes it part of a name. */
const SEMICOLON = /(?<!\\);/;
const COMMA = /(?<!\\),/;
const AND = /\s(?:and|&)\s/;

/** A name alone, without Markdown and the sign before an account. */
export function nameIn(text: string): string[] {
  if (text.length > LONGEST_LIST || isUnfilled(text)) return [];
  const name = plain(unfinishedLink(text))
    .replace(/^(?:and|&)\s+/, "")
    .replace(/^@/, "")
    .trim();
  return name === "" || NOBODY.test(name) ? [] : [name];
}

/** A template's words in brackets or braces, and no link. */
export const isUnfilled = (text: string) =>
  /^(\{[\s\S]*\}|\[(?:[^[\]]|\[[^\]]*\](?!\()|\[[^\]]*\]\([^)]*\))*\](?![([]))$/.test(text.trim());

/** An unfinished link keeps its text: "[Jane](https://…" is Jane. */
const unfinishedLink = (text: string) => text.replace(/\[([^\]]*)\]\([^)\s]*$/g, "$1");

/** Cut outside of brackets, so that "Ann (Web, lead)" stays one. */
function parts(text: string, at: RegExp): string[] {
  let depth = 0;
  const found = [""];
  for (const piece of text.split(new RegExp(`([()[\\]]|${at.source})`))) {
    if (piece === "(" || piece === "[") depth += 1;
    if (piece === ")" || piece === "]") depth = Math.max(0, depth - 1);
    if (depth === 0 && piece !== "" && new RegExp(`^(?:${at.source})$`).test(piece)) found.push("");
    else found.push(`${found.pop()}${piece}`);
  }
  return found;
}

/** How a list of names is written where it is one text; null where it would not read the same. */
export function namesAsText(names: readonly string[]): string | null {
  const sources = names.map(nameSource);
  return [sources.join(", "), sources.join("; ")].find((text) => readsAs(text, names)) ?? null;
}

/** The same with a backslash before the signs that would part a name. */
export const namesEscaped = (names: readonly string[]) =>
  names.map((name) => nameSource(name).replace(/[,;&]/g, "\\$&")).join(", ");

function readsAs(text: string, names: readonly string[]): boolean {
  const read = namesIn(text);
  return read.length === names.length && read.every((name, at) => name === names[at]);
}

/** A name as Markdown that reads as this name. */
export const nameSource = (name: string) =>
  plain(name) === name ? name : name.replace(/[\\`*_[\]<>&~!]/g, "\\$&");

/** Names as they will be read: one line each, without the sign before an account, and nobody left out. */
export const asNames = (names: readonly string[]) =>
  names.flatMap((name) => nameIn(nameSource(shown(name).replace(/\s+/g, " ").trim())));
