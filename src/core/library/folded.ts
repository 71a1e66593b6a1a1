/** Letters that no decomposition takes apart, as `library_folded` in the database has them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i", ς: "σ", ß: "ss", æ: "ae", œ: "oe", þ: "th" },
};
const DROPPED = /[\u0300-\u036f\u0027\u2019\u02bc\u00ad\u200b-\u200f]/gu;
const BETWEEN =
  /[\p{Cc}\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u303f\ue000-\uf8ff\ufe10-\ufe6f\uff00-\uff20\u{1f000}-\u{1faff}]+/gu;
/** Signs of scripts that know no spaces. */
const APART = /([\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])/gu;

/** A text without case, accents and punctuation: the words that are compared, with single spaces between them. */
export const folded = (said: string): string => (PLAIN.test(said) ? said.toLowerCase() : signsOf(said));

/** Most words are this, and there are many. */
const PLAIN = /^[a-z0-9]+$/i;

const signsOf = (said: string): string =>
  lettersOf(said).replace(BETWEEN, " ").replace(APART, " $1 ").replace(/ +/g, " ").trim();

const lettersOf = (said: string): string =>
  said
    .normalize("NFKD")
    .toLowerCase()
    .replace(DROPPED, "")
    .replace(/[øłđħıςßæœþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKC");

/** A word of a text as it stands there, and as it is compared. */
export interface FoundWord {
  readonly folded: string;
  /** Where it begins in the text, and where it has ended. */
  readonly from: number;
  readonly to: number;
}

/** What may be inside of a word; a sign of a script without spaces is a word by itself. */
const WORD =
  /[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u0027\u2019\u02bc\u00ad](?<![\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]))*/gu;

/** The words of a text, in their order. */
export const wordsIn = (text: string): FoundWord[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    folded: folded(word),
    from: index,
    to: index + word.length,
  }));
