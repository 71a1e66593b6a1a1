/** A line that names owners for a pattern. */
export interface OwnersRule {
  readonly line: number;
  readonly pattern: string;
  readonly owners: readonly string[];
  /** Why nothing can be made of it. */
  readonly wrong?: string;
}

/** Longer than any pattern with its owners. */
const LONGEST_LINE = 10_000;

/**
 * The rules of a CODEOWNERS file, as GitHub (https://docs.github.com/articles/about-code-owners) and GitLab
 * (https://docs.gitlab.com/user/project/codeowners/reference) write it: a section's owners hold for its lines that name none.
 */
export function rulesIn(text: string): OwnersRule[] {
  const rules: OwnersRule[] = [];
  let inherited: readonly string[] = [];
  for (const [at, given] of text
    .replace(/^\ufeff/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    const line = at + 1;
    if (given.length > LONGEST_LINE) {
      rules.push({ line, pattern: "", owners: [], wrong: "This line is too long." });
      continue;
    }
    const words = wordsOf(given);
    const [pattern, ...named] = words;
    if (pattern === undefined) continue;
    const section = /^\^?\[[^\]]+\](?:\[\d+\])?\s*(.*)$/.exec(given.trim());
    if (section) {
      inherited = wordsOf(section[1] ?? "").filter(isOwner);
      continue;
    }
    rules.push(ruleOf({ line, pattern, named }, inherited));
  }
  return rules;
}

interface Words {
  readonly line: number;
  readonly pattern: string;
  readonly named: readonly string[];
}

function ruleOf({ line, pattern, named }: Words, inherited: readonly string[]): OwnersRule {
  if (pattern.startsWith("!")) return { line, pattern, owners: [] }; // whoever owned these paths does no longer
  const strange = named.filter((word) => !isOwner(word));
  const owners = named.length === 0 ? inherited : named.filter(isOwner);
  const wrong = `“${strange[0]?.slice(0, 80)}” is no owner: write @name, @organisation/team or an e-mail address.`;
  return { line, pattern, owners, ...(strange.length > 0 ? { wrong } : {}) };
}

const isOwner = (word: string): boolean => /^@@?[^\s@]+$/.test(word) || /^[^\s@]+@[^\s@]+$/.test(word);

/** Split at blanks that no backslash stands before, up to a comment. */
function wordsOf(line: string): string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith("#"));
  return (comment === -1 ? words : words.slice(0, comment)).map((word) => word.replace(/\\(.)/g, "$1"));
}

/** A pattern as globs from the repository's root: without a slash before its end it holds at any depth, as in .gitignore. */
export function globsOf(pattern: string): string[] {
  const anchored = pattern.slice(0, -1).includes("/");
  const path = `${anchored ? "" : "**/"}${pattern.replace(/^\//, "")}`;
  if (pattern === "*" || pattern === "/") return ["**"];
  if (path.endsWith("/")) return [`${path}**`];
  const last = path.split("/").at(-1) ?? "";
  // What could be a folder is meant with all that is in it.
  return last.includes("*") || /\.\w+$/.test(last) ? [path] : [path, `${path}/**`];
}
