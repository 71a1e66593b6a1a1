import { type Body, bodyOf, chapterOf, lineText, ownLines, textBetween } from "./body.ts";
import { dayIn, orderIn } from "./day.ts";
import { type Detail, detailsOf, type Field } from "./details.ts";
import { dialectOf } from "./dialect.ts";
import { type Foresight, foresightOf } from "./foresight.ts";
import { type Entry, entryOf, type Fault, isPlaceholder, listIn, textIn } from "./front-matter.ts";
import type { Chapter } from "./headings.ts";
import { lineAt } from "./lines.ts";
import { isUnfilled, nameIn, namesIn } from "./names.ts";
import { optionsOf } from "./options.ts";
import { isFile, linkOf, type Relation, relationsIn } from "./relations.ts";
import type { Dialect, Problem, RecordFile, RecordLink, RecordRead, Section } from "./shape.ts";
import { type State, stateOf } from "./state.ts";
import { firstBroken, shown, textOf } from "./text.ts";
import { type Title, titleOf } from "./title.ts";

/** The longest file that is read as a record: 1 MiB. Real ones have some kilobytes. */
export const LONGEST_FILE = 1_048_576;

/** A record, and where in its file its parts stand: what an edit needs. */
export interface Understood {
  readonly body: Body;
  readonly title: Title;
  readonly state: State;
  readonly details: ReadonlyMap<Field, Detail>;
  readonly foresight: Foresight;
  readonly dialect: Dialect;
  readonly record: RecordRead;
}

/** What a file says as a record of a decision. Never throws: what cannot be read is a problem, and the rest is there. */
export function readRecord({ path, bytes }: RecordFile): RecordRead {
  const refusal = unreadable(bytes);
  if (refusal === null) return understand(path, textOf(bytes)).record;
  const { record } = understand(path, "");
  return { ...record, problems: [{ line: null, says: refusal }] };
}

/** Why a file is not read at all; null where it is. */
export function unreadable(bytes: Uint8Array): string | null {
  if (bytes.length > LONGEST_FILE)
    return `The file has ${bytes.length} bytes; a record has at most ${LONGEST_FILE} (1 MiB).`;
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return "The file is UTF-16: save it as UTF-8.";
  return null;
}

export function understand(path: string, text: string): Understood {
  const body = bodyOf(path, text);
  const details = detailsOf(body);
  const state = stateOf(body, details);
  const foresight = foresightOf(body);
  const title = titleOf(body);
  const dialect = dialectOf(body, details);
  const parts = { body, details, state, foresight, title, dialect };
  return { ...parts, record: recordOf(parts) };
}

function recordOf(parts: Omit<Understood, "record">): RecordRead {
  const { body, details, state, foresight, title, dialect } = parts;
  const date = dateOf(body, details, state);
  const { options, faults } = optionsOf(body);
  const later = chapterOf(body, "later-outcome");
  const outcome = later ? shown(textBetween(body, ownLines(body, later))) : "";
  return {
    path: body.path,
    number: title.number,
    title: title.title,
    status: state.status,
    rawStatus: state.raw === null ? null : shown(state.raw),
    date: date.day,
    deciders: peopleOf(parts, "deciders", DECIDERS),
    consulted: peopleOf(parts, "consulted", ["consulted"]),
    informed: peopleOf(parts, "informed", ["informed"]),
    tags: peopleOf(parts, "tags", ["tags"]),
    links: linksOf(body, state),
    reviewBy: foresight.reviewBy,
    expects: foresight.expects.flatMap(({ says }) => says ?? []),
    advice: foresight.advice.flatMap(({ says }) => says ?? []),
    outcome: outcome === "" ? null : outcome,
    sections: body.chapters.map(sectionOf),
    options,
    dialect,
    problems: problemsOf(parts, [...date.faults, ...faults]),
  };
}

const sectionOf = ({ heading, level, kind, from, to }: Chapter): Section => ({
  heading: shown(heading),
  level,
  kind,
  from,
  to,
});

export const DECIDERS = ["decision-makers", "deciders"];

/** Names in the front matter, or else in a field of the text. */
export function peopleOf(
  { body, details }: Pick<Understood, "body" | "details">,
  field: Field,
  keys: string[],
) {
  const entry = entryOf(body.text, body.front, ...keys);
  if (entry && body.front) {
    if (isPlaceholder(entry.value, entry.source)) return [];
    const list = listIn(body.front, entry.value);
    return (list ? list.flatMap(nameIn) : namesIn(textIn(body.front, entry.value) ?? "")).map(shown);
  }
  return namesIn(details.get(field)?.value ?? "").map(shown);
}

