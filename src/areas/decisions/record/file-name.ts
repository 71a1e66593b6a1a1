/** A file name that begins with a day, as log4brains writes it: 20210113-use-queues.md. */
const DATED = /^(\d{4})(\d{2})(\d{2})(?=[-_. ])/;
const NUMBERED = /^(?:adr[-_ ]*)?(\d{1,6})(?=[-_. ]|$)/i;

/** So long a name of a file is still easy to read, and far below what file systems allow. */
const LONGEST_SLUG = 80;

export type Naming = { readonly kind: "number"; readonly width: number } | { readonly kind: "date" };

const nameOf = (path: string) => (path.split("/").at(-1) ?? "").replace(/\.(md|markdown)$/i, "");

/** The number that a file's name begins with; null where there is none, or a day. */
export function numberIn(path: string): number | null {
  const name = nameOf(path);
  const number = DATED.test(name) ? undefined : NUMBERED.exec(name)?.[1];
  return number === undefined ? null : Number(number);
}

/** The day that a file's name begins with, as ISO writes it. */
export function dayInName(path: string): string | null {
  const match = DATED.exec(nameOf(path));
  return match && Number(match[2]) <= 12 && Number(match[3]) <= 31
    ? `${match[1]}-${match[2]}-${match[3]}`
    : null;
}

/** A file's name without number or day, without its ending. */
export const slugIn = (path: string) =>
  nameOf(path)
    .replace(DATED, "")
    .replace(NUMBERED, "")
    .replace(/^[-_. ]+/, "");

/** How a folder names its records: as most of them are named, and by numbers of four digits where there are none. */
export function namingOf(paths: readonly string[]): Naming {
  const dated = paths.filter((path) => dayInName(path) !== null);
  const numbers = paths.flatMap(
    (path) => /^(?:adr[-_ ]*)?(\d{1,6})(?=[-_. ])/i.exec(nameOf(path))?.[1] ?? [],
  );
  const own = numbers.filter((number) => number.length < 8);
  if (dated.length > own.length) return { kind: "date" };
  const widths = Map.groupBy(own, ({ length }) => length);
  const [width] = [...widths].sort(
    ([one, some], [other, more]) => more.length - some.length || other - one,
  )[0] ?? [4];
  return { kind: "number", width };
}

/** One more than the highest number, so that gaps stay what they are. */
export function nextNumber(paths: readonly string[]): number {
  return paths.reduce((highest, path) => Math.max(highest, numberIn(path) ?? 0), 0) + 1;
}

export function fileName(number: number, title: string, width = 4): string {
  return `${String(number).padStart(width, "0")}-${slugOf(title)}.md`;
}

/** The name for a new record in a folder, named as the folder names its own; `day` is today as ISO writes it. */
export function newFileName(
  paths: readonly string[],
  { title, day }: { title: string; day: string },
): string {
  const naming = namingOf(paths);
  if (naming.kind === "number") return fileName(nextNumber(paths), title, naming.width);
  const taken = new Set(paths.map(nameOf));
  const name = `${day.replaceAll("-", "")}-${slugOf(title)}`;
  let free = name;
  for (let copy = 2; taken.has(free); copy += 1) free = `${name}-${copy}`;
  return `${free}.md`;
}

/** Letters and digits of any script, small, with hyphens between the words. */
function slugOf(title: string): string {
  const words = title
    .toWellFormed()
    .replace(/[\ufe00-\ufe0f]/g, "") // what makes a sign colourful
    .normalize("NFKD")
    .replace(/\p{M}+/gu, (marks, at: number) =>
      /\p{Script=Latin}/u.test(title.normalize("NFKD")[at - 1] ?? "") ? "" : marks,
    )
    .normalize("NFC")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  const short = [...words.replace(/^[-\p{M}]+/u, "")].slice(0, LONGEST_SLUG).join("");
  return short.replace(/-+$/, "") || "decision";
}
