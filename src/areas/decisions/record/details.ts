import { type Body, lineText, ownLines, preamble } from "./body.ts";
import { bare } from "./lines.ts";
import { isUnfilled } from "./names.ts";

export type Field = "status" | "date" | "deciders" | "consulted" | "informed" | "tags";

/** A field that stands in the text, as in “* Status: accepted”: its value and the value's place. */
export interface Detail {
  readonly field: Field;
  /** Counted from 0. */
  readonly line: number;
  readonly from: number;
  readonly to: number;
  /** Entries of a list are parted by line breaks. Empty where a template is not filled in. */
  readonly value: string;
  /** What stands before the name: a bullet and its blanks, or nothing. Null in a table, or below a heading of its own. */
  readonly bullet: string | null;
}

const NAMES: Record<Field, string> = {
  status: "status|state",
  date: "date|decision date|date of decision|decided on|last updated",
  deciders: "deciders?|decision[- ]?makers?|decided by|approvers?|approved by",
  consulted: "consulted",
  informed: "informed",
  tags: "tags|labels",
};
const FIELDS = (Object.keys(NAMES) as Field[]).map((field) => ({
  field,
  name: new RegExp(`^(?:${NAMES[field]})$`, "i"),
}));
const ANY = Object.values(NAMES).join("|");
const LINE = new RegExp(
  `^([ \\t]*(?:[*+-][ \\t]+)?)(\\*\\*|__|\\*|_|)(${ANY})(?:[ \\t]*\\2[ \\t]*:|[ \\t]*:[ \\t]*\\2)[ \\t]*`,
  "i",
);
const CELL = new RegExp(`^[ \\t]*\\|[ \\t]*(\\*\\*|__|)(${ANY}):?\\1:?[ \\t]*\\|[ \\t]*`, "i");

/** A field's name, with what stands around it, is within so many characters of its line. */
const LONGEST_NAME = 200;

/** The fields of a record's text; of one that is there twice, the first. */
export function detailsOf(body: Body): ReadonlyMap<Field, Detail> {
  const status = body.chapters.filter(({ kind }) => kind === "status");
  const regions = [preamble(body), ...status.map(({ begins, to }) => ({ from: begins, to }))];
  const lines = regions.flatMap(({ from, to }) => {
    return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  });
  const found = [...lines.flatMap((line) => detailOn(body, line) ?? []), ...chapterDetails(body)];
  return new Map(found.reverse().map((detail) => [detail.field, detail]));
}

function detailOn(body: Body, line: number): Detail | null {
  if (!body.blocks.prose.has(line)) return null;
  const source = lineText(body, line);
  const start = source.slice(0, LONGEST_NAME);
  const cell = CELL.exec(start);
  const match = cell ?? LINE.exec(start);
  const begin = body.lines[line]?.from;
  if (!match || begin === undefined) return null;
  const field = fieldOf((cell ? match[2] : match[3]) ?? "");
  if (!field) return null;
  const written = source.slice(match[0].length);
  const value = cell ? (written.split(/(?<!\\)\|/)[0] ?? "").trimEnd() : bare(written);
  const bullet = cell ? null : (match[1] ?? "");
  const from = begin + match[0].length;
  const given = { field, line, from, to: from + value.length, value: filled(value), bullet };
  return value === "" && bullet !== null ? withEntries(body, given) : given;
}

const filled = (value: string) => (isUnfilled(value) ? "" : value);

const fieldOf = (words: string) => FIELDS.find(({ name }) => name.test(words))?.field;

/** With the entries of a list that stands below the name. */
function withEntries(body: Body, detail: Detail): Detail {
  const indent = /^[ \t]*/.exec(lineText(body, detail.line))?.[0].length ?? 0;
  const entries: string[] = [];
  let to = detail.to;
  for (let line = detail.line + 1; line < body.lines.length; line += 1) {
    const entry = /^([ \t]*)[*+-][ \t]+(.*)$/.exec(lineText(body, line));
    if (!entry || (entry[1]?.length ?? 0) <= indent - (detail.bullet?.trim() ? 0 : 1)) break;
    entries.push(bare(entry[2] ?? ""));
    to = body.lines[line]?.to ?? to;
  }
  return { ...detail, to, value: entries.join("\n") };
}

/** A field that has a heading of its own, as “## Deciders”. */
function chapterDetails(body: Body): Detail[] {
  return body.chapters.flatMap((chapter) => {
    const field = fieldOf(chapter.heading);
    const own = ownLines(body, chapter);
    if (!field || field === "status" || own.to <= own.from) return [];
    const lines = Array.from({ length: own.to - own.from }, (_, at) => own.from + at);
    const entries = lines.filter((line) => body.blocks.prose.has(line));
    const value = entries.map((line) => bare(lineText(body, line).replace(/^\s*[*+-]\s+/, ""))).join("\n");
    const from = body.lines[own.from]?.from ?? 0;
    const to = body.lines[own.to - 1]?.to ?? from;
    return [{ field, line: own.from, from, to, value: filled(value), bullet: null }];
  });
}
