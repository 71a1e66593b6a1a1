import {
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  load,
  nullCoreTag,
  parseEvents,
  YAMLException,
} from "js-yaml";
import type { ImportFile } from "./contract.ts";
import type { Place } from "./problems.ts";

/** One YAML document of a file. */
export interface YamlDocument {
  readonly file: string;
  /** The line of the file on which its text begins, counted from 1. */
  readonly line: number;
  readonly text: string;
}

/** Every scalar stays the text that it is, so that a name like 0123 is one; no tags of anybody's own. */
const schema = FAILSAFE_SCHEMA.withTags(nullCoreTag);

/** A catalogue entry nests some six levels deep, and has no use for aliases by the hundred. */
const BOUNDS = { maxDepth: 100, maxAliases: 100 };

/**
 * The documents of a file, none of them read yet. A line that begins with --- or ... always ends a document, even inside
 * a block of text (YAML 1.2.2, 9.1.2), so that a broken one takes no other with it.
 */
export function documentsIn({ name, text }: ImportFile): YamlDocument[] {
  const documents: YamlDocument[] = [];
  let line = 1;
  for (const part of text.split(/^(?:---|\.\.\.)(?=\s|$)/m)) {
    const content = /^[^\S\n]*[^\s#%]/m.exec(part); // the first line that is more than a comment or a directive
    if (content) {
      const before = linesIn(part.slice(0, content.index));
      documents.push({ file: name, line: line + before, text: part.slice(content.index) });
    }
    line += linesIn(part);
  }
  return documents;
}

/** What a document says; throws a {@link Unreadable} where it is broken. */
export function contentOf({ file, line, text }: YamlDocument): unknown {
  try {
    return load(text, { schema, ...BOUNDS });
  } catch (error) {
    const known = error instanceof YAMLException ? error : undefined;
    const why = known?.reason ?? "it is too complicated";
    throw new Unreadable(
      { file, line: line + (known?.mark?.line ?? 0) },
      `This is no YAML that can be read: ${why}.`,
    );
  }
}

export class Unreadable extends Error {
  readonly place: Place;

  constructor(place: Place, reason: string) {
    super(reason);
    this.place = place;
  }
}

/** The place of a field, or of the nearest field above it that is there. Reads the document again: only for what is told. */
export function placeIn({ file, line, text }: YamlDocument, field: readonly string[]): Place {
  const events = field.length === 0 ? [] : parseEvents(text, BOUNDS);
  return { file, line: line + linesIn(text.slice(0, offsetOf({ text, events }, field))) };
}

interface Parsed {
  readonly text: string;
  readonly events: readonly Event[];
}

function offsetOf({ text, events }: Parsed, field: readonly string[]): number {
  let offset = 0;
  let at = 1; // the first event opens the document
  for (const name of field) {
    const found = keyOf({ text, events }, at, name);
    if (found === undefined) break;
    offset = found.offset;
    at = found.value;
  }
  return offset;
}

/** Where the mapping that begins at event `at` has this key, and at which event the key's value begins. */
function keyOf({ text, events }: Parsed, at: number, name: string) {
  if (events[at]?.type !== EVENT_ID.MAPPING) return undefined;
  let key = at + 1;
  while (events[key] && events[key]?.type !== EVENT_ID.POP) {
    const value = after(events, key);
    const event = events[key];
    if (event?.type === EVENT_ID.SCALAR && getScalarValue(text, event) === name)
      return { offset: event.valueStart, value };
    key = after(events, value);
  }
  return undefined;
}

/** The event after a whole node. */
function after(events: readonly Event[], at: number): number {
  let open = 0;
  for (let next = at; next < events.length; next += 1) {
    const type = events[next]?.type;
    if (type === EVENT_ID.POP) open -= 1;
    else if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) open += 1;
    if (open === 0) return next + 1;
  }
  return events.length;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
