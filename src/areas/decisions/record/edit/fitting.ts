import { bodyOf, lineText } from "../body.ts";
import { kindOf } from "../headings.ts";
import { plain } from "../markdown.ts";
import type { SectionKind } from "../shape.ts";

const PROBE = "probe";

/**
 * A text as it can stand in a section without ending it or running on beyond it: a heading that would begin another section
 * is text with a sign before it, and code or a comment that is not closed gets its end.
 */
export function fitting(text: string, room: Room): string {
  const written = text
    .toWellFormed()
    .replaceAll("\0", "\ufffd")
    .replace(/\r\n?/g, "\n")
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "");
  return written === "" ? "" : withEnd(withoutHeadings(written, room));
}

interface Room {
  readonly level: number;
  readonly kind: SectionKind;
}

/** What is no heading any more may make one of the line below it, so it is looked at again, but not without end. */
const MOST_ROUNDS = 8;

function withoutHeadings(text: string, room: Room): string {
  let now = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = now;
    now = escapedOnce(before, room);
    if (now === before) return now;
  }
  return now.replace(/^[ \t]*(?=#|=+[ \t]*$|-+[ \t]*$)/gm, "$&\\");
}

function escapedOnce(text: string, { level, kind }: Room): string {
  const body = bodyOf("", `\n${text}`);
  const options = kind === "options" || kind === "pros-and-cons";
  const lines = text.split("\n");
  for (const heading of body.blocks.headings) {
    const known = !options && kindOf(plain(heading.source, body.blocks.references)) !== "other";
    const at = heading.after - 2; // the line of a # heading, or of the dashes below one; the body has one line more
    if (heading.level <= level || known) lines[at] = lines[at]?.replace(/\S/, "\\$&") ?? "";
  }
  return lines.join("\n");
}

/** The ends of what would swallow the next heading, the first that helps. */
const ENDS = ["```", "~~~", "-->", "?>", "]]>", ">", "</script>", "</style>", "</pre>", "</textarea>"];

function withEnd(text: string): string {
  if (isClosed(text)) return text;
  const fence = /^ {0,3}(`{3,}|~{3,})/gm;
  const fences = [...text.matchAll(fence)]
    .map(([, signs]) => signs ?? "")
    .sort((a, b) => b.length - a.length);
  for (const end of [...fences, ...ENDS]) if (isClosed(`${text}\n${end}`)) return `${text}\n${end}`;
  return text.replace(/^( {0,3})([<`~])/gm, "$1\\$2");
}

function isClosed(text: string): boolean {
  const body = bodyOf("", `\n${text}\n\n## ${PROBE}\n`);
  const last = body.blocks.headings.at(-1);
  return last !== undefined && last.source === PROBE && lineText(body, last.line) === `## ${PROBE}`;
}
