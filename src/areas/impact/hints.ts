import { ENGLISH, FOREIGN, JARGON, KNOWN_CAPITALS, MAKING, NO_PEOPLE, PEOPLE } from "./hint-words.ts";

/** A question that may help somebody to say it better. It is never a refusal: whoever knows better, does. */
export interface Hint {
  readonly about: "gap" | "whom" | "change" | "words" | "one" | "outside";
  readonly asks: string;
}

/** With fewer words than this, somebody has just begun, and is only asked about the words themselves. */
const BEGUN = 5;

/** More words than can be said in one breath. */
const BREATH = 36;

/**
 * What could make a purpose better, as questions, what matters most first: whom it is for, what is different for them, words that
 * only the team uses, one sentence, and whether a reader outside would understand it. Of whom and what it asks in English alone.
 * It asks rather too little than too much: a good sentence that is doubted does more harm than a poor one that is not.
 */
export function hintsFor(text: string): Hint[] {
  const sentence = text.trim().replaceAll("’", "'");
  const words = wordsOf(sentence);
  const whole = words.length >= BEGUN && isEnglish(words);
  const hints = [
    gap(sentence),
    whole ? whom(sentence) : null,
    whole ? change(sentence) : null,
    jargon(sentence),
    several(sentence),
    capitals(sentence) ?? long(words),
  ];
  return hints.filter((hint) => hint !== null);
}

const wordsOf = (sentence: string): string[] =>
  sentence.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'&-]*/gu) ?? [];

const isEnglish = (words: readonly string[]): boolean =>
  words.some((word) => ENGLISH.has(word)) && !words.some((word) => FOREIGN.has(word));

function gap(sentence: string): Hint | null {
  return /…|\.{3}/.test(sentence) ? { about: "gap", asks: "What belongs in the place of “…”?" } : null;
}

/** Things that are called after people. */
const NAMED_AFTER =
  /\b(?:user|customer|developer) (?:stor(?:y|ies)|interfaces?|experiences?|value|journeys?)\b/gi;

/** Somebody without a noun: “those who wait”, “everybody in the valley”, “every other team”, “you”. */
const SOMEBODY =
  /\b(?:who(?:ever|m|se)?|yours?|you|others|(?:every|any|some|no)(?:one|body) (?:in|at|with|on|from|near|under|over|around|outside)|teams|(?:another|other|each|every|any) (?:\S+ )?team|(?:a|each|every|small|local) business)\b/i;

function whom(sentence: string): Hint | null {
  const rest = sentence.replace(NAMED_AFTER, "");
  if (SOMEBODY.test(rest) || wordsOf(rest).some(isSomebody)) return null;
  return { about: "whom", asks: "Who outside your team would notice if you stopped?" };
}

function isSomebody(possessive: string): boolean {
  const word = possessive.replace(/'s?$/, "");
  if ([word, ...singulars(word)].some((one) => PEOPLE.has(one))) return true;
  return /..(?:er|or|ist|ian|ant|ee)s$/.test(word) && !NO_PEOPLE.has(word);
}

const singulars = (word: string): string[] => [
  word.replace(/s$/, ""),
  word.replace(/es$/, ""),
  word.replace(/ies$/, "y"),
  word.replace(/men$/, "man"),
  word.replace(/ren$/, ""),
];

/** Words after which stands what comes of it for somebody. */
const COMES_OF_IT =
  /\b(?:so|that|because|until|without|instead|not|never|nobody|no (?:one|longer)|can(?:'t|not)?|could|able|lets?|gets?|helps?|keeps?|when(?:ever)?|before|within|overnight|(?:in|on) time|same day|less|fewer|sooner|faster|safer|easier|earlier|cheaper|better)\b/i;

function change(sentence: string): Hint | null {
  const [, verb = ""] = /\bwe (?:(?:also|always|only|just|will|\w+ly) )*([a-z]+)/i.exec(sentence) ?? [];
  if (COMES_OF_IT.test(sentence) || !MAKING.has(verb.toLowerCase())) return null;
  return {
    about: "change",
    asks: "What is different for them when you do this well? “… so that …” helps to say it.",
  };
}

function jargon(sentence: string): Hint | null {
  const found = JARGON.flatMap(({ word, beside }) => {
    const [said] = matched(word, sentence);
    return said === undefined || (beside && matched(beside, sentence).length > 0) ? [] : [`“${said}”`];
  });
  if (found.length === 0) return null;
  const said = found.slice(0, 2).join(" or ");
  return { about: "words", asks: `Would those whom you serve say ${said}? What would they call it?` };
}

const matched = (word: string, sentence: string): readonly string[] =>
  new RegExp(`\\b(?:${word})\\b`, "i").exec(sentence) ?? [];

/** Behind these a full stop ends nothing. */
const SHORTENED = /(?:^|[\s(.])(?:e\.g|i\.e|etc|vs|approx|dr|mr|mrs|ms|st|\p{L})\.$/iu;

function several(sentence: string): Hint | null {
  const ends = [...sentence.matchAll(/[.!?؟！？]["”')]*\s+(?=[\p{Lu}\p{Lo}])|。(?=.)/gu)];
  if (ends.every(({ index }) => SHORTENED.test(sentence.slice(0, index + 1)))) return null;
  return { about: "one", asks: "If you could keep only one of these sentences, which would it be?" };
}

/** Letters that stand for something. Where everything is in capitals they say nothing. */
function capitals(sentence: string): Hint | null {
  const said = sentence.match(/(?<![\p{L}\p{N}&])[A-Z][A-Z0-9&]{1,3}(?![\p{L}\p{N}&])/gu) ?? [];
  const unknown = said.find((word) => !KNOWN_CAPITALS.has(word));
  if (unknown === undefined || !/\p{Ll}/u.test(sentence)) return null;
  return { about: "outside", asks: `Would a reader outside know what “${unknown}” means?` };
}

function long(words: readonly string[]): Hint | null {
  if (words.length <= BREATH) return null;
  return { about: "outside", asks: `Could you say it in one breath? It has ${words.length} words.` };
}
