import { type Body, chapterOf, lineText, preamble } from "../body.ts";
import type { Detail, Field } from "../details.ts";
import { beginOf, lineAt, lineEndOf } from "../lines.ts";
import type { Understood } from "../read-record.ts";
import type { Splice } from "./splice.ts";

const NAMES: Record<Field, string> = {
  status: "Status",
  deciders: "Deciders",
  date: "Date",
  consulted: "Consulted",
  informed: "Informed",
  tags: "Tags",
};
/** As MADR 2 and log4brains have them. */
const ORDER = Object.keys(NAMES) as Field[];

/** Sets a field of the text, as “* Date: 2026-03-28”, or takes its line away. */
export function setTextField(
  { body, details, dialect }: Understood,
  field: Field,
  value: string | null,
): Splice[] {
  const detail = details.get(field);
  if (!detail) return value === null ? [] : [added({ body, details, dialect }, field, value)];
  if (value !== null) {
    const tight = detail.from === detail.to && body.text[detail.from - 1] === ":";
    return [{ from: detail.from, to: detail.to, text: tight ? ` ${value}` : value }];
  }
  return [
    detail.bullet === null ? { from: detail.from, to: detail.to, text: "" } : withoutLine(body, detail),
  ];
}

/** With the blank line before it where one follows too. */
function withoutLine(body: Body, { line, to }: Detail): Splice {
  const last = lineAt(body.lines, to) - 1;
  const alone = isBlank(body, line - 1) && (isBlank(body, last + 1) || last + 1 >= body.lines.length);
  const begin = beginOf(body.lines, alone ? line - 1 : line);
  return { from: begin, to: body.lines[last]?.next ?? to, text: "" };
}

const isBlank = (body: Body, line: number) =>
  line >= body.first && line < body.lines.length && lineText(body, line).trim() === "";

type Known = Pick<Understood, "body" | "details" | "dialect">;

/** Beside the fields that are there, or else on a line of its own below the title. */
function added({ body, details, dialect }: Known, field: Field, value: string): Splice {
  const end = lineEndOf(body.text);
  const there = [...details.values()].filter((detail) => detail.bullet !== null && inPreamble(body, detail));
  const bulleted = dialect === "madr-2" || dialect === "log4brains";
  const bullet = there[0]?.bullet ?? (bulleted ? (dialect === "madr-2" ? "* " : "- ") : "");
  const words = `${bullet}${NAMES[field]}: ${value}`;
  const rank = (other: Field) => ORDER.indexOf(other);
  const before = there
    .filter((detail) => rank(detail.field) < rank(field))
    .sort((a, b) => b.line - a.line)[0];
  if (before) return belowLine(body, lineAt(body.lines, before.to) - 1, words);
  const after = there.sort((a, b) => a.line - b.line)[0];
  if (after) {
    const at = beginOf(body.lines, after.line);
    return { from: at, to: at, text: words + end };
  }
  if (body.title) return belowLine(body, body.title.after - 1, `${end}${words}`);
  return { from: body.begin, to: body.begin, text: `${words}${end}${end}` };
}

function inPreamble(body: Body, { line }: Detail): boolean {
  const { from, to } = preamble(body);
  return line >= from && line < to;
}

function belowLine(body: Body, line: number, words: string): Splice {
  const end = lineEndOf(body.text);
  const place = body.lines[line];
  const at = place?.next ?? body.text.length;
  return { from: at, to: at, text: place && place.next > place.to ? words + end : end + words };
}

/** Where a record without such a field gets it: in front matter, or in its text as the older dialects have it. */
export function homeOf({ body, details, dialect }: Known): "front matter" | "text" {
  const older = ["nygard", "madr-2", "log4brains", "free-hand"].includes(dialect);
  const own = ["status", "date", "deciders"].some((field) => details.has(field as Field));
  return older || (own && chapterOf(body, "status") === undefined) ? "text" : "front matter";
}
