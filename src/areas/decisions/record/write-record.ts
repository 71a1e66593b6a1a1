import { fitting } from "./edit/fitting.ts";
import { HEADINGS } from "./edit/section-text.ts";
import { asTitle, titleSource } from "./edit/title-line.ts";
import { yamlAdvice, yamlExpectation, yamlList, yamlNames } from "./edit/yaml-text.ts";
import { asNames } from "./names.ts";
import type { Advice, Expectation, Status } from "./shape.ts";

/** A record to be written, its sections as Markdown. A section without text is left out; the context is always there. */
export interface NewRecord {
  readonly title: string;
  readonly status: Status | null;
  /** An ISO day. */
  readonly date: string | null;
  readonly deciders?: readonly string[];
  readonly consulted?: readonly string[];
  readonly informed?: readonly string[];
  /** An ISO day. */
  readonly reviewBy?: string | null;
  readonly expects?: readonly Expectation[];
  readonly advice?: readonly Advice[];
  readonly sections: Partial<Record<WrittenSection, string>>;
}

export type WrittenSection = Exclude<keyof typeof HEADINGS, "later-outcome">;

/** A new record in MADR 4, with what it is expected to bring. What is written reads as what was given. */
export function writeRecord(record: NewRecord): string {
  const fields = frontMatter(record);
  const front = fields.length === 0 ? "" : `---\n${fields.join("\n")}\n---\n\n`;
  return `${front}# ${titleSource(asTitle(record.title))}\n\n${sections(record.sections).join("\n\n")}\n`;
}

function frontMatter(record: NewRecord): string[] {
  const { status, date, reviewBy, expects = [], advice = [] } = record;
  const names = (key: string, given: readonly string[] = []) => {
    const read = asNames(given);
    return read.length === 0 ? [] : [`${key}: ${yamlNames(read)}`];
  };
  return [
    ...(status ? [`status: ${status}`] : []),
    ...(date ? [`date: ${date}`] : []),
    ...names("decision-makers", record.deciders),
    ...names("consulted", record.consulted),
    ...names("informed", record.informed),
    ...(reviewBy ? [`review-by: ${reviewBy}`] : []),
    ...(expects.length > 0 ? [`expects:${yamlList(expects.map(yamlExpectation))}`] : []),
    ...(advice.length > 0 ? [`advice:${yamlList(advice.map(yamlAdvice))}`] : []),
  ];
}

function sections(given: NewRecord["sections"]): string[] {
  const below = (kind: WrittenSection) => section(given, kind, 3);
  const outcome = [...below("consequences"), ...below("confirmation")];
  const decision = section(given, "decision", 2);
  const context = section(given, "context", 2);
  return [
    ...(context.length > 0 ? context : [`## ${HEADINGS.context}`]),
    ...section(given, "drivers", 2),
    ...section(given, "options", 2),
    ...(outcome.length > 0 && decision.length === 0 ? [`## ${HEADINGS.decision}`] : decision),
    ...outcome,
    ...section(given, "pros-and-cons", 2),
    ...section(given, "more", 2),
  ];
}

function section(given: NewRecord["sections"], kind: WrittenSection, level: number): string[] {
  const text = fitting(given[kind] ?? "", { level, kind });
  return text === "" ? [] : [`${"#".repeat(level)} ${HEADINGS[kind]}\n\n${text}`];
}
