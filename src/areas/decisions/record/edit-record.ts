import { chapterOf, ownLines } from "./body.ts";
import { isDay } from "./day.ts";
import { PEOPLE, type RecordChanges } from "./edit/changes.ts";
import { fitting } from "./edit/fitting.ts";
import { mustBeSound, setField } from "./edit/front-field.ts";
import { setList } from "./edit/list-field.ts";
import { isSame, mustShow } from "./edit/must-show.ts";
import { addedSection, putAfterLine, setSection } from "./edit/section-text.ts";
import { CannotEdit, type Splice, spliced } from "./edit/splice.ts";
import { addLink, setStatus } from "./edit/status-words.ts";
import { homeOf, setTextField } from "./edit/text-field.ts";
import { asTitle, setTitle } from "./edit/title-line.ts";
import { yamlAdvice, yamlExpectation, yamlNames, yamlText } from "./edit/yaml-text.ts";
import { entryOf } from "./front-matter.ts";
import { DECIDERS, dateEntryOf } from "./given.ts";
import { lineEndOf, withLineEnds } from "./lines.ts";
import { asNames, namesAsText, namesEscaped } from "./names.ts";
import { type Understood, understand, unreadable } from "./read-record.ts";
import type { Advice, Expectation, RecordFile } from "./shape.ts";
import { bytesOf, textOf } from "./text.ts";

/** What front matter may hold: where that is broken, nobody can tell what it says of these. */
const FIELDS = [
  "status",
  "date",
  "deciders",
  "consulted",
  "informed",
  "reviewBy",
  "expects",
  "advice",
  "link",
] as const;

type Step = (understood: Understood) => Splice[];

/**
 * The file with these changes, in its own dialect. Every other byte stays: sections, comments, blank lines, line ends, the order
 * of fields, even bytes that are no UTF-8. Throws {@link CannotEdit} where the file does not allow a change.
 */
export function editRecord({ path, bytes }: RecordFile, changes: RecordChanges): Uint8Array {
  const steps = stepsFor(changes);
  if (steps.length === 0) return bytes;
  const refusal = unreadable(bytes);
  if (refusal !== null) throw new CannotEdit(refusal);
  const before = understand(path, textOf(bytes));
  if (FIELDS.some((field) => changes[field] !== undefined)) mustBeSound(before.body);
  const after = steps.reduce((understood, step) => {
    const splices = step(understood);
    return splices.length === 0 ? understood : understand(path, spliced(understood.body.text, splices));
  }, before);
  if (after === before) return bytes;
  mustShow(changes, before, after);
  return bytesOf(after.body.text);
}

function stepsFor(changes: RecordChanges): Step[] {
  const { title, status, date, reviewBy, expects, advice, section, link, outcome } = changes;
  const steps: (Step | false)[] = [
    title !== undefined && titleStep(title),
    status !== undefined && ((now) => (now.record.status === status ? [] : setStatus(now, status))),
    date !== undefined && dayStep(date),
    ...PEOPLE.map((field) => {
      const names = changes[field];
      return names !== undefined && peopleStep(field, asNames(names));
    }),
    reviewBy !== undefined && reviewStep(reviewBy),
    expects !== undefined && expectsStep(expects),
    advice !== undefined && adviceStep(advice),
    section !== undefined && ((now) => setSection(now, section)),
    link !== undefined && ((now) => addLink(now, link)),
    outcome !== undefined && outcomeStep(outcome),
  ];
  return steps.filter((step) => step !== false);
}

function titleStep(title: string): Step {
  return (now) => (!now.title.made && now.record.title === asTitle(title) ? [] : setTitle(now, title));
}

function mustBeDay(day: string): void {
  if (!isDay(day)) throw new CannotEdit(`“${day}” is no day: write it as 2026-03-28.`);
}

function dayStep(date: string | null): Step {
  return (now) => {
    if (date !== null) mustBeDay(date);
    if (now.record.date === date) return [];
    const entry = dateEntryOf(now.body);
    if (entry) return setField(now.body, entry.key, date);
    const { day } = now.state;
    if (now.details.has("date")) return setTextField(now, "date", date);
    if (day !== null) return [{ from: day.from, to: day.to, text: date ?? "" }];
    return homeOf(now) === "text" ? setTextField(now, "date", date) : setField(now.body, "date", date);
  };
}

function peopleStep(field: (typeof PEOPLE)[number], names: readonly string[]): Step {
  return (now) => {
    if (isSame(now.record[field], names)) return [];
    const keys = field === "deciders" ? DECIDERS : [field];
    const entry = entryOf(now.body.text, now.body.front, ...keys);
    const inFront = entry !== null || (!now.details.has(field) && homeOf(now) === "front matter");
    const key = entry?.key ?? (now.dialect === "madr-3" ? (keys.at(-1) ?? field) : (keys[0] ?? field));
    if (inFront) return setField(now.body, key, names.length === 0 ? null : yamlNames(names));
    return setTextField(now, field, names.length === 0 ? null : (namesAsText(names) ?? namesEscaped(names)));
  };
}

function reviewStep(day: string | null): Step {
  return ({ body, record }) => {
    if (day !== null) mustBeDay(day);
    return record.reviewBy === day ? [] : setField(body, "review-by", day && yamlText(day));
  };
}

function expectsStep(wanted: readonly Expectation[]): Step {
  return ({ body, foresight, record }) => {
    for (const { resolveBy } of wanted) mustBeDay(resolveBy);
    if (isSame(record.expects, wanted)) return [];
    return setList(body, { key: "expects", old: foresight.expects, wanted, write: yamlExpectation });
  };
}

function adviceStep(wanted: readonly Advice[]): Step {
  return ({ body, foresight, record }) =>
    isSame(record.advice, wanted)
      ? []
      : setList(body, { key: "advice", old: foresight.advice, wanted, write: yamlAdvice });
}

function outcomeStep({ day, text }: { day: string; text: string }): Step {
  return (now) => {
    mustBeDay(day);
    const chapter = chapterOf(now.body, "later-outcome");
    const level = (chapter?.level ?? 2) + 1;
    const entry = `${"#".repeat(Math.min(6, level))} ${day}\n\n${fitting(text, { level, kind: "later-outcome" })}`;
    if (!chapter) return [addedSection(now, "later-outcome", entry)];
    const own = ownLines(now.body, chapter);
    const last = own.to > own.from ? own.to - 1 : chapter.begins - 1;
    return [putAfterLine(now.body, last, withLineEnds(`\n${entry}`, lineEndOf(now.body.text)))];
  };
}
