import { failField } from "../../../platform/errors.ts";
import { type Branch, blocksOf, branchesOf } from "./blocks.ts";
import { circlesOf, tally } from "./crowd.ts";
import { division } from "./division.ts";
import { unlikeBefore } from "./earlier-rounds.ts";
import { type Respondent, respondentsOf } from "./respondents.ts";
import type { EarlierRound, Figure, Round } from "./round.ts";

/** What {@link overPeople} does, for any threshold, so that tests can go through all worlds of a few people. */
export function figures(round: Round, earlier: readonly EarlierRound[] = []): Figure[] {
  const { options, places, threshold } = round;
  if (new Set(places.map(({ id }) => id)).size < places.length) failField("/places", TWICE);
  const respondents = respondentsOf(round.answers, options);
  const roots = branchesOf(places, respondents);
  const branches = new Map(topDown(roots).map((branch) => [branch.id, branch]));
  refuseStrays(respondents, branches);
  const circles = circlesOf([...round.members, ...round.answers]);
  const terms = { threshold, options: options.length, circles };
  const alone = new Set(division(blocksOf(roots, terms), options.length));
  const candidates = [...branches.values()].filter(({ id }) => alone.has(id));
  const shown = new Set(unlikeBefore(candidates, { earlier, threshold }));
  return places
    .map(({ id }): Figure => {
      const branch = branches.get(id);
      if (branch && shown.has(branch)) return figure(branch, options);
      return { place: id, published: false, because: alone.has(id) ? "changed-little" : "few-or-alike" };
    })
    .sort((one, other) => (one.place < other.place ? -1 : 1));
}

/** Level by level, by id within a level, so that what is larger comes first. */
function topDown(roots: readonly Branch[]): Branch[] {
  const level = roots.filter(({ whole }) => whole).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return level.length === 0 ? [] : [...level, ...topDown(level.flatMap(({ below }) => below))];
}

function figure({ id, people }: Branch, options: Round["options"]): Figure {
  const counts = tally(people, options.length);
  return { place: id, published: true, n: people.length, counts, mean: meanOf(counts, options) };
}

function meanOf(counts: readonly number[], options: Round["options"]): number | null {
  const numbers = options.filter((option) => typeof option === "number");
  if (numbers.length < options.length) return null;
  const n = counts.reduce((sum, count) => sum + count, 0);
  return numbers.reduce((sum, option, index) => sum + option * (counts[index] ?? 0), 0) / n;
}

/** An answer that counts nowhere would be missing from every figure without a word. */
function refuseStrays(respondents: readonly Respondent[], branches: ReadonlyMap<string, Branch>): void {
  const stray = respondents.flatMap(({ places }) => [...places]).find((place) => !branches.has(place));
  if (stray !== undefined) {
    failField(
      "/places",
      `“${stray}” has answers, but is not in the tree of the round. Add it with its parents.`,
    );
  }
}

/** Else its people would be in two blocks, and one could be taken from the other. */
const TWICE = "A place is in the tree twice. Give each place once, with the one place above it.";
