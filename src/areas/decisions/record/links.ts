import { type Body, lineText, ownLines } from "./body.ts";
import { entryOf, listIn } from "./front-matter.ts";
import type { Chapter } from "./headings.ts";
import { isFile, linkOf, type Relation, relationsIn } from "./relations.ts";
import type { RecordLink } from "./shape.ts";
import type { State } from "./state.ts";
import { shown } from "./text.ts";

/** Links of the status, of the sections that hold references, and of the front matter. */
export function linksOf(body: Body, state: State): RecordLink[] {
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
