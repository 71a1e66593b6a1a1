import { dayInName } from "../record/file-name.ts";
import { LONGEST_FILE, understand, unreadable } from "../record/read-record.ts";
import type { Advice, Expectation, RecordFile, RecordRead } from "../record/shape.ts";
import { shown, textOf } from "../record/text.ts";
import type { Status } from "../values.ts";

/** What is expected, as it is kept: in percent, and without a measure that only a text names. */
export interface ExpectedValue {
  readonly statement: string;
  readonly sure: number;
  readonly resolveBy: string;
}

/** Advice that was given and dealt with, by name alone. */
export interface AdvisedValue {
  readonly name: string;
  readonly capacity: "affected" | "expert";
  readonly said: string;
  readonly taken: "yes" | "partly" | "no";
  readonly takenWhy: string;
}

/** A decision as its file says it. */
export interface FileValues {
  readonly title: string;
  readonly status: Status | null;
  readonly rawStatus: string | null;
  readonly decidedOn: string | null;
  /** Of what is open: the day that its file bears. */
  readonly proposedOn: string | null;
  readonly deciders: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly reviewBy: string | null;
  /** Markdown below the title, with \n at the end of each line. */
  readonly body: string;
  readonly expects: readonly ExpectedValue[];
  readonly advice: readonly AdvisedValue[];
}

const LONGEST = {
  title: 300,
  raw: 2_000,
  body: 1_000_000,
  name: 200,
  statement: 500,
  said: 4_000,
  why: 2_000,
};

/** Why a file is left out although it is named as a record; null where it is read. */
export const whyUnread = (bytes: Uint8Array): string | null => unreadable(bytes);

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`.toWellFormed();

/** What is kept of a record that was read. */
export function valuesOf(record: RecordRead, bytes: Uint8Array): FileValues {
  const open = record.status === "draft" || record.status === "proposed";
  const day = record.date ?? dayInName(record.path);
  const names = (all: readonly string[]) => all.map((name) => cut(name, LONGEST.name));
  return {
    title: cut(record.title.trim() || record.path, LONGEST.title),
    status: record.status,
    rawStatus: record.rawStatus === null ? null : cut(record.rawStatus, LONGEST.raw),
    ...(open ? { decidedOn: null, proposedOn: day } : { decidedOn: day, proposedOn: null }),
    ...{
      deciders: names(record.deciders),
      consulted: names(record.consulted),
      informed: names(record.informed),
    },
    reviewBy: record.reviewBy,
    body: cut(bodyText({ path: record.path, bytes }), LONGEST.body),
    expects: record.expects.map(expectedValue),
    advice: record.advice.map(advisedValue),
  };
}

export const expectedValue = ({ statement, probability, resolveBy }: Expectation): ExpectedValue => ({
  ...{ statement: cut(statement, LONGEST.statement), resolveBy, sure: Math.round(probability * 100) },
});

export const advisedValue = ({ from, capacity, said, taken, why }: Advice): AdvisedValue => ({
  ...{ name: cut(from, LONGEST.name), capacity, taken },
  ...{ said: cut(said, LONGEST.said), takenWhy: cut(why, LONGEST.why) },
});

/** The lines of a file below its title, without blank ones at both ends; counted from 0, the last one not included. */
export function bodyLines({ path, bytes }: RecordFile) {
  const { body } = understand(path, bytes.length > LONGEST_FILE ? "" : textOf(bytes));
  const raw = body.lines.map(({ from, to, next }) => ({ text: body.text.slice(from, to), from, next }));
  let from = body.title?.after ?? body.first;
  let to = raw.length;
  const blank = (at: number) => (raw[at]?.text ?? "").replace(/^\ufeff/, "").trim() === "";
  while (from < to && blank(from)) from += 1;
  while (to > from && blank(to - 1)) to -= 1;
  return { text: body.text, lines: raw.slice(from, to), at: raw[from]?.from ?? body.text.length };
}

function bodyText(file: RecordFile): string {
  const { lines } = bodyLines(file);
  return lines.length === 0
    ? ""
    : `${shown(lines.map(({ text }) => text.replace(/^\ufeff/, "")).join("\n"))}\n`;
}