/** The keys that hold a record's day, the first that is there counting; structured MADR has the last two. */
export const DATES = ["date", "updated", "created"];

export function dateEntryOf(body: Body): Entry | null {
  const entries = DATES.map((key) => entryOf(body.text, body.front, key));
  return (
    entries.find((entry) => entry && !isPlaceholder(entry.value, entry.source)) ??
    entries.find(Boolean) ??
    null
  );
}

function dateOf(
  body: Body,
  details: ReadonlyMap<Field, Detail>,
  state: State,
): { day: string | null; faults: Fault[] } {
  const entry = dateEntryOf(body);
  if (entry && body.front && !isPlaceholder(entry.value, entry.source)) {
    const said = textIn(body.front, entry.value);
    if (said !== null) return dayOf(said, body.text, entry.valueFrom);
  }
  const detail = details.get("date");
  if (detail && detail.value !== "") return dayOf(detail.value, body.text, detail.from);
  return { day: state.day?.day ?? null, faults: [] };
}

function dayOf(said: string, text: string, at: number): { day: string | null; faults: Fault[] } {
  const unfilled = isUnfilled(said) || /^yyyy-mm-dd\b/i.test(said);
  const found = dayIn(said, orderIn(text));
  if (unfilled && !found) return { day: null, faults: [] };
  if (!found)
    return { day: null, faults: [{ at, says: `“${shown(said)}” is no day: write it as 2026-03-28.` }] };
  const says = `“${shown(said)}” is read with the day before the month, as ${found.day}; write it so.`;
  return { day: found.day, faults: found.doubtful ? [{ at, says }] : [] };
}

/** Links of the status, of the sections that hold references, and of the front matter. */
function linksOf(body: Body, state: State): RecordLink[] {
  const more = body.chapters
    .filter(({ kind }) => kind === "more")
    .flatMap((chapter) => linesWithLinks(body, chapter));
  const entry = entryOf(body.text, body.front, "related");
  const related = (entry && body.front && listIn(body.front, entry.value)) ?? [];
  const all = [
    ...state.relations,
    ...more,
    ...related.map((to): Relation => ({ kind: "relates", to, label: null, named: false })),
  ].map((relation) => shownLink(linkOf(relation, body.path)));
  const once = new Map(all.reverse().map((link) => [`${link.kind} ${link.to}`, link])); // the first of each stays
  return [...once.values()].reverse();
}

const shownLink = ({ kind, to, label }: RecordLink): RecordLink => ({
  kind,
  to: shown(to),
  ...(label && { label: shown(label) }),
});

/** A line with a link to a record is shorter than this. */
const LONGEST_LINK = 1_000;

/** An entry or a line that begins with the word for a link, or that is a link to a record. */
function linesWithLinks(body: Body, chapter: Chapter): Relation[] {
  const { from, to } = ownLines(body, chapter);
  const lines = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  return lines.flatMap((line) => {
    const source = lineText(body, line);
    const words = source.replace(/^\s*(?:[*+-]|\d+[.)])\s+/, "");
    if (
      source.length > LONGEST_LINK ||
      !body.blocks.prose.has(line) ||
      !/^(?:[*_\w]+ ){0,3}[*_:]*\s*\[|^\w+ (by )?ADR/i.test(words)
    )
      return [];
    const found = relationsIn(words, body.blocks.references);
    return found.filter(
      ({ named, to }) => (named && !/^https?:/i.test(to)) || (words !== source && isFile(to)),
    );
  });
}

function problemsOf(
  { body, state, foresight, title }: Omit<Understood, "record">,
  more: readonly Fault[],
): Problem[] {
  const broken = firstBroken(body.text);
  const nul = body.text.indexOf("\0");
  const faults: Fault[] = [
    ...(broken === -1
      ? []
      : [{ at: broken, says: "This line has bytes that are no UTF-8; they are shown as \ufffd." }]),
    ...(nul === -1 ? [] : [{ at: nul, says: "This line has a NUL character; it is shown as \ufffd." }]),
    ...(body.text.trim() === "" ? [{ at: null, says: "The file is empty." }] : []),
    ...body.faults,
    ...state.faults,
    ...foresight.faults,
    ...more,
  ];
  const untitled = title.made && body.text.trim() !== "";
  const says =
    "There is no title: begin the text with a line such as “# Use queues”. The file's name stands for it.";
  return [...faults, ...(untitled ? [{ at: null, says }] : [])]
    .map(({ at, says }) => ({ line: at === null ? null : lineAt(body.lines, at), says: shown(says) }))
    .sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
}
