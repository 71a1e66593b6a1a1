import { folded } from "./folded.ts";

/** One thing that is looked for: a word, a phrase in quotes, or what shall not be there. */
export interface Term {
  readonly said: string;
  readonly phrase: boolean;
  readonly not: boolean;
}

/** More words than anybody writes into a search; each of them costs. */
export const MOST_TERMS = 16;
export const LONGEST_QUERY = 300;

const PART = /(?<not>-?)(?:"(?<phrase>[^"]*)(?:"|$)|(?<word>[^\s"]+))/g;

/**
 * What is looked for, as in other searches: words, "phrases", and -without. A quote that never closes goes to the end. Signs alone
 * are nothing, and
 * so is a NUL, which the database does not take.
 */
export function termsOf(query: string): Term[] {
  return [...query.replaceAll("\0", " ").matchAll(PART)].flatMap(({ groups }) => {
    const said = groups?.phrase ?? groups?.word ?? "";
    if (folded(said) === "") return [];
    return [{ said, phrase: groups?.phrase !== undefined, not: groups?.not === "-" }];
  });
}
