import { type Body, chapterOf, ownLines, textBetween } from "../body.ts";
import type { Chapter } from "../headings.ts";
import { beginOf, lineEndOf, withLineEnds } from "../lines.ts";
import type { Understood } from "../read-record.ts";
import type { Dialect, SectionKind } from "../shape.ts";
import { shown } from "../text.ts";
import { fitting } from "./fitting.ts";
import { CannotEdit, type Splice } from "./splice.ts";

/** The section to change: the first of a kind, or the first with a heading. */
export type SectionChange =
  | { readonly kind: Exclude<SectionKind, "other" | "status">; readonly text: string }
  | { readonly heading: string; readonly text: string };

/** The order in which new sections are put between those that are there, with their headings in MADR. */
export const HEADINGS = {
  context: "Context and Problem Statement",
  drivers: "Decision Drivers",
  options: "Considered Options",
  decision: "Decision Outcome",
  consequences: "Consequences",
  confirmation: "Confirmation",
  "pros-and-cons": "Pros and Cons of the Options",
  more: "More Information",
  "later-outcome": "Outcome",
} as const;
type Headed = keyof typeof HEADINGS;

const ORDER: readonly string[] = ["status", ...Object.keys(HEADINGS)];

export function setSection(understood: Understood, change: SectionChange): Splice[] {
  const { body } = understood;
  const chapter = sectionOf(body, change);
  if (chapter) return replaced(body, chapter, change.text);
  if ("heading" in change)
    throw new CannotEdit(
      `There is no section “${change.heading}”: name one of the headings that the record has.`,
    );
  return change.text.trim() === "" ? [] : [addedSection(understood, change.kind, change.text)];
}

export function sectionOf(body: Body, change: SectionChange): Chapter | undefined {
  if ("kind" in change) return chapterOf(body, change.kind);
  return body.chapters.find(({ heading }) => shown(heading) === change.heading);
}

function replaced(body: Body, chapter: Chapter, text: string): Splice[] {
  const own = ownLines(body, chapter);
  const end = lineEndOf(body.text);
  const written = withLineEnds(fitting(text, chapter), end);
  if (shown(textBetween(body, own)) === text || (own.to <= own.from && written === "")) return [];
  if (own.to > own.from) {
    const [from, to] = [body.lines[own.from]?.from ?? 0, body.lines[own.to - 1]?.to ?? 0];
    return [{ from, to, text: written }];
  }
  return [putAfterLine(body, chapter.begins - 1, `${end}${written}`)];
}

/** A piece on lines of its own below a line. */
export function putAfterLine(body: Body, line: number, text: string): Splice {
  const end = lineEndOf(body.text);
  const place = body.lines[line];
  const at = place?.next ?? body.text.length;
  return { from: at, to: at, text: place && place.next > place.to ? text + end : end + text };
}

/** A section that the record did not have, after those that come before it. */
export function addedSection({ body, dialect }: Understood, kind: Headed, text: string): Splice {
  const { heading, level } = headingFor(body, dialect, kind);
  const written = `${"#".repeat(level)} ${heading}\n\n${fitting(text, { level, kind })}`;
  return pieceAt(body, placeFor(body, kind), written);
}

/** A piece with a blank line before and after it, before a line. */
export function pieceAt(body: Body, line: number, piece: string): Splice {
  const end = lineEndOf(body.text);
  const at = beginOf(body.lines, line);
  const before = body.text.slice(0, at).replace(/^\ufeff/, "");
  const gap =
    before === "" || /(\r\n|\n|\r)[ \t]*(\r\n|\n|\r)$/.test(before)
      ? ""
      : /[\r\n]$/.test(before)
        ? end
        : end + end;
  const rest = body.text.slice(at);
  return { from: at, to: at, text: `${gap}${withLineEnds(piece, end)}${end}${rest === "" ? "" : end}` };
}

/** The line before which a section of a kind belongs. */
export function placeFor(body: Body, kind: string): number {
  const before = ORDER.slice(0, ORDER.indexOf(kind));
  const ends = body.chapters.filter((chapter) => before.includes(chapter.kind)).map(({ to }) => to);
  if (ends.length > 0) return ends.reduce((last, end) => Math.max(last, end), 0);
  const first = body.chapters.find(({ from }) => body.title === null || from > body.title.line);
  return first ? first.from - 1 : body.lines.length;
}

function headingFor(body: Body, dialect: Dialect, kind: Headed): { heading: string; level: number } {
  const top = body.chapters.reduce((least, { level }) => Math.min(least, level), 7);
  const level = top === 7 ? 2 : top;
  if (dialect === "nygard" || dialect === "free-hand")
    return { heading: SHORT[kind] ?? HEADINGS[kind], level };
  if (kind === "confirmation" && dialect === "madr-3") return { heading: "Validation", level };
  if (kind === "more" && ["madr-2", "log4brains"].includes(dialect)) return { heading: "Links", level };
  const below = (kind === "consequences" || kind === "confirmation") && chapterOf(body, "decision");
  return { heading: HEADINGS[kind], level: below ? below.level + 1 : level };
}

const SHORT: Partial<Record<Headed, string>> = {
  context: "Context",
  options: "Options",
  decision: "Decision",
};
