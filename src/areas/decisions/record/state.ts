import { type Body, chapterOf, lineText, ownLines } from "./body.ts";
import { dayIn, type FoundDay } from "./day.ts";
import type { Detail, Field } from "./details.ts";
import { type Entry, entryOf, isPlaceholder, textIn } from "./front-matter.ts";
import { bare } from "./lines.ts";
import { plain } from "./markdown.ts";
import { isUnfilled } from "./names.ts";
import { isUnclosed, type Relation, relationsIn } from "./relations.ts";
import type { Status } from "./shape.ts";
import { statusIn } from "./status.ts";

/** What a record says of its state, and where. */
export interface State {
  readonly status: Status | null;
  readonly raw: string | null;
  readonly where: "front matter" | "text" | "section" | null;
  /** The place of the words, without a day after them. */
  readonly from: number;
  readonly to: number;
  /** A day that follows the words, and its place. */
  readonly day: { readonly day: string; readonly from: number; readonly to: number } | null;
  /** States that other lines of the section say beside the one that counts. */
  readonly beside: readonly Status[];
  readonly relations: readonly Relation[];
  readonly faults: readonly { readonly at: number; readonly says: string }[];
}

const NOTHING: Omit<State, "where" | "from" | "to"> = {
  status: null,
  raw: null,
  day: null,
  beside: [],
  relations: [],
  faults: [],
};

/** Front matter counts before a field in the text, and that before a section, where each says anything. */
export function stateOf(body: Body, details: ReadonlyMap<Field, Detail>): State {
  const entry = entryOf(body.text, body.front, "status", "state");
  const detail = details.get("status");
  const places = [
    ...(entry ? [inFrontMatter(body, entry)] : []),
    ...(detail ? [{ ...said(body, detail.value, detail), where: "text" as const }] : []),
    inSection(body),
  ];
  return (
    places.find(({ raw }) => raw !== null) ?? places.find(({ where }) => where !== null) ?? inSection(body)
  );
}

function inFrontMatter(body: Body, entry: Entry): State {
  const place = { from: entry.valueFrom, to: entry.valueTo };
  const where = "front matter";
  if (isPlaceholder(entry.value, entry.source)) return { ...inBraces(entry), ...place, where };
  const text = body.front && textIn(body.front, entry.value);
  return text === null
    ? { ...NOTHING, ...place, where }
    : { ...said(body, text, place), ...place, day: null, where };
}

/** `status: { accepted }` is meant; `{proposed | accepted | …}` is a template that nobody filled in. */
function inBraces({ source, valueFrom }: Entry) {
  const status = statusIn(source.replace(/^["'{\s]+|["'}\s]+$/g, ""));
  if (status === null || source.includes("|")) return NOTHING;
  const says = `The status is in braces, which YAML reads as a mapping: write “status: ${status}”.`;
  return { ...NOTHING, status, raw: source, faults: [{ at: valueFrom, says }] };
}

/** A state in more characters than these is no state, and is not looked into. */
const LONGEST_WORDS = 1_000;

/** A status section has some lines; what follows so many is a story. */
const MOST_LINES = 100;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** What the words at a place say. */
function said(body: Body, raw: string, { from, to }: Place): Omit<State, "where"> {
  if (raw.length > LONGEST_WORDS) return { ...NOTHING, raw, from, to };
  if (raw === "" || isUnfilled(raw)) return { ...NOTHING, from, to };
  const relations = relationsIn(raw, body.blocks.references).filter(
    ({ named, to }) => named || /\.md\b/i.test(to),
  );
  const faults = isUnclosed(raw)
    ? [{ at: from, says: "A link is not closed: write it as [name](file.md)." }]
    : [];
  const tail = dayIn(raw, null);
  const words = tail === null || tail.doubtful || tail.from === 0 ? raw : raw.slice(0, tail.from);
  const kept = words.replace(/[\s(*_:,–—-]*(?:\b(?:on|as of|since|at)\s*)?[\s(]*$/i, "");
  const day = words === raw || relations.length > 0 ? null : placed(tail, from);
  const status = statusIn(plain(raw.replace(/~~[^~]*~~/g, ""), body.blocks.references)); // what is struck out is over
  const end = day === null ? to : from + kept.length;
  return { status, raw, from, to: end, day, beside: [], relations, faults };
}

const placed = (tail: FoundDay | null, at: number) =>
  tail && { day: tail.day, from: at + tail.from, to: at + tail.to };

/** A status section may hold a state, lines that link to other records, and fields. */
function inSection(body: Body): State {
  const chapter = chapterOf(body, "status");
  if (!chapter) return { ...NOTHING, where: null, from: 0, to: 0 };
  const lines = wordsIn(body, ownLines(body, chapter)).map((place) => said(body, place.raw, place));
  const linking = lines.filter(
    ({ status, relations }) =>
      relations.some(({ named }) => named) || (status === null && relations.length > 0),
  );
  const links = new Set(linking);
  const speaking = lines.filter((line) => !links.has(line) || line.status !== null);
  const chosen =
    speaking.find(({ status }) => status === "superseded") ??
    speaking.find(({ status }) => status !== null) ??
    speaking[0];
  const all = {
    beside: speaking.flatMap((line) => (line === chosen ? [] : (line.status ?? []))),
    relations: lines.flatMap(({ relations }) => relations),
    faults: lines.flatMap(({ faults }) => faults),
  };
  const own = ownLines(body, chapter);
  const place = body.lines[own.from]?.from ?? body.text.length;
  return chosen
    ? { ...chosen, ...all, where: "section" }
    : { ...NOTHING, ...all, from: place, to: place, where: "section" };
}

function wordsIn(body: Body, { from, to }: Place) {
  const lines = Array.from({ length: Math.max(0, Math.min(to - from, MOST_LINES)) }, (_, at) => from + at);
  return lines.flatMap((line) => {
    const source = lineText(body, line);
    const begin = body.lines[line]?.from ?? 0;
    const bullet = /^[ \t]*(?:(?:[*+-]|\d+[.)])[ \t]+|>[ \t]*)?/.exec(source)?.[0].length ?? 0;
    const raw = bare(source.slice(bullet));
    const field = /^[*_]*(date|deciders?|decision[- ]?makers?|consulted|informed|tags)[*_]*\s*:/i.test(raw);
    if (!body.blocks.prose.has(line) || raw === "" || field) return [];
    return [{ raw, from: begin + bullet, to: begin + bullet + raw.length }];
  });
}
