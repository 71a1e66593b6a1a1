import type { Branch } from "./blocks.ts";
import { type Graph, hold, leastCut } from "./graph.ts";
import { placeOf, type Respondent } from "./respondents.ts";
import type { EarlierRound, Place } from "./round.ts";

/** The point of a graph that stands for all who are counted in no place shown. */
const NOWHERE = "nowhere";
const before = (place: string) => `before ${place}`;
const now = (place: string) => `now ${place}`;

/**
 * Those of the branches that may be shown after the earlier rounds; each comes after the ones above it. However places of
 * this round are added up, and places of one earlier round: the two sums count the same people, or differ by `threshold`
 * people at least.
 *
 * Each person holds the innermost place shown that counted them before to the one that counts them now. Two sums
 * differ by the people that are cut when their places are parted from all others. One more place can bring such a cut
 * only between itself and the place that it is taken out of, so that is looked at for one place after the other.
 */
export function unlikeBefore(
  branches: readonly Branch[],
  { earlier, threshold }: { earlier: readonly EarlierRound[]; threshold: number },
): Branch[] {
  const counted = new Map<Respondent, string>();
  const pasts = earlier.map(pastOf);
  return branches.filter(({ id, people }) => {
    const [someone] = people;
    const outOf = (someone && counted.get(someone)) ?? NOWHERE;
    for (const past of pasts) move(past, people, [outOf, now(id)]);
    const safe = pasts.every(({ graph }) => {
      const cut = leastCut(graph, [now(id), outOf], threshold);
      return cut === 0 || cut >= threshold;
    });
    if (safe) for (const one of people) counted.set(one, now(id));
    else for (const past of pasts) move(past, people, [now(id), outOf]);
    return safe;
  });
}

interface Past {
  /** The point of each person whom the earlier round counted. */
  readonly points: ReadonlyMap<string, string>;
  readonly graph: Graph;
}

/** As long as nothing of this round is shown. */
function pastOf({ places, answers, shown }: EarlierRound): Past {
  const innermost = innermostOf(places, new Set(shown));
  const points = new Map(answers.map((answer) => [answer.person, innermost.get(placeOf(answer)) ?? NOWHERE]));
  const graph: Graph = new Map();
  for (const point of points.values()) hold(graph, [point, NOWHERE], 1);
  return { points, graph };
}

/** For each place, the point of the nearest place shown, from itself upwards. */
function innermostOf(places: readonly Place[], shown: ReadonlySet<string>): Map<string, string> {
  const under = Map.groupBy(places, ({ parent }) => parent);
  const innermost = new Map<string, string>();
  const visit = (parent: string | null, above: string) => {
    for (const { id } of under.get(parent) ?? []) {
      const point = shown.has(id) ? before(id) : above;
      innermost.set(id, point);
      visit(id, point);
    }
  };
  visit(null, NOWHERE);
  return innermost;
}

/** These people are no longer counted at one point but at another. */
function move({ points, graph }: Past, people: readonly Respondent[], [from, to]: readonly [string, string]) {
  for (const { person } of people) {
    const point = points.get(person) ?? NOWHERE;
    hold(graph, [point, from], -1);
    hold(graph, [point, to], 1);
  }
}
