import pc from "picocolors";
import { changeGroups, placeWords } from "../../core/catalog/change-words.ts";
import {
  type ImportAnswer,
  importCatalog,
  importGroups,
  importPeople,
  suggestOwners,
} from "../../core/catalog/contract.ts";
import { harmless } from "../../core/plain-text.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { Connection } from "../connect.ts";
import { importFiles } from "../import-files.ts";
import { type Output, table } from "../output.ts";

interface ImportOptions {
  readonly apply?: boolean | undefined;
}

const contracts = { catalog: importCatalog, people: importPeople } as const;

/** Previews files, or applies them. Nothing that could be read makes the exit code 1. */
export async function importFilesCommand(
  { ask }: Connection,
  { from, paths, apply = false }: ImportOptions & { from: keyof typeof contracts; paths: readonly string[] },
  out: Output,
): Promise<void> {
  told(await ask(contracts[from], { files: await importFiles(paths), apply }), out);
}

/** Previews what the groups of the organisation's sign-in say, or applies it. */
export async function importGroupsCommand(
  { ask }: Connection,
  { apply = false }: ImportOptions,
  out: Output,
): Promise<void> {
  told(await ask(importGroups, { apply }), out);
}

function told(answer: ImportAnswer, out: Output): void {
  out.result(answer, () => answerWords(answer));
  if (answer.read === 0 && answer.problemTotal > 0) process.exitCode = 1;
}

/** Counts first, then what changes, then what did not go in. */
function answerWords(answer: ImportAnswer): string {
  const { total, problems, problemTotal, applied } = answer;
  const groups = changeGroups(answer).flatMap(({ title, listed, more }) => [
    "",
    pc.bold(title),
    ...listed.map((what) => `  ${what}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ]);
  const wrong = problems.map((one) => `  ${placeWords(one)}  ${one.reason}`);
  const left = problemTotal - problems.length;
  const more = left > 0 ? [`  and ${left} more`] : [];
  return harmlessLines([
    summary(answer),
    ...groups,
    ...(problemTotal > 0 ? ["", pc.bold(remarks(problemTotal)), ...wrong, ...more] : []),
    ...(total > 0 && !applied ? ["", "Nothing has changed yet. The same with --apply does it."] : []),
  ]);
}

const remarks = (count: number): string => (count === 1 ? "1 remark" : `${count} remarks`);

function summary({ read, total, applied }: ImportAnswer): string {
  const entries = read === 1 ? "1 entry read" : `${read} entries read`;
  if (total === 0) return `${entries}: nothing changes.`;
  const changes = total === 1 ? "1 change" : `${total} changes`;
  return applied ? `${entries}, ${changes} made.` : `${entries}, ${changes} to make.`;
}

/** What files say must not steer the terminal, line by line. */
const harmlessLines = (lines: readonly string[]): string => lines.map(harmless).join("\n");

/** Says which teams a CODEOWNERS file names for which paths of a repository. */
export async function importCodeownersCommand(
  { ask }: Connection,
  { path, of }: { path: string; of: string },
  out: Output,
): Promise<void> {
  const [file] = await importFiles([path]);
  if (!file) return;
  const answer = await ask(suggestOwners, { component: of, file });
  const { suggestions, problems } = answer;
  out.result(answer, () =>
    harmlessLines([
      ...(suggestions.length === 0
        ? ["It names no team or group that is known here."]
        : suggestionLines(suggestions, of)),
      ...problems.map((one) => `${placeWords(one)}  ${one.reason}`),
    ]),
  );
  if (suggestions.length === 0 && problems.length > 0) process.exitCode = 1;
}

type Suggestions = AnswerOf<typeof suggestOwners>["suggestions"];

function suggestionLines(suggestions: Suggestions, of: string): string[] {
  const rows = suggestions.map(({ unit, owner, paths }) => [unit.slug, owner, paths.join(" ")]);
  const byUnit = Map.groupBy(suggestions, ({ unit }) => unit.slug);
  const commands = [...byUnit].map(([slug, all]) => commandFor(slug, of, all));
  return [...table(rows).split("\n"), "", "To take one up:", ...commands.map((one) => `  ${one}`), ""];
}

/** Who owns every path owns the repository; paths become a part of it that is a component of its own. */
function commandFor(slug: string, of: string, suggestions: Suggestions): string {
  const paths = [...new Set(suggestions.flatMap((one) => one.paths))];
  if (paths.includes("**")) return `npx septet own ${quoted(of)} --unit ${slug}`;
  return `npx septet part ${quoted(`${of}/${slug}`)} --of ${quoted(of)} --unit ${slug} --paths ${paths.map(quoted).join(" ")}`;
}

/** As a shell takes it, whatever it holds. */
const quoted = (text: string): string =>
  /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
