import { type Body, bodyOf, chapterOf, ownLines, textBetween } from "./body.ts";
import { type Detail, detailsOf, type Field } from "./details.ts";
import { dialectOf } from "./dialect.ts";
import { type Foresight, foresightOf } from "./foresight.ts";
import type { Fault } from "./front-matter.ts";
import { DECIDERS, dateOf, peopleOf } from "./given.ts";
import type { Chapter } from "./headings.ts";
import { lineAt } from "./lines.ts";
import { linksOf } from "./links.ts";
import { optionsOf } from "./options.ts";
import type { Dialect, Problem, RecordFile, RecordRead, Section } from "./shape.ts";
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
