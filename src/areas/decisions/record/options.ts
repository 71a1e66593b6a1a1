import { type Body, chapterOf, ownLines, textBetween } from "./body.ts";
import type { Chapter } from "./headings.ts";
import { type Item, plain } from "./markdown.ts";
import type { Option } from "./shape.ts";

/** So many options, and so many reasons for one, are looked at; more are no choice. */
const MOST = 100;

interface Weighed extends Omit<Option, "chosen"> {
  readonly reasonsFor: string[];
  readonly reasonsAgainst: string[];
  readonly neutral: string[];
}

/** The options that a record shows, with what speaks for and against each, and which was chosen. */
export function optionsOf(body: Body): { options: Option[]; faults: { at: number; says: string }[] } {
  const options = listed(body);
  for (const weighed of detailed(body)) {
    const known = options.find(({ title }) => sameOption(title, weighed.title));
    if (!known) options.push(weighed);
    else
      for (const side of ["reasonsFor", "reasonsAgainst", "neutral"] as const)
        known[side].push(...weighed[side]);
  }
  const chosen = chosenIn(body);
  const at = chosen === null ? -1 : indexOf(options, chosen.title);
  if (chosen && options.length === 0) options.push(unweighed(chosen.title));
  const first =
    options.length === 1 && at === -1 && chosen && sameOption(options[0]?.title ?? "", chosen.title) ? 0 : at;
  const says = `The chosen option “${chosen?.title}” is none of the options that are listed.`;
  return {
    options: options.map((option, index) => ({ ...option, chosen: index === first })),
    faults: chosen && first === -1 ? [{ at: chosen.at, says }] : [],
  };
}

const unweighed = (title: string): Weighed => ({ title, reasonsFor: [], reasonsAgainst: [], neutral: [] });

const within = ({ begins, to }: Chapter, { line }: { line: number }) => line >= begins && line < to;

/** Headings below the list of options, or else its entries. */
function listed(body: Body): Weighed[] {
  const chapter = chapterOf(body, "options");
  if (!chapter || below(body, chapter).length > 0) return [];
  const items = body.blocks.items.filter((item) => item.depth === 1 && within(chapter, item));
  return items
    .slice(0, MOST)
    .map(({ source }) => unweighed(titleIn(body, source)))
    .filter(({ title }) => title !== "");
}

function titleIn(body: Body, source: string): string {
  const title = plain(source, body.blocks.references);
  return /^[{[].*[}\]]$|^(\.{3}|…)$/.test(title) ? "" : title;
}

/** Each heading directly below the options, or below their pros and cons. */
function detailed(body: Body): Weighed[] {
  const chapters = (["options", "pros-and-cons"] as const).flatMap((kind) => chapterOf(body, kind) ?? []);
  return chapters
    .flatMap((chapter) => below(body, chapter).slice(0, MOST))
    .flatMap((chapter) => {
      const title = titleIn(body, chapter.heading);
      return title === "" ? [] : [weigh(body, chapter, title)];
    });
}

function below({ chapters }: Body, parent: Chapter): Chapter[] {
  const inside = chapters.filter(
    ({ from, to, level }) => from > parent.from && to <= parent.to && level > parent.level,
  );
  const top = inside.reduce((least, { level }) => Math.min(least, level), 7);
  return inside.filter(({ level }) => level === top);
}

type Side = "reasonsFor" | "reasonsAgainst" | "neutral";

const SIDES: readonly (readonly [Side, RegExp])[] = [
  ["reasonsFor", /^(good|pro|positive|✅|👍|\+)(?![\p{L}])[,:]?\s*(because\b)?[,:]?\s*/iu],
  ["reasonsAgainst", /^(bad|con|negative|❌|👎)(?![\p{L}])[,:]?\s*(because\b)?[,:]?\s*/iu],
  ["neutral", /^(neutral)(?![\p{L}])[,:]?\s*(because\b)?[,:]?\s*/iu],
];

const GROUPS: readonly (readonly [Side, RegExp])[] = [
  ["reasonsFor", /^(pros?|advantages|benefits|strengths|upsides|good)\s*:?$/i],
  ["reasonsAgainst", /^(cons?|disadvantages|drawbacks|weaknesses|downsides|bad)\s*:?$/i],
  ["neutral", /^neutral\s*:?$/i],
];

/** Reasons say of themselves which way they go, or stand below a word that does. */
function weigh(body: Body, chapter: Chapter, title: string): Weighed {
  const option = unweighed(title);
  const { headings, paragraphs, items, references } = body.blocks;
  const inside = items.filter((one) => within(chapter, one)).slice(0, MOST);
  const labels = [...headings, ...paragraphs].filter((one) => within(chapter, one)).slice(0, MOST);
  for (const item of inside) {
    const text = plain(item.source, references);
    const own = SIDES.find(([, sign]) => sign.test(text));
    const side =
      own?.[0] ?? groupOf(body, [...labels, ...inside.filter(({ depth }) => depth < item.depth)], item);
    const reason = own ? text.replace(own[1], "") : text;
    if (side && reason !== "" && !GROUPS.some(([, name]) => name.test(text)) && !/^\{.*\}$/.test(reason))
      option[side].push(reason);
  }
  return option;
}

/** What the nearest label above an entry says. */
function groupOf(body: Body, labels: readonly { line: number; source: string }[], item: Item): Side | null {
  const above = labels.filter(({ line }) => line < item.line).sort((one, other) => other.line - one.line);
  const label = above[0] && plain(above[0].source, body.blocks.references);
  return label === undefined ? null : (GROUPS.find(([, name]) => name.test(label))?.[0] ?? null);
}

function chosenIn(body: Body): { title: string; at: number } | null {
  const chapter = chapterOf(body, "decision");
  if (!chapter) return null;
  const own = ownLines(body, chapter);
  const text = textBetween(body, own).slice(0, 2_000);
  const match = /\bchosen (?:option|alternative|solution)s?\b[*_]*\s*(?::|is)?[*_]*\s*/i.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length);
  const quoted = /^[*_`]*["“„«]([^"”“»\n]+)["”“»]/.exec(rest)?.[1];
  const title = plain(
    quoted ?? rest.split(/,?\s+because\b|\n|[.;](?:\s|$)/)[0] ?? "",
    body.blocks.references,
  );
  const at = body.lines[own.from]?.from ?? 0;
  return title === "" || /^[{[].*[}\]]$/.test(title) ? null : { title, at };
}

const bareTitle = (title: string) =>
  title
    .toLowerCase()
    .replace(/^(option|alternative|solution)\s*[\da-z]{1,2}\s*[.:)–—-]\s*|^\d+[.)]\s*/, "")
    .replace(/\((chosen|selected|accepted)\)|[^\p{L}\p{N}+#]+/gu, " ")
    .trim();

const sameOption = (one: string, other: string) => bareTitle(one) === bareTitle(other);

/** The option of this title, or else the only one that begins like it. */
function indexOf(options: readonly Weighed[], title: string): number {
  const exact = options.findIndex((option) => sameOption(option.title, title));
  if (exact !== -1) return exact;
  const wanted = bareTitle(title);
  const like = options.filter((option) => {
    const own = bareTitle(option.title);
    return wanted !== "" && own !== "" && (own.startsWith(`${wanted} `) || wanted.startsWith(`${own} `));
  });
  return like.length === 1 && like[0] ? options.indexOf(like[0]) : -1;
}
