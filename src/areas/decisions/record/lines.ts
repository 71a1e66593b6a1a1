/** A line of a text: where it begins, where it ends, and where the next one begins. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/** Cut as CommonMark and YAML cut them; after a last line break there is one more line, which is empty. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const end of text.matchAll(/\r\n|\n|\r/g)) {
    const next = end.index + end[0].length;
    lines.push({ from, to: end.index, next });
    from = next;
  }
  return [...lines, { from, to: text.length, next: text.length }];
}

/** The line of a place, counted from 1. */
export function lineAt(lines: readonly Line[], place: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.from ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Where a line begins, counted from 0; the end of the text for the line after the last. */
export function beginOf(lines: readonly Line[], line: number): number {
  return lines[line]?.from ?? lines.at(-1)?.to ?? 0;
}

/** How a file ends its lines: as its first line does. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}

export const withLineEnds = (text: string, end: string) => text.replace(/\r\n|\n|\r/g, end);

/** A line without a comment, blanks, or a sign for a line break at its end. */
export function bare(line: string): string {
  let rest = line.trimEnd();
  for (let before = ""; before !== rest; ) {
    before = rest;
    const comment = rest.endsWith("-->") ? rest.lastIndexOf("<!--") : -1;
    rest = (comment === -1 ? rest.replace(/\\$/, "") : rest.slice(0, comment)).trimEnd();
  }
  return rest;
}
