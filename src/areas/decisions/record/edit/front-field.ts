import { isMap } from "yaml";
import type { Body } from "../body.ts";
import { type Entry, entryOf, type FrontMatter } from "../front-matter.ts";
import { lineAt, lineEndOf, withLineEnds } from "../lines.ts";
import { CannotEdit, type Splice } from "./splice.ts";

/** The order in which fields are written; one that is new comes after those before it that are there. */
const ORDER = [
  ...[
    "title",
    "status",
    "date",
    "created",
    "updated",
    "decision-makers",
    "deciders",
    "consulted",
    "informed",
    "tags",
  ],
  ...["review-by", "expects", "advice"],
];

/** Sets a field of the front matter to a piece of YAML, or takes it away. A list begins with a line break. */
export function setField(body: Body, key: string, yaml: string | null): Splice[] {
  const { front, text } = body;
  if (front === null) return yaml === null ? [] : [withBlock(body, key, yaml)];
  mustBeSound(body);
  const end = lineEndOf(text);
  const entry = entryOf(text, front, key);
  if (entry)
    return [yaml === null ? without(body, front, entry) : replaced(text, entry, withLineEnds(yaml, end))];
  if (yaml === null) return [];
  const at = placeFor(body, front, key);
  return [{ from: at, to: at, text: withLineEnds(`${key}:${spaced(yaml)}`, end) + end }];
}

const spaced = (yaml: string) => (yaml.startsWith("\n") ? yaml : ` ${yaml}`);

/** Front matter that does not parse is for a person to mend. */
export function mustBeSound({ front, lines }: Body): void {
  const fault = front?.faults[0];
  if (!fault || (front.document && front.document.errors.length === 0 && isMap(front.document.contents)))
    return;
  const line = fault.at === null ? 1 : lineAt(lines, fault.at);
  throw new CannotEdit(`Line ${line}: ${fault.says} Mend it first.`);
}

function withBlock({ text }: Body, key: string, yaml: string): Splice {
  const at = text.startsWith("\ufeff") ? 1 : 0;
  const block = `---\n${key}:${spaced(yaml)}\n---\n\n`;
  return { from: at, to: at, text: withLineEnds(block, lineEndOf(text)) };
}

function replaced(text: string, { colon, valueFrom, valueTo, value }: Entry, yaml: string): Splice {
  const between = text.slice(colon, valueFrom);
  const inLine = value !== null && /^[ \t]+$/.test(between) && !/^[\r\n]/.test(yaml);
  if (inLine) return { from: valueFrom, to: valueTo, text: yaml };
  return { from: colon, to: valueTo, text: /^[\r\n]/.test(yaml) ? yaml : ` ${yaml}` };
}

/** Takes the field's lines away, and the whole block with the blank line after it where nothing else is in it. */
function without({ text, lines }: Body, front: FrontMatter, { from, valueTo }: Entry): Splice {
  const begin = lines[lineAt(lines, from) - 1]?.from ?? from;
  const end = lines[lineAt(lines, valueTo) - 1]?.next ?? valueTo;
  if ((text.slice(front.from, begin) + text.slice(end, front.to)).trim() !== "")
    return { from: begin, to: end, text: "" };
  const after = lines[front.after];
  const blank = after && text.slice(after.from, after.to).trim() === "";
  const start = text.startsWith("\ufeff") ? 1 : 0;
  return { from: start, to: (blank ? after.next : after?.from) ?? text.length, text: "" };
}

/** After the fields that come before it, or else before those that come after it. */
function placeFor({ text, lines }: Body, front: FrontMatter, key: string): number {
  const there = (names: readonly string[]) => names.flatMap((name) => entryOf(text, front, name) ?? []);
  const before = there(ORDER.slice(0, ORDER.indexOf(key))).map(({ valueTo }) => valueTo);
  if (before.length > 0) return lines[lineAt(lines, Math.max(...before)) - 1]?.next ?? front.to;
  const after = there(ORDER.slice(ORDER.indexOf(key) + 1)).map(({ from }) => from);
  return after.length === 0 ? front.to : (lines[lineAt(lines, Math.min(...after)) - 1]?.from ?? front.to);
}
