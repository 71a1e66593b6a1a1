import { bodyOf, ownLines, textBetween } from "./body.ts";
import type { RecordFile, Section, SectionKind } from "./shape.ts";
import { shown, textOf } from "./text.ts";

/** The text of a record's section below its heading, as Markdown, without blank lines at both ends. */
export function sectionText({ path, bytes }: RecordFile, section: Pick<Section, "from">): string {
  return textOfChapter(path, bytes, ({ from }) => from === section.from);
}

/** The text of the first section of a kind; empty where there is none. */
export function textOfKind({ path, bytes }: RecordFile, kind: SectionKind): string {
  return textOfChapter(path, bytes, (section) => section.kind === kind);
}

function textOfChapter(path: string, bytes: Uint8Array, wanted: (section: Section) => boolean): string {
  const body = bodyOf(path, textOf(bytes));
  const chapter = body.chapters.find(wanted);
  return chapter ? shown(textBetween(body, ownLines(body, chapter))) : "";
}
