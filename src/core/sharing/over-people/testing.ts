import fc from "fast-check";
import type { Figure, Round } from "./round.ts";

type Told = Extract<Figure, { published: true }>;

export const published = (all: readonly Figure[]): Told[] => all.filter((one) => one.published);

/** The places that are shown, in one string. */
export const shownOf = (all: readonly Figure[]): string =>
  published(all)
    .map(({ place }) => place)
    .join(" ");

/** Everybody of a team answers, its people being called after it: `team("a", 1, 5)` are a0 and a1. */
export const team = (name: string, ...options: number[]): Round["answers"] =>
  options.map((option, index) => ({ person: `${name}${index}`, team: name, option }));

/** `tree("org", { north: ["a", "b"], c: [] })` */
export const tree = (root: string, below: Record<string, string[]>): Round["places"] => [
  { id: root, parent: null },
  ...Object.entries(below).flatMap(([id, teams]) => [
    { id, parent: root },
    ...teams.map((name) => ({ id: name, parent: id })),
  ]),
];

/** Who is counted where, told from the places alone. */
export function peopleOf({ places, answers }: Pick<Round, "places" | "answers">): Map<string, Set<string>> {
  const people = new Map(places.map(({ id }) => [id, new Set<string>()]));
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  for (const { person, team: given, place } of answers) {
    for (let at: string | null | undefined = place ?? given; at; at = parents.get(at))
      people.get(at)?.add(person);
  }
  return people;
}

/** What can be told apart by taking published places from each other: each without the published places inside it. */
export function blocksShown(
  round: Pick<Round, "places" | "answers">,
  shown: readonly string[],
): Set<string>[] {
  const people = peopleOf(round);
  const sets = [
    ...new Map(
      shown.map((id) => people.get(id) ?? new Set<string>()).map((set) => [[...set].sort().join(), set]),
    ).values(),
  ];
  return sets
    .map((set) =>
      sets
        .filter((other) => other.size < set.size && other.isSubsetOf(set))
        .reduce((rest, other) => rest.difference(other), set),
    )
    .filter(({ size }) => size > 0);
}

/** What each person may know: the answers that were given in the teams they belong to. */
export function knownToMembers({ members, answers }: Round): Set<string>[] {
  const first = new Map(
    answers.toSorted((one, other) => (one.team < other.team ? 1 : -1)).map((one) => [one.person, one.team]),
  );
  return Map.groupBy([...members, ...answers], ({ person }) => person)
    .values()
    .map((all) => {
      const teams = new Set(all.map((one) => one.team));
      return new Set([...first].filter(([, counted]) => teams.has(counted)).map(([person]) => person));
    })
    .toArray();
}

interface Size {
  readonly people: number;
  readonly options: number;
}

/** Rounds with up to three groups of teams, some people in two teams, and some who only see a team's answers. */
export function rounds({ people, options }: Size, threshold: fc.Arbitrary<number>): fc.Arbitrary<Round> {
  const seat = fc.record({
    team: fc.nat(5),
    option: fc.integer({ min: 1, max: options }),
    second: seldom(30, fc.nat(5)),
    sees: seldom(20, fc.nat(5)),
  });
  const round = fc
    .record({
      threshold,
      groups: fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      seats: fc.array(seat, { minLength: people >> 1, maxLength: people, size: "max" }),
      teams: fc.integer({ min: 1, max: 6 }),
    })
    .map(({ groups, seats, teams, ...fixed }) => {
      const name = (index: number) => `team${index % teams}`;
      const answers = seats.flatMap((one, index) => {
        const answer = { person: `p${index}`, team: name(one.team), option: one.option };
        const again = one.second === null || name(one.second) === answer.team;
        return again ? [answer] : [answer, { ...answer, team: name(one.second ?? 0) }];
      });
      const members = seats.flatMap(({ sees }, index) =>
        sees === null ? [] : [{ person: `p${index}`, team: name(sees) }],
      );
      const places = [
        { id: "org", parent: null },
        ...[0, 1, 2].map((index) => ({ id: `group${index}`, parent: "org" })),
        ...groups.slice(0, teams).map((group, index) => ({ id: name(index), parent: `group${group}` })),
      ];
      return {
        ...fixed,
        options: Array.from({ length: options }, (_, index) => index + 1),
        places,
        members,
        answers,
      };
    });
  return fc.noBias(round);
}

/** Once in so many times; else `null`. */
function seldom<T>(times: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: times - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: value });
}
