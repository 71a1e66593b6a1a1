import { CsvError, parse } from "csv-parse/sync";

/** A record, and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface BrokenLine {
  readonly line: number;
  readonly reason: string;
}

/** Longer than any line of a list: a quote that is never closed must not swallow the whole file. In bytes. */
const LONGEST_RECORD = 20_000;
/** After a broken line, the next is read as if nothing had been. Past so many of them, the file is something else. */
const MOST_BROKEN = 50;

/** RFC 4180, with commas, semicolons or tabs between fields, whichever the first line has most of. */
export function csvRecords(given: string): { records: CsvRecord[]; broken: BrokenLine[] } {
  const text = given.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const delimiter = delimiterOf(text.slice(0, 10_000).split("\n", 1)[0] ?? "");
  const records: CsvRecord[] = [];
  const broken: BrokenLine[] = [];
  let begin = { offset: 0, line: 1 };
  while (begin.offset < text.length) {
    const trouble = readFrom(text.slice(begin.offset), { delimiter, records, line: begin.line });
    if (!trouble) break;
    broken.push(trouble);
    if (broken.length >= MOST_BROKEN) {
      broken.push({
        line: trouble.line + 1,
        reason: "Too many lines cannot be read; the rest of the file is left out.",
      });
      break;
    }
    begin = lineAfter(text, begin, trouble.line);
  }
  return { records, broken };
}

interface Reading {
  readonly delimiter: string;
  readonly records: CsvRecord[];
  /** The line of the file on which the text begins. */
  readonly line: number;
}

/** Adds records until one is broken, and says which. */
function readFrom(text: string, { delimiter, records, line }: Reading): BrokenLine | undefined {
  let next = line;
  try {
    parse(text, {
      ...{
        delimiter,
        relax_column_count: true,
        relax_quotes: true,
        max_record_size: LONGEST_RECORD,
        skip_empty_lines: true,
      },
      on_record: (fields: string[], { lines }) => {
        const end = line + lines - 1;
        const within = fields.reduce((sum, field) => sum + field.split("\n").length - 1, 0);
        records.push({ line: end - within, fields });
        next = end + 1;
        return null;
      },
    });
    return undefined;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { line: next, reason: REASONS[error.code] ?? "This line cannot be read." };
  }
}

const REASONS: Partial<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: "This line is too long, or a quote in it is never closed.",
  CSV_QUOTE_NOT_CLOSED: "A quote in this line is never closed.",
};

function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function lineAfter(text: string, begin: { offset: number; line: number }, broken: number) {
  let { offset, line } = begin;
  while (line <= broken) {
    const end = text.indexOf("\n", offset);
    if (end === -1) return { offset: text.length, line };
    offset = end + 1;
    line += 1;
  }
  return { offset, line };
}
