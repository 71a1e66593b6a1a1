import type { Body } from "./body.ts";
import { numberIn, slugIn } from "./file-name.ts";
import { entryOf, isPlaceholder, textIn } from "./front-matter.ts";
import { plain } from "./markdown.ts";
import { shown } from "./text.ts";

/** What stands before a title: “1. ”, “ADR-0001: ”, “0001 - ”. A point that is escaped is part of the title. */
const NUMBER = /^(?:ADR[-_ #]*(\d{1,6})\s*[.:)–—-]*\s+|(\d{1,6})(?:[.:)]\s+|\s+[–—-]\s+))(?=\S)/i;

export interface Title {
  readonly title: string;
  readonly number: number | null;
  /** Nothing in the file says the title; this one is made of its name. */
  readonly made: boolean;
}

export function titleOf(body: Body): Title {
  const source = body.title?.source ?? "";
  const match = NUMBER.exec(source);
  const number = numberIn(body.path) ?? (match ? Number(match[1] ?? match[2]) : null);
  const words = shown(plain(source.slice(prefixOf(source).length), body.blocks.references));
  if (words !== "" && !isTemplate(source)) return { title: words, number, made: false };
  const entry = entryOf(body.text, body.front, "title");
  const said =
    entry && body.front && !isPlaceholder(entry.value, entry.source) ? textIn(body.front, entry.value) : null;
  if (said !== null) return { title: said.replace(/\s+/g, " "), number, made: false };
  const slug = shown(slugIn(body.path)).replace(/[-_]+/g, " ").trim();
  return { title: slug === "" ? body.path : `${slug[0]?.toUpperCase()}${slug.slice(1)}`, number, made: true };
}

export const prefixOf = (source: string) => NUMBER.exec(source)?.[0] ?? "";

/** A template's words for a title. */
export const isTemplate = (source: string) => /^\{.*\}$|^\[[^\]]*\]$/.test(source.trim());
