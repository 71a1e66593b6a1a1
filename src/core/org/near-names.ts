import { distance } from "fastest-levenshtein";

/** As many as help somebody to see that they meant another. */
const MOST = 3;

/** So many letters to each one that may be wrong, and never more than this are. */
const LETTERS_TO_A_SLIP = 3;
const MOST_SLIPS = 3;

/** Of the names that are known, those that somebody may have meant who wrote this one, the nearest first. */
export function nearNames(written: string, known: readonly string[]): string[] {
  const plain = written.toLowerCase();
  const slips = Math.min(MOST_SLIPS, Math.floor(plain.length / LETTERS_TO_A_SLIP));
  return known
    .filter((name) => name !== written)
    .map((name) => ({ name, far: farFrom(plain, name.toLowerCase()) }))
    .filter(({ far }) => far <= slips)
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, MOST)
    .map(({ name }) => name);
}

/** How many letters differ; none where only what stands before the last slash was left out: `ledger` for `acme/ledger`. */
const farFrom = (written: string, name: string): number =>
  name.endsWith(`/${written}`) ? 0 : distance(written, name);
