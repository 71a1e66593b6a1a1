import { distance } from "fastest-levenshtein";
import { type FoundWord, folded, wordsIn } from "./folded.ts";
import type { Term } from "./terms.ts";

/** A bit of a text, as plain text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** About two lines on a page, in characters. */
const LENGTH = 220;
/** So much stands before the first hit. */
const BEFORE = 60;
/** A slip of the pen: one letter in a word of four and more, two in one of nine and more. */
const slips = (word: string): number => (word.length >= 9 ? 2 : word.length >= 4 ? 1 : 0);

/** A whole text in pieces. */
export const marked = (text: string, terms: readonly Term[]): Piece[] =>
  cut(text, hitsIn(wordsIn(text), terms));

/** A text as it is read aloud: a heading in Markdown says what comes, and has no marks that are for a page alone. */
export const read = (text: string): string =>
  text.replace(/^#{1,6}[ \t]+(.*?)[ \t]*#*$/gm, (_, heading: string) =>
    /[.:?!]$/.test(heading) ? heading : `${heading}:`,
  );

/** The words around the first hit, or the beginning where there is none. */
export function excerpt(text: string, terms: readonly Term[]): Piece[] {
  const words = wordsIn(text);
  const from = beginning(text, hitsIn(words, terms).next().value?.from ?? 0);
  const to = ending(text, from + LENGTH);
  const around = words.filter((word) => word.from >= from && word.to <= to);
  const inside = [...hitsIn(around, terms)].map((hit) => ({
    ...hit,
    from: hit.from - from,
    to: hit.to - from,
  }));
  return [
    ...(from > 0 ? [{ text: "… ", hit: false }] : []),
    ...cut(text.slice(from, to), inside),
    ...(to < text.length ? [{ text: " …", hit: false }] : []),
  ];
}

export const hasHit = (pieces: readonly Piece[]): boolean => pieces.some(({ hit }) => hit);

type Span = Pick<FoundWord, "from" | "to">;

/** One after the other, so that of a long text no more is looked at than is needed. */
function* hitsIn(words: readonly FoundWord[], terms: readonly Term[]): Generator<Span, undefined> {
  const wanted = terms
    .filter(({ not }) => !not)
    .map((term) => ({ ...term, words: folded(term.said).split(" ") }));
  for (const [at, word] of words.entries()) if (wanted.some((term) => holds(words, at, term))) yield word;
}

interface Wanted extends Term {
  readonly words: readonly string[];
}

/** Whether the word at this place is one of what is wanted: by itself, or within its phrase. */
function holds(words: readonly FoundWord[], at: number, { words: wanted, phrase }: Wanted): boolean {
  const [only] = wanted;
  if (wanted.length === 1 && only !== undefined && !phrase) return near(words[at]?.folded ?? "", only);
  return wanted.some((_, n) =>
    wanted.every((word, m) => {
      const there = words[at - n + m]?.folded ?? "";
      return !phrase && m === wanted.length - 1 ? there.startsWith(word) : there === word;
    }),
  );
}

function near(word: string, wanted: string): boolean {
  if (word === wanted || (wanted.length >= 3 && word.startsWith(wanted))) return true;
  // Another form of it, "deployed" for "deployments": what is alike is most of both.
  if (wanted.length >= 5 && word.length >= 5 && stemmed(word) === stemmed(wanted)) return true;
  const allowed = Math.min(slips(word), slips(wanted));
  return allowed > 0 && Math.abs(word.length - wanted.length) <= allowed && distance(word, wanted) <= allowed;
}

/** The commonest English endings are gone; the database has the whole rules. This only chooses what is marked. */
const stemmed = (word: string): string => word.replace(/(?:ments?|ings?|ions?|ed|es|s)$/, "");

function cut(text: string, spans: Iterable<Span>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

/** A little before the first hit, where a word begins. */
function beginning(text: string, hit: number): number {
  if (hit <= BEFORE) return 0;
  const space = text.slice(hit - BEFORE, hit).search(/\s/);
  return space < 0 ? hit : hit - BEFORE + space + 1;
}

/** Where a word has ended; one without an end is cut, but never inside of a character. */
function ending(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.slice(to - BEFORE, to).search(/\s\S*$/);
  if (space > 0) return to - BEFORE + space;
  return /[\ud800-\udbff]/.test(text[to - 1] ?? "") ? to - 1 : to;
}
