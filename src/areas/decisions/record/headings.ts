import { type Blocks, type Heading, plain, type References } from "./markdown.ts";
import type { Section, SectionKind } from "./shape.ts";

/** What the dialects, and people who follow none, call their sections. */
const KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    "context",
    /^(context( and problem( statement)?)?|(the )?problem( statement)?|background( and context)?|context (and|&) background|motivation|introduction|issue|situation|why)$/,
  ],
  ["drivers", /^((decision )?drivers|forces|decision criteria|criteria|constraints|requirements|goals)$/],
  [
    "options",
    /^((considered|possible|available) (options|alternatives|solutions)|(options|alternatives)( (that were )?considered)?)$/,
  ],
  [
    "decision",
    /^((the |our |proposed )?decision( outcome)?|resolution|(proposed )?solution|proposal|chosen option|what we decided)$/,
  ],
  [
    "consequences",
    /^((positive |negative |good |bad |neutral )?consequences|implications|impact|results?|trade-?offs|effects)$/,
  ],
  ["confirmation", /^(confirmation|validation|verification|compliance)$/],
  [
    "pros-and-cons",
    /^((pros and cons|advantages and disadvantages)( of (the )?(considered )?(options|alternatives|solutions))?|(comparison|evaluation|analysis)( of (the )?(options|alternatives))?)$/,
  ],
  [
    "more",
    /^(more information|links|references|notes|see also|related( decisions| documents| adrs| records)?|further reading|additional information|appendix)$/,
  ],
  ["status", /^(status|state)$/],
  ["later-outcome", /^outcome$/],
];

export function kindOf(heading: string): SectionKind {
  const words = heading
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, "")
    .replace(/^\d+(\.\d+)*[.)]?\s+/, "")
    .replace(/\s+/g, " ");
  return KINDS.find(([, names]) => names.test(words))?.[0] ?? "other";
}

/** A section, and the line on which its text begins, counted from 0. */
export interface Chapter extends Section {
  readonly begins: number;
}

/** The sections below the title. `end` is the number of lines of the file. */
export function chaptersOf(blocks: Blocks, title: Heading | null, end: number): Chapter[] {
  const headings = blocks.headings.filter((heading) => heading !== title);
  const kinds = kindsOf(headings, blocks.references);
  const ends = endsOf(headings, kinds, end);
  return headings.map(({ level, line, after, source }, at) => ({
    heading: plain(source, blocks.references),
    level,
    kind: kinds[at] ?? "other",
    from: line + 1,
    to: ends[at] ?? end,
    begins: after,
  }));
}

/** Where each section ends, from the last one up: the nearest heading below it that ends one of its level. */
function endsOf(headings: readonly Heading[], kinds: readonly SectionKind[], end: number): number[] {
  const nearest = new Map<number, number>();
  const ends = headings.map(() => end);
  for (const [at, { level, line }] of [...headings.entries()].reverse()) {
    ends[at] = nearest.get(level) ?? end;
    const first = kinds[at] === "other" ? level : 1;
    for (let other = first; other <= 6; other += 1) nearest.set(other, line);
  }
  return ends;
}

/** An option may be called “Validation”: below the options, every heading is one of their own. */
function kindsOf(headings: readonly Heading[], references: References): SectionKind[] {
  let options: number | null = null;
  return headings.map(({ level, source }) => {
    if (options !== null && level > options) return "other";
    const kind = kindOf(plain(source, references));
    options = kind === "options" || kind === "pros-and-cons" ? level : null;
    return kind;
  });
}
