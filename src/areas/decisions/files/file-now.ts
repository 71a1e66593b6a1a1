import { diffIndices } from "node-diff3";
import type { RecordChanges } from "../record/edit/changes.ts";
import { isSame } from "../record/edit/must-show.ts";
import { CannotEdit } from "../record/edit/splice.ts";
import { editRecord } from "../record/edit-record.ts";
import { lineEndOf } from "../record/lines.ts";
import { readRecord } from "../record/read-record.ts";
import type { RecordFile, RecordLink, RecordRead } from "../record/shape.ts";
import { bytesOf, shown } from "../record/text.ts";
import { adviceNow, expectsNow } from "./foresight-now.ts";
import { bodyLines, type FileValues, valuesOf } from "./values.ts";

/** What came of a decision, as it stands in its file. */
export interface OutcomeText {
  readonly day: string;
  readonly text: string;
}

/** A decision as it is here. */
export interface HereNow {
  readonly values: FileValues;
  readonly outcomes: readonly OutcomeText[];
  /** To records of the same folder, by their paths. */
  readonly links: readonly RecordLink[];
}

export interface FileNow {
  readonly bytes: Uint8Array;
  /** What could not be written into it, in words. */
  readonly problems: readonly string[];
}

/** A decision's file as it would be now: as it was read, with what has changed here since, and every other byte as it was. */
export function fileNow(file: RecordFile, here: HereNow): FileNow {
  const record = readRecord(file);
  const base = valuesOf(record, file.bytes);
  const texted = here.values.body === base.body ? file.bytes : withBody(file, here.values.body);
  const problems: string[] = [];
  let bytes = texted;
  for (const change of changesOf(record, base, here)) {
    try {
      bytes = editRecord({ path: file.path, bytes }, change);
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      problems.push(error.message);
    }
  }
  return { bytes, problems: [...new Set(problems)] };
}

/** The lines that differ are written anew; the others keep their bytes, also those that are no UTF-8. */
function withBody(file: RecordFile, body: string): Uint8Array {
  const { text, lines, at } = bodyLines(file);
  const end = lineEndOf(text);
  const before = lines.map((line) => shown(line.text.replace(/^\ufeff/, "")));
  const wanted = body.replace(/\n+$/, "");
  const after = wanted === "" ? [] : wanted.split("\n");
  const placeOf = (line: number) => lines[line]?.from ?? lines.at(-1)?.next ?? at;
  let [written, done] = ["", 0];
  for (const { buffer1, buffer2Content } of diffIndices(before, after)) {
    const [from, count] = buffer1;
    const place = placeOf(from);
    const head = text.slice(done, place);
    written += head + (buffer2Content.length > 0 && place > 0 && !/[\r\n]$/.test(written + head) ? end : "");
    written += (buffer2Content as string[]).map((line) => line + end).join("");
    done = placeOf(from + count);
  }
  return bytesOf(written + text.slice(done));
}

/** One after the other, so that what a file does not allow keeps nothing else back. */
function changesOf(record: RecordRead, base: FileValues, here: HereNow): RecordChanges[] {
  const { values } = here;
  const day = (of: FileValues) => of.decidedOn ?? of.proposedOn;
  const links = here.links.filter(
    (link) => !record.links.some((one) => one.kind === link.kind && one.to === link.to),
  );
  const replaced = values.status === "superseded" && links.some(({ kind }) => kind === "superseded-by");
  const people = (["deciders", "consulted", "informed"] as const).flatMap((field): RecordChanges[] =>
    isSame(values[field], base[field]) ? [] : [{ [field]: values[field] }],
  );
  return [
    ...(values.title === base.title ? [] : [{ title: values.title }]),
    ...(values.status === base.status || replaced ? [] : [{ status: values.status }]),
    ...(day(values) === day(base) || day(values) === null ? [] : [{ date: day(values) }]),
    ...people,
    ...(values.reviewBy === base.reviewBy ? [] : [{ reviewBy: values.reviewBy }]),
    ...(isSame(values.expects, base.expects)
      ? []
      : [{ expects: expectsNow(record.expects, values.expects) }]),
    ...(isSame(values.advice, base.advice) ? [] : [{ advice: adviceNow(record.advice, values.advice) }]),
    ...links.map((link) => ({ link })),
    ...here.outcomes
      .filter(({ day: on, text }) => !isThere(record, on, text))
      .map((outcome) => ({ outcome })),
  ];
}

const isThere = ({ outcome }: RecordRead, day: string, text: string): boolean =>
  (outcome?.includes(day) ?? false) && (outcome?.includes(text.split("\n")[0] ?? "") ?? false);
