import type { Respondent } from "./respondents.ts";

/** What a round fixes when it opens, as far as it decides which crowds may be shown. */
export interface Terms {
  /** The fewest answers of a crowd, and the fewest that may be left of it for whoever knows some of them. */
  readonly threshold: number;
  /** The number of possible answers. */
  readonly options: number;
  /** The circles that know the answers of a team: one for all who belong to the same teams. */
  readonly circles: ReadonlyMap<string, readonly number[]>;
}

/**
 * How many must differ from the most common answer, beyond those that one person may know: one, so that what this
 * person does not know is never unanimous, and one more, so that it is not told by what is hidden either.
 */
const MARGIN = 2;

/** A crowd that could be shown only if fewer than this share agreed hardly ever is: it had better join a larger one. */
const ROOM = 0.4;

/** Whoever belongs to several teams knows the answers of each of them. `members` are all who may see a team's answers. */
export function circlesOf(
  members: readonly { readonly person: string; readonly team: string }[],
): Map<string, number[]> {
  const teamsOf = Map.groupBy(members, ({ person }) => person)
    .values()
    .map((all) => [...new Set(all.map(({ team }) => team))].sort());
  const circles = new Map([...teamsOf].map((teams) => [JSON.stringify(teams), teams]));
  const knownTo = new Map<string, number[]>();
  for (const [circle, teams] of [...circles.values()].entries()) {
    for (const team of teams) knownTo.set(team, [...(knownTo.get(team) ?? []), circle]);
  }
  return knownTo;
}

/** How many must differ from the most common answer for a crowd to be shown; `null` if it never is. Asks for no answer. */
export function dissentNeeded(people: readonly Respondent[], terms: Terms): number | null {
  const known = mostKnown(people, terms.circles);
  const needed = Math.max(known, 1) + MARGIN;
  const possible = people.length - Math.max(Math.ceil(people.length / terms.options), people.length * ROOM);
  const enough = people.length - known >= terms.threshold && needed <= possible;
  return enough ? needed : null;
}

/** The most answers of a crowd that one person may know through teams, of those who do not know all of it. */
function mostKnown(people: readonly Respondent[], circles: Terms["circles"]): number {
  const known = new Map<number, number>();
  for (const { team } of people) {
    for (const circle of circles.get(team) ?? []) known.set(circle, (known.get(circle) ?? 0) + 1);
  }
  return known.values().reduce((most, n) => (n < people.length ? Math.max(most, n) : most), 0);
}

/** How many gave each of the options. */
export function tally(people: Iterable<Respondent>, options: number): number[] {
  const counts = new Array<number>(options).fill(0);
  for (const { option } of people) counts[option] = (counts[option] ?? 0) + 1;
  return counts;
}

/** How many did not give the most common answer. */
export function dissent(people: readonly Respondent[], options: number): number {
  return people.length - Math.max(...tally(people, options));
}
