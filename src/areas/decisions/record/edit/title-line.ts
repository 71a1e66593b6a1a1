import { type Body, bodyOf, lineText } from "../body.ts";
import { entryOf } from "../front-matter.ts";
import { lineEndOf } from "../lines.ts";
import { plain } from "../markdown.ts";
import type { Understood } from "../read-record.ts";
import { shown } from "../text.ts";
import { isTemplate, prefixOf } from "../title.ts";
import { setField } from "./front-field.ts";
import { CannotEdit, type Splice } from "./splice.ts";
import { yamlText } from "./yaml-text.ts";

/** The longest title, in UTF-16 units: a line that long is read by nobody. */
const LONGEST = 1_000;

/** A title is one line of words. */
export const asTitle = (text: string) => shown(text).replace(/\s+/g, " ").trim();

export function setTitle({ body, title }: Understood, wanted: string): Splice[] {
  const words = asTitle(wanted);
  const source = titleSource(words);
  const entry = entryOf(body.text, body.front, "title");
  if (!body.title && entry) return setField(body, "title", yamlText(words));
  const end = lineEndOf(body.text);
  const beside = entry && entry.source.replace(/^["']|["']$/g, "") === title.title;
  const also = beside ? setField(body, "title", yamlText(words)) : [];
  if (body.title) return [headed(body, source), ...also];
  return [{ from: body.begin, to: body.begin, text: `# ${source}${end}${end}` }, ...also];
}

/** The heading's words changed, with the number before them as it is. */
function headed(body: Body, source: string): Splice {
  const { line, after, source: old } = body.title ?? { line: 0, after: 0, source: "" };
  const first = lineText(body, line);
  const begin = body.lines[line]?.from ?? 0;
  const mark = /^\ufeff?[ \t]*(?:#+[ \t]*)?/.exec(first)?.[0].length ?? 0;
  const setext = after - line > 1;
  const close = setext ? "" : (/[ \t]+#+[ \t]*$|[ \t]+$/.exec(first.slice(mark))?.[0] ?? "");
  const to = setext ? (body.lines[after - 2]?.to ?? begin) : begin + first.length - close.length;
  const space = setext || /[ \t]$/.test(first.slice(0, mark)) ? "" : " ";
  return { from: begin + mark, to: Math.max(to, begin + mark), text: `${space}${prefixOf(old)}${source}` };
}

/** A title as Markdown that reads as these words, escaped as little as that takes. */
export function titleSource(words: string): string {
  if (words === "") throw new CannotEdit("A title has at least one letter.");
  if (words.length > LONGEST)
    throw new CannotEdit(`A title has at most ${LONGEST} characters; this one has ${words.length}.`);
  const ways = [
    words,
    words.replace(/^(\d+)([.:)])/, "$1\\$2"),
    words.replace(/[\\`*_[\]<>&!~{}#]/g, "\\$&"),
    words.replace(/[!-/:-@[-`{-~]/g, "\\$&"),
    `&#${words.codePointAt(0)};${[...words]
      .slice(1)
      .join("")
      .replace(/[!-/:-@[-`{-~]/g, "\\$&")}`,
  ];
  const way = ways.find((source) => readsAs(source, words));
  if (way === undefined) throw new CannotEdit("This title cannot be written as a heading: use other signs.");
  return way;
}

function readsAs(source: string, words: string): boolean {
  const { blocks } = bodyOf("", `# ${source}\n`);
  const [heading] = blocks.headings;
  const read = heading?.source ?? "";
  return prefixOf(read) === "" && !isTemplate(read) && plain(read, blocks.references) === words;
}
