import { numberIn, slugIn } from "./file-name.ts";
import { isFile, isWeb } from "./relations.ts";
import type { Problem, RecordLink, RecordRead } from "./shape.ts";

type Folder = readonly Pick<RecordRead, "path" | "number">[];

/**
 * Links of a whole folder's records: a label or a file's name that fits exactly one record becomes its path. What fits none, or
 * several as two records of one number do, stays as it is written, and is a problem of the record that says it.
 */
export function resolveLinks(records: readonly RecordRead[]): RecordRead[] {
  const paths = new Set(records.map(({ path }) => path));
  return records.map((record) => {
    const found = record.links.map((link) =>
      isWeb(link.to) || paths.has(link.to) ? { link, problem: null } : resolved(link, records),
    );
    const problems = found.flatMap(({ problem }) => problem ?? []);
    return problems.length === 0 && found.every(({ link }, at) => link === record.links[at])
      ? record
      : { ...record, links: found.map(({ link }) => link), problems: [...record.problems, ...problems] };
  });
}

function resolved(link: RecordLink, records: Folder): { link: RecordLink; problem: Problem | null } {
  const fitting = matching(link.to, records);
  const [only] = fitting;
  if (only && fitting.length === 1) return { link: { ...link, to: only.path }, problem: null };
  if (fitting.length === 0 && link.kind === "relates" && isFile(link.to)) return { link, problem: null }; // any document
  const several = fitting.map(({ path }) => path).join(", ");
  const says =
    fitting.length === 0
      ? `The link to “${link.to}” fits no record of the folder: name a file that is there.`
      : `The link to “${link.to}” fits several records (${several}): link to one of the files.`;
  return { link, problem: { line: null, says } };
}

/** By number for ADR-0005, by the file's name for a path or a slug. */
function matching(to: string, records: Folder): Folder {
  const number = /^(?:(?:adr|rfc|record|decision)?[-_ #]*)(\d{1,6})$/i.exec(to)?.[1];
  if (number !== undefined) return records.filter((record) => record.number === Number(number));
  const name = stem(to);
  const named = records.filter(({ path }) => stem(path) === name);
  if (named.length > 0) return named;
  const slug = numberIn(to) === null ? name : slugIn(to).toLowerCase();
  return /\.(md|markdown)$/i.test(to) || slug === ""
    ? []
    : records.filter(({ path }) => slugIn(path).toLowerCase() === slug);
}

const stem = (path: string) => (path.split("/").at(-1) ?? "").replace(/\.(md|markdown)$/i, "").toLowerCase();
