/** Text from a repository as people may see it: no control characters, no hidden turns of direction, and not too long. */
export function plain(text: string, longest: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what has to go.
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, " ").trim();
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
