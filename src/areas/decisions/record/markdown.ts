import MarkdownIt, { type Token } from "markdown-it";

/** Which blocks there are and on which lines; what is within them is read only where it is asked for. */
const blocks = new MarkdownIt({ html: true });
blocks.core.ruler.enableOnly(["normalize", "block"]);
const inline = new MarkdownIt({ html: true });

/** A longer piece of text than this is no title, status or option, and is taken as it is written. */
const LONGEST_INLINE = 20_000;

/** Where link references of the text are kept. */
export type References = Record<string, unknown>;

export interface Heading {
  readonly level: number;
  /** The first line, and the line after the last, counted from 0. */
  readonly line: number;
  readonly after: number;
  /** As written, without the signs that make it a heading. */
  readonly source: string;
}

/** One entry of a list. */
export interface Item {
  readonly line: number;
  readonly after: number;
  /** 1 for an entry of a list that is in no other. */
  readonly depth: number;
  readonly source: string;
}

export interface Paragraph {
  readonly line: number;
  readonly after: number;
  readonly source: string;
}

export interface Blocks {
  /** Those that are in no list and no quotation. */
  readonly headings: readonly Heading[];
  readonly items: readonly Item[];
  /** Paragraphs outside of lists. */
  readonly paragraphs: readonly Paragraph[];
  /** The lines that hold text, and not code or HTML, counted from 0. */
  readonly prose: ReadonlySet<number>;
  readonly references: References;
}

/** The blocks of a text, on lines counted from `first`. */
export function blocksOf(text: string, first: number): Blocks {
  const references: References = {};
  const tokens = blocks.parse(text, references).map((token) => ({ token, ...linesOf(token, first) }));
  const prose = new Set<number>();
  for (const { token, line, after } of tokens)
    if (token.type === "inline" || token.type === "tr_open")
      for (let at = line; at < after; at += 1) prose.add(at);
  return { headings: headingsOf(tokens), ...flowOf(tokens), prose, references };
}

/** A token and its lines. */
interface Placed {
  readonly token: Token;
  readonly line: number;
  readonly after: number;
}

function linesOf({ map }: Token, first: number) {
  return { line: (map?.[0] ?? 0) + first, after: (map?.[1] ?? 0) + first };
}

function headingsOf(tokens: readonly Placed[]): Heading[] {
  return tokens.flatMap(({ token, line, after }, at) =>
    token.type === "heading_open" && token.level === 0
      ? [{ level: Number(token.tag.slice(1)), line, after, source: tokens[at + 1]?.token.content ?? "" }]
      : [],
  );
}

function flowOf(tokens: readonly Placed[]): { items: Item[]; paragraphs: Paragraph[] } {
  const items: Item[] = [];
  const paragraphs: Paragraph[] = [];
  let depth = 0;
  let open: Placed | undefined;
  for (const [at, placed] of tokens.entries()) {
    const { token, line, after } = placed;
    if (/^(bullet|ordered)_list_/.test(token.type)) depth += token.nesting;
    if (token.type === "list_item_open") open = placed;
    if (token.type !== "inline") continue;
    const source = token.content;
    if (open) items.push({ line: open.line, after: open.after, depth, source });
    else if (token.level === 1 && tokens[at - 1]?.token.type === "paragraph_open")
      paragraphs.push({ line, after, source });
    open = undefined;
  }
  return { items, paragraphs };
}

/** The words alone: no stars, no addresses, no comments. */
export function plain(source: string, references: References = {}): string {
  const words = /[^\p{L}\p{N} .,;:'"()/?%+=-]/u.test(source)
    ? partsOf(source, references).map(({ text }) => text)
    : [source]; // nothing in it could be Markdown
  return words.join("").replace(/\s+/g, " ").trim();
}

/** A piece of text, and the address of the link that it is in. */
export interface Part {
  readonly text: string;
  readonly href: string | null;
}

/** A text in pieces; the pieces of one link are one. */
export function partsOf(source: string, references: References): Part[] {
  if (source.length > LONGEST_INLINE) return [{ text: source, href: null }];
  const tokens = inline.parseInline(source, { ...references })[0]?.children ?? [];
  const parts: Part[] = [];
  let link: { href: string; text: string } | null = null;
  for (const token of tokens) {
    if (token.type === "link_open") link = { href: String(token.attrGet("href") ?? ""), text: "" };
    else if (token.type === "link_close") {
      if (link) parts.push(link);
      link = null;
    } else if (link) link.text += wordsOf(token);
    else parts.push({ text: wordsOf(token), href: null });
  }
  return parts;
}

function wordsOf({ type, content }: Token): string {
  if (type === "softbreak" || type === "hardbreak") return "\n";
  return type === "html_inline" ? "" : content;
}
