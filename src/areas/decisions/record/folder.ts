import { dayInName, namingOf, numberIn, slugIn } from "./file-name.ts";
import { readRecord } from "./read-record.ts";
import { resolveLinks } from "./resolve-links.ts";
import type { RecordFile, RecordRead } from "./shape.ts";
import { shown, textOf } from "./text.ts";

/** The records of a folder in their order, the files that are none, and what is odd about the whole. */
export interface FolderRead {
  readonly records: readonly RecordRead[];
  readonly leftOut: readonly { readonly path: string; readonly why: string }[];
  readonly problems: readonly { readonly path: string | null; readonly says: string }[];
}

/**
 * Which files of a folder are records: those named as adr-tools or log4brains name them, and others that have a record's shape.
 * They are in the order of their numbers, or of their days where most are named by day. One bad file takes no other with it.
 */
export function recordsIn(files: readonly RecordFile[]): FolderRead {
  const chosen = chosenFolder(files);
  const seen = files
    .filter(({ path }) => nameOf(path) !== ".adr-dir")
    .map((file) => {
      const why = whyNot(file.path, chosen.folder);
      return { file, why, record: why === null ? readRecord(file) : null };
    });
  const judged = seen.map(({ file, why, record }) => {
    const shapeless = record && !isNamed(file.path) && !hasShape(record);
    return {
      path: file.path,
      why: shapeless ? "It has neither a record's name nor a record's sections." : why,
      record,
    };
  });
  const records = judged.flatMap(({ why, record }) => (why === null && record ? [record] : []));
  return {
    records: inOrder(resolveLinks(records)),
    leftOut: judged.flatMap(({ path, why }) => (why === null ? [] : [{ path, why }])),
    problems: [...chosen.problems, ...twice(records)],
  };
}

const nameOf = (path: string) => path.split("/").at(-1) ?? "";

/** What `.adr-dir` says: the folder of the records, as adr-tools keeps it. */
function chosenFolder(files: readonly RecordFile[]): {
  folder: string | null;
  problems: FolderRead["problems"];
} {
  const file = files.find(({ path }) => nameOf(path) === ".adr-dir");
  if (!file) return { folder: null, problems: [] };
  const said = shown(textOf(file.bytes)).trim().replaceAll("\\", "/");
  const base = file.path.split("/").slice(0, -1);
  const steps = said.split("/").filter((step) => step !== "" && step !== ".");
  const folder = [...base, ...steps].join("/");
  const there =
    !steps.includes("..") && files.some(({ path }) => folder === "" || path.startsWith(`${folder}/`));
  if (there) return { folder, problems: [] };
  const says = `.adr-dir names the folder “${said.slice(0, 200)}”, which holds no file here; all folders are read.`;
  return { folder: null, problems: [{ path: file.path, says }] };
}

/** Why a file is no record by its name alone; null where it may be one. */
function whyNot(path: string, folder: string | null): string | null {
  const name = nameOf(path).toLowerCase();
  if (!/\.(md|markdown)$/.test(name)) return "It is no Markdown file.";
  if (/^(readme|index|changelog|contributing|license|code_of_conduct)\./.test(name))
    return "It is about the folder, and no record.";
  if (/^(?:\d+[-_])?(?:adr[-_])?template\b|^adr-template/.test(name)) return "It is a template.";
  if (folder && !path.startsWith(`${folder}/`)) return `It is outside of ${folder}, which .adr-dir names.`;
  return null;
}

const isNamed = (path: string) =>
  dayInName(path) !== null || (numberIn(path) !== null && slugIn(path) !== "");

/** A state and what was decided, or a decision and its context. */
function hasShape({ sections, status, rawStatus, expects }: RecordRead): boolean {
  const has = (kind: string) => sections.some((section) => section.kind === kind);
  const state = status !== null || (rawStatus !== null && has("status"));
  return (has("decision") && (has("context") || state)) || (state && has("context")) || expects.length > 0;
}

function inOrder(records: readonly RecordRead[]): RecordRead[] {
  const byDay = namingOf(records.map(({ path }) => path)).kind === "date";
  const day = ({ date, path }: RecordRead) => date ?? dayInName(path) ?? "9999";
  return [...records].sort(
    (one, other) =>
      (byDay
        ? compare(day(one), day(other))
        : compare(one.number ?? Number.MAX_SAFE_INTEGER, other.number ?? Number.MAX_SAFE_INTEGER)) ||
      compare(one.path, other.path),
  );
}

const compare = <T extends string | number>(one: T, other: T) => (one < other ? -1 : one > other ? 1 : 0);

function twice(records: readonly RecordRead[]): FolderRead["problems"] {
  const groups = Map.groupBy(
    records.filter(({ number }) => number !== null),
    ({ number }) => number,
  );
  return [...groups].flatMap(([number, some]) => {
    const paths = some.map(({ path }) => path).sort();
    return paths.length < 2
      ? []
      : [{ path: null, says: `The number ${number} is used twice or more: ${paths.join(", ")}.` }];
  });
}
