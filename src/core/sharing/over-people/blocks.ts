import { dissentNeeded, type Terms } from "./crowd.ts";
import type { Respondent } from "./respondents.ts";
import type { Place } from "./round.ts";

/** A place where somebody answered, with all who answered there or below. */
export interface Branch {
  readonly id: string;
  /** False for the answers that were given in a place with places below it, but in none of these. */
  readonly whole: boolean;
  readonly people: readonly Respondent[];
  readonly below: readonly Branch[];
}

/** People whose answers may be told together. Its parts share nobody and leave nobody out. */
export interface Block {
  readonly people: readonly Respondent[];
  /** The places that have exactly these people. */
  readonly places: readonly string[];
  /** None, or two. */
  readonly parts: readonly Block[];
  /** How many must differ from the most common answer for it to be told; `null` if it never is. */
  readonly needed: number | null;
}

/** Branches that cannot be told apart, because somebody answered in several, or too few in one. */
type Bunch = readonly Branch[];

/** The places where somebody answered, as trees. Those of a circle, or below a place that is not there, are left out. */
export function branchesOf(places: readonly Place[], respondents: readonly Respondent[]): Branch[] {
  const here = Map.groupBy(
    respondents.flatMap((one) => [...one.places].map((place) => ({ place, one }))),
    ({ place }) => place,
  );
  const under = Map.groupBy(places, ({ parent }) => parent);
  const branchesUnder = (parent: string | null): Branch[] =>
    (under.get(parent) ?? [])
      .map(({ id }) => {
        const own = (here.get(id) ?? []).map(({ one }) => one);
        const below = branchesUnder(id);
        const rest = { id, whole: false, people: own, below: [] };
        return {
          id,
          whole: true,
          people: everybody([...below, rest]),
          below: below.length > 0 && own.length > 0 ? [...below, rest] : below,
        };
      })
      .filter(({ people }) => people.length > 0);
  return branchesUnder(null);
}

/** All that might be told, from the largest block of each tree downwards. Depends on who answered, never on what. */
export function blocksOf(roots: readonly Branch[], terms: Terms): Block[] {
  return bunched(roots).map((bunch) => blockOf(bunch, terms));
}

function blockOf(bunch: Bunch, terms: Terms): Block {
  const [only, ...others] = bunch;
  const places = only?.whole && others.length === 0 ? [only.id] : [];
  if (bunch.every(({ below }) => below.length === 0)) {
    const people = everybody(bunch);
    return { people, places, parts: [], needed: dissentNeeded(people, terms) };
  }
  const finer = bunched(bunch.flatMap((branch) => (branch.below.length === 0 ? [branch] : branch.below)));
  const block = halved(pooled(finer, terms), terms);
  return { ...block, places: [...places, ...block.places] };
}

/** Halves of halves: what cannot be told takes along its other half, rather than all its neighbours. */
function halved(bunches: readonly Bunch[], terms: Terms): Block {
  const [first, second] = bunches;
  if (first && !second) return blockOf(first, terms);
  const middle = bunches.length >> 1;
  const people = everybody(bunches.flat());
  return {
    people,
    places: [],
    parts: [halved(bunches.slice(0, middle), terms), halved(bunches.slice(middle), terms)],
    needed: dissentNeeded(people, terms),
  };
}

/** The smallest first, and so many of them taken together as it takes to be enough. */
function pooled(bunches: readonly Bunch[], terms: Terms): Bunch[] {
  const sized = bunches
    .map((bunch) => ({ bunch, size: everybody(bunch).length, id: bunch.map(({ id }) => id).sort()[0] ?? "" }))
    .sort((one, other) => one.size - other.size || (one.id < other.id ? -1 : 1))
    .map(({ bunch }) => bunch);
  for (let first = 1; first <= sized.length; first++) {
    const pool = sized.slice(0, first).flat();
    if (dissentNeeded(everybody(pool), terms) !== null) return [pool, ...sized.slice(first)];
  }
  return sized;
}

/** Branches in which one person answered stay together, or else the difference would be that person's answer. */
function bunched(branches: readonly Branch[]): Bunch[] {
  const bunchOf = new Map<Respondent, Set<Branch>>();
  const bunches = new Set<Set<Branch>>();
  for (const branch of branches) {
    const torn = branch.people.filter(({ places }) => places.size > 1);
    const met = new Set(torn.flatMap((one) => bunchOf.get(one) ?? []));
    const bunch = new Set([branch, ...[...met].flatMap((other) => [...other])]);
    for (const other of met) bunches.delete(other);
    bunches.add(bunch);
    for (const { people } of bunch)
      for (const one of people) if (one.places.size > 1) bunchOf.set(one, bunch);
  }
  return [...bunches].map((bunch) => [...bunch]);
}

function everybody(branches: readonly Branch[]): Respondent[] {
  return [...new Set(branches.flatMap(({ people }) => people))];
}
