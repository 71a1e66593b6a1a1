import { type Fault, type FrontMatter, frontMatterOf } from "./front-matter.ts";
import { type Chapter, chaptersOf } from "./headings.ts";
import { beginOf, type Line, linesOf } from "./lines.ts";
import { type Blocks, blocksOf, type Heading } from "./markdown.ts";

/** A file taken apart, with nothing of it understood yet. Lines are counted from 0 here. */
export interface Body {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly front: FrontMatter | null;
  /** The first line below the front matter. */
  readonly first: number;
  /** Where the text below the front matter begins, after a byte order mark. */
  readonly begin: number;
  readonly blocks: Blocks;
  readonly title: Heading | null;
  readonly chapters: readonly Chapter[];
  readonly faults: readonly Fault[];
}

export function bodyOf(path: string, text: string): Body {
  const lines = linesOf(text);
  const found = frontMatterOf(text, lines);
  const front = found && "after" in found ? found : null;
  const first = front?.after ?? 0;
  const begin = first === 0 && text.startsWith("\ufeff") ? 1 : beginOf(lines, first);
  const blocks = blocksOf(text.slice(begin), first);
  const title = titleOf(blocks);
  const chapters = chaptersOf(blocks, title, lines.length);
  const faults = front?.faults ?? (found && "says" in found ? [found] : []);
  return { path, text, lines, front, first, begin, blocks, title, chapters, faults };
}

/** The first heading of the first level, wherever it stands. */
function titleOf({ headings }: Blocks): Heading | null {
  return headings.find(({ level }) => level === 1) ?? null;
}

export const lineText = ({ text, lines }: Body, line: number) =>
  text.slice(lines[line]?.from ?? text.length, lines[line]?.to ?? text.length);

/** The lines of the text between the title and the first section. */
export function preamble({ first, chapters, title, lines }: Body): { from: number; to: number } {
  const next = chapters.find(({ from }) => title === null || from > title.line);
  return { from: first, to: next ? next.from - 1 : lines.length };
}

/** The lines of a section's own text, without blank ones at both ends. Empty where `to` is not after `from`. */
export function ownLines(body: Body, { begins, to }: Chapter): { from: number; to: number } {
  let from = begins;
  let end = to;
  while (from < end && lineText(body, from).trim() === "") from += 1;
  while (end > from && lineText(body, end - 1).trim() === "") end -= 1;
  return { from, to: end };
}

/** The text between two lines, with \n at the end of each line but the last. */
export function textBetween(body: Body, { from, to }: { from: number; to: number }): string {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => lineText(body, from + at)).join("\n");
}

export const chapterOf = ({ chapters }: Body, kind: Chapter["kind"]) =>
  chapters.find((chapter) => chapter.kind === kind);
