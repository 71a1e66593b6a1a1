import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pc from "picocolors";
import {
  exportRecords,
  type ImportAnswer,
  importRecords,
  recordsBranch,
  recordsPatch,
} from "../../areas/decisions/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import { failField } from "../../platform/errors.ts";
import type { Connection } from "../connect.ts";
import type { Output } from "../output.ts";
import { nameOf, recordsAt, unpackInto } from "../record-files.ts";

export interface ImportRecordsOptions {
  readonly path?: string | undefined;
  readonly unit: string;
  readonly name?: string;
  readonly git?: string;
  readonly folder?: string;
  readonly preview?: boolean;
}

export async function importRecordsCommand(
  { ask }: Connection,
  options: ImportRecordsOptions,
  out: Output,
): Promise<void> {
  const { unit: slug, preview = false } = options;
  const answer = await saying(out, "Reading the records …", async () =>
    ask(importRecords, { slug, preview, ...(await givenBy(options)) }),
  );
  out.result(answer, () => answerLines(answer).map(harmless).join("\n"));
}

async function givenBy({ path, name, git, folder }: ImportRecordsOptions) {
  if ((path === undefined) === (git === undefined))
    return failField("/path", "Name a folder or an archive, or a repository with --git: one of them.");
  if (git !== undefined) return { git: { repository: git, ...(folder === undefined ? {} : { folder }) } };
  const at = path ?? "";
  return { name: name ?? nameOf(at), ...(await recordsAt(at)) };
}

/** What takes longer than a second says what it is about. */
async function saying<T>(out: Output, words: string, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => out.say(words), 1_000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

/** So many lines of each sort are read at a glance. */
const GLANCE = 20;

function answerLines({ says, changes, leftOut, problems, preview }: ImportAnswer): string[] {
  const told = changes.map(({ kind, path, title, says: more }) =>
    [pc.dim(kind.padEnd(7)), path, title === path ? "" : `“${title}”`, more ?? ""].filter(Boolean).join("  "),
  );
  return [
    says,
    ...section("What changes", told),
    ...section(
      "Left out",
      leftOut.map(({ path, why }) => `${path}  ${why}`),
    ),
    ...section(
      "To know",
      problems.map(({ path, says: what }) => (path === null ? what : `${path}  ${what}`)),
    ),
    ...(preview && changes.length > 0
      ? ["", "Nothing has changed yet. The same without --preview does it."]
      : []),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - GLANCE;
  return [
    "",
    pc.bold(title),
    ...lines.slice(0, GLANCE).map((text) => `  ${text}`),
    ...(more > 0 ? [`  and ${more} more; --json lists all`] : []),
  ];
}

export interface ExportRecordsOptions {
  readonly folder?: string | undefined;
  readonly unit: string;
  readonly site?: boolean;
  readonly patch?: boolean;
  readonly branch?: string;
  readonly source?: string;
  readonly overwrite?: boolean;
}

export async function exportRecordsCommand(
  { ask }: Connection,
  { folder, unit: slug, site, patch, branch, source, overwrite = false }: ExportRecordsOptions,
  out: Output,
): Promise<void> {
  if ([site, patch, branch].filter(Boolean).length > 1)
    failField("/patch", "Take --site, --patch or --branch: one of them.");
  const from = { slug, ...(source === undefined ? {} : { source }) };
  if (branch !== undefined) {
    const written = await ask(recordsBranch, { ...from, branch });
    out.result(written, () => changedLines(`Written to the branch ${written.branch}:`, written));
    return;
  }
  if (folder === undefined) return failField("/folder", "Name the folder to write to.");
  if (patch) {
    const found = await ask(recordsPatch, from);
    const file = join(folder, "decisions.patch");
    await mkdir(folder, { recursive: true });
    await writeFile(file, Buffer.from(found.patch, "base64"));
    out.result({ file, files: found.files, problems: found.problems }, () =>
      found.files.length === 0
        ? "Nothing differs from the files."
        : changedLines(`${file} (git apply takes it):`, found),
    );
    return;
  }
  const { archive, records } = await saying(out, "Writing the records …", () =>
    ask(exportRecords, { slug, as: site ? "site" : "madr" }),
  );
  const done = await unpackInto(folder, Buffer.from(archive, "base64"), overwrite);
  out.result({ folder, records, ...done }, () =>
    harmless(
      `${records === 1 ? "1 decision" : `${records} decisions`} in ${folder}: ${done.written} files written, ${done.same} were there already.`,
    ),
  );
}

interface Changed {
  readonly files: readonly { readonly path: string; readonly kind: string }[];
  readonly problems: readonly { readonly path: string | null; readonly says: string }[];
}

const changedLines = (title: string, { files, problems }: Changed): string =>
  [
    title,
    ...files.map(({ path, kind }) => `  ${kind.padEnd(7)}  ${path}`),
    ...section(
      "To know",
      problems.map(({ path, says }) => (path === null ? says : `${path}  ${says}`)),
    ),
  ]
    .map(harmless)
    .join("\n");
