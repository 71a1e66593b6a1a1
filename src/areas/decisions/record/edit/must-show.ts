import { chapterOf, ownLines, textBetween } from "../body.ts";
import type { Chapter } from "../headings.ts";
import { asNames } from "../names.ts";
import type { Understood } from "../read-record.ts";
import type { RecordLink, RecordRead } from "../shape.ts";
import { shown } from "../text.ts";
import type { PEOPLE, RecordChanges } from "./changes.ts";
import { fitting } from "./fitting.ts";
import { sectionOf } from "./section-text.ts";
import { CannotEdit } from "./splice.ts";
import { asTitle } from "./title-line.ts";

/** A file can be written so that a change has no effect, or more than one: then nothing is changed at all. */
export function mustShow(changes: RecordChanges, before: Understood, after: Understood): void {
  const wrong =
    wrongField(changes, before.record, after.record) ??
    wrongLink(changes, before.record, after.record) ??
    wrongText(changes, after);
  const section = wrong === null && !isSame(otherTexts(changes, before), otherTexts(changes, after));
  if (wrong === null && !section) return;
  const what = wrong === null ? "other sections" : `“${wrong}”`;
  throw new CannotEdit(
    `This file is written in such a way that ${what} would not be read again as wanted: change it by hand.`,
  );
}

function wrongField(changes: RecordChanges, before: RecordRead, after: RecordRead): string | null {
  const { title, status, link } = changes;
  const superseded = link?.kind === "superseded-by" ? "superseded" : undefined;
  const people = (field: (typeof PEOPLE)[number]) => {
    const names = changes[field];
    return names ? asNames(names) : before[field];
  };
  const wanted: Partial<RecordRead> = {
    title: title === undefined ? before.title : asTitle(title),
    status: superseded ?? (status === undefined ? before.status : status),
    date: changes.date === undefined ? before.date : changes.date,
    reviewBy: changes.reviewBy === undefined ? before.reviewBy : changes.reviewBy,
    deciders: people("deciders"),
    consulted: people("consulted"),
    informed: people("informed"),
    tags: before.tags,
    expects: changes.expects ?? before.expects,
    advice: changes.advice ?? before.advice,
  };
  const keys = Object.keys(wanted) as (keyof RecordRead)[];
  return keys.find((key) => !isSame(after[key], wanted[key])) ?? null;
}

/** Links that were there stay, but those of a state that was changed. */
function wrongLink(
  { link, status, section }: RecordChanges,
  before: RecordRead,
  after: RecordRead,
): string | null {
  const has = (wanted: RecordLink) =>
    after.links.some(({ kind, to }) => kind === wanted.kind && to === wanted.to);
  const free = section !== undefined || (status !== undefined && status !== before.status);
  const kept = free || link?.kind === "superseded-by" || before.links.every(has);
  return kept && (!link || has(link)) ? null : "links";
}

/** A section within code that is never closed is none. */
function wrongText({ section, outcome }: RecordChanges, { body }: Understood): string | null {
  const textOfSection = (chapter: Chapter | undefined) =>
    chapter && shown(textBetween(body, ownLines(body, chapter)));
  if (outcome) {
    const chapter = chapterOf(body, "later-outcome");
    const room = { level: (chapter?.level ?? 2) + 1, kind: "later-outcome" } as const;
    if (!textOfSection(chapter)?.endsWith(`${outcome.day}\n\n${fitting(outcome.text, room)}`.trim()))
      return "outcome";
  }
  if (!section) return null;
  const chapter = sectionOf(body, section);
  const written = chapter ? fitting(section.text, chapter) : section.text.trim();
  return written === (textOfSection(chapter) ?? "") || textOfSection(chapter) === section.text
    ? null
    : "section";
}

/** The texts of the sections that a change does not name. */
function otherTexts({ section, link, outcome }: RecordChanges, { body }: Understood): string[][] {
  const named = section && "heading" in section ? section.heading : null;
  const kinds = [
    ...["status", ...(section || link || outcome ? ["other"] : [])],
    ...(section && "kind" in section ? [section.kind] : []),
    ...(link ? ["more"] : []),
    ...(outcome ? ["later-outcome"] : []),
  ];
  return body.chapters
    .filter(({ kind, heading }) => !kinds.includes(kind) && shown(heading) !== named)
    .map((chapter) => [chapter.heading, textBetween(body, ownLines(body, chapter))]);
}

export const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

/** With the fields of each entry in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => [key, sorted(one)]),
  );
}
