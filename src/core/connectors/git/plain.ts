/** What a terminal or a page would obey instead of showing: C0 and C1 controls, line ends, and turns of direction. */
const OBEYED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]+/g;

/** Longer than people give to a tag or a branch. */
export const LONGEST_NAME = 200;

/** Text from a repository as people may see it: nothing that is obeyed instead of shown, no broken letters, and not too long. */
export function plain(text: string, longest: number): string {
  const clean = text.toWellFormed().replace(OBEYED, " ").trim();
  const letters = Array.from(clean.slice(0, 2 * longest));
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : letters.join("");
}

/** Addresses of people, but not `api@1.2.0`. */
const ADDRESS = /[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi;

/** A message's first line; what it says about people's addresses stays in the repository. */
export function titleOf(message: string): string {
  // Cut before it is searched: a line of a million letters would keep the search busy for hours.
  const line = (message.trimStart().split("\n", 1)[0] ?? "").slice(0, 1_000);
  return plain(line.replace(ADDRESS, "…"), 200);
}
