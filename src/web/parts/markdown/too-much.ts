/** Quotes and lists within each other: deeper ones end in an error, as each is read within the one around it. */
const DEEPEST = 40;
/** A list is indented by two signs or more for each that it stands in. */
const FURTHEST = 2 * DEEPEST;
/** A table of 22 kB may ask for two million cells: rows are filled up to the width of the head. */
const MOST_CELLS = 10_000;
/** The work that signs of emphasis and of code make grows with the square of how many there are in a paragraph. */
const MOST_WORK = 5_000 ** 2;
/** Each length of such a fence is looked for through the whole text. */
const LONGEST_FENCE = 100;

const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const indented = new RegExp(`^[ ]{${FURTHEST},}(?:[-+*>]|\\d{1,9}[.)])`);
const underHead = /^[\s>|:-]+$/;

/**
 * Whether reading a text as Markdown would keep a page from answering for seconds, or end in an error. It is shown as it is written
 * then. No text that somebody means to be read is like that; one that is was written to stop others.
 */
export function isTooMuch(text: string): boolean {
  const lines = text.split("\n");
  if (text.includes("`".repeat(LONGEST_FENCE))) return true;
  if (lines.some((line) => depthOf(line) > DEEPEST || indented.test(line))) return true;
  return cellsIn(lines) > MOST_CELLS || workIn(lines) > MOST_WORK;
}

const depthOf = (line: string): number => (containers.exec(line)?.[0].match(/>|[-+*]|\d+/g) ?? []).length;

/** Cells of all tables: from the line under each head, its columns times the lines until the next blank one. */
function cellsIn(lines: readonly string[]): number {
  let [cells, columns] = [0, 0];
  for (const line of lines) {
    if (line.trim() === "") columns = 0;
    else if (line.includes("|") && line.includes("-") && underHead.test(line))
      columns = Math.max(columns, line.split("|").length);
    cells += columns;
  }
  return cells;
}

function workIn(lines: readonly string[]): number {
  let [work, here] = [0, 0];
  for (const line of lines) {
    if (line.trim() === "") {
      work += here ** 2;
      here = 0;
    } else here += (line.match(/[*_~`]+/g) ?? []).length;
  }
  return work + here ** 2;
}
