import fc from "fast-check";
import { expect, test } from "vitest";
import { figures } from "./figures.ts";
import type { Round } from "./round.ts";
import { knownToMembers, published, rounds, shownOf, team, tree } from "./testing.ts";

const low = fc.integer({ min: 1, max: 3 });
const fixed = { members: [], threshold: 2 };
const yesNo = [0, 1];

test("a few people in any tree: nobody can be sure of an answer that they were not told", () => {
  const few = fc.oneof(rounds({ people: 12, options: 2 }, low), rounds({ people: 8, options: 3 }, low));
  fc.assert(
    fc.property(few, (round) => {
      expect(foundOut(round)).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("two teams of six: all worlds hide every answer, though some show both teams and some only hide them", () => {
  const places = tree("org", { a: [], b: [] });
  const round = { ...fixed, options: yesNo, places, answers: [...six("a"), ...six("b")] };
  expect(shownOf(figures(round))).toBe("");
  expect(
    shownOf(figures({ ...round, answers: [...team("a", 0, 0, 0, 1, 1, 1), ...team("b", 0, 1, 0, 1, 0, 1)] })),
  ).toBe("a b org");
  expect(foundOut(round)).toEqual([]);
});

test("three teams of six and three answers: whoever knows one team's answers is sure of none in the others", () => {
  const round: Round = {
    threshold: 5,
    members: [],
    options: [1, 2, 3],
    places: tree("org", { a: [], b: [], c: [] }),
    answers: [...six("a"), ...six("b"), ...six("c")],
  };
  const ofA = new Set(six("a").map(({ person }) => person));
  expect(foundOutKnowing(round, ofA)).toEqual([]);
  expect(foundOutKnowing(round, new Set())).toEqual([]);
});

test("the only one who disagreed cannot conclude from what is hidden that all others agreed", () => {
  // Five and six in two slices, who said 11 111 2 | 22 333 4: were two who disagree enough for a slice, only the first
  // could be the one that is hidden, and its one 2 would know that all others said 1.
  const slice = (name: string, ...options: number[]) =>
    options.map((option, index) => ({ person: name + index, team: name + index, place: name, option }));
  const answers = [...slice("a", 2, 1, 1, 1, 1), ...slice("b", 2, 2, 3, 3, 3, 4)];
  const round = { ...fixed, options: [1, 2, 3, 4], places: tree("org", { a: [], b: [] }), answers };
  expect(published(figures(round)).map(({ place, counts }) => [place, counts])).toEqual([
    ["org", [4, 3, 3, 1]],
  ]);
  expect(foundOutKnowing(round, new Set(["a0"]))).toEqual([]);
});

test("who of a team gave which answer changes nothing that is published, nor does the order of anything", () => {
  fc.assert(
    fc.property(rounds({ people: 60, options: 5 }, fc.constant(5)), fc.gen(), (round, gen) => {
      const shuffle = <T>(all: readonly T[]): T[] =>
        gen(fc.shuffledSubarray<T>, [...all], { minLength: all.length, maxLength: all.length });
      const { answers, places, members } = round;
      const shuffled = {
        ...round,
        answers: shuffle(answers),
        places: shuffle(places),
        members: shuffle(members),
      };
      expect(figures(shuffled)).toEqual(figures(round));
      const once = answers.filter(
        ({ person }) => answers.filter((one) => one.person === person).length === 1,
      );
      const [one, other] = shuffle(once.filter((answer) => answer.team === once[0]?.team));
      const exchanged = answers.map((answer) => {
        if (answer === one && other) return { ...answer, option: other.option };
        return answer === other && one ? { ...answer, option: one.option } : answer;
      });
      expect(figures({ ...round, answers: exchanged })).toEqual(figures(round));
    }),
  );
});

function six(name: string): Round["answers"] {
  return team(name, 0, 0, 0, 0, 0, 0).map((answer) => ({ ...answer, option: 1 }));
}

/** People who differ in nothing that decides what is published: how many of them gave which answer says all. */
type Class = readonly string[];

/**
 * Goes through all worlds: whatever these people may have answered. Gives everybody whose answer somebody can be sure of in
 * some world. That somebody sees what is published, knows who answered where and how it is decided what is published, and
 * knows nothing more, or their own answer, or all answers of the teams that they belong to.
 */
function foundOut(round: Round): string[] {
  const people = [...new Set(round.answers.map(({ person }) => person))];
  const knowers = [new Set<string>(), ...people.map((one) => new Set([one])), ...knownToMembers(round)];
  const distinct = new Map(knowers.map((known) => [[...known].sort().join(), known]));
  const worlds = everyWorld(
    round,
    people.map((one) => [one]),
  );
  return [...new Set(distinct.values().flatMap((known) => sureOf(worlds, known)))];
}

/**
 * The same for more people, and for one who knows the answers of `known`. Of people who are alike in all but their answers only
 * how many gave which answer is varied: who of them gave it changes nothing but names, which a test of its own shows.
 */
function foundOutKnowing(round: Round, known: ReadonlySet<string>): string[] {
  const teams = Map.groupBy(round.answers, (answer) => answer.team);
  const alike = Map.groupBy(round.answers, ({ person, team, place = team }) => {
    const alone = teams.get(team)?.length === 1;
    return JSON.stringify([place, alone ? null : team, known.has(person)]);
  });
  const classes = [...alike.values()].map((all) => all.map(({ person }) => person));
  return sureOf(everyWorld(round, classes), known);
}

interface World {
  readonly classes: readonly Class[];
  /** For each class, what its people answered, by the place among the options and in their order. */
  readonly given: readonly (readonly number[])[];
  readonly told: string;
}

function everyWorld(round: Round, classes: readonly Class[]): World[] {
  const choices = round.options.length;
  return product(classes.map(({ length }) => ascending(length, choices))).map((given) => {
    const option = new Map(
      classes.flatMap((all, index) =>
        all.map((one, at) => [one, round.options[given[index]![at]!]!] as const),
      ),
    );
    const answers = round.answers.map((answer) => ({ ...answer, option: option.get(answer.person)! }));
    return { classes, given, told: JSON.stringify(figures({ ...round, answers })) };
  });
}

/** All ways in which so many people can choose, whoever of them chose what. */
function ascending(people: number, choices: number): number[][] {
  if (people === 0) return [[]];
  return ascending(people - 1, choices).flatMap((before) =>
    Array.from({ length: choices - (before.at(-1) ?? 0) }, (_, more) => [
      ...before,
      (before.at(-1) ?? 0) + more,
    ]),
  );
}

function product(ways: readonly number[][][]): number[][][] {
  return ways.reduce<number[][][]>(
    (all, more) => all.flatMap((one) => more.map((next) => [...one, next])),
    [[]],
  );
}

/** A class whose people gave the same answer in all worlds that look like one of them. */
function sureOf(worlds: readonly World[], known: ReadonlySet<string>): string[] {
  const alike = Map.groupBy(worlds, ({ classes, given, told }) =>
    JSON.stringify([told, given.filter((_, index) => known.has(classes[index]![0]!))]),
  );
  const sure = alike
    .values()
    .flatMap((seen) =>
      seen[0]!.classes.filter((_, index) => new Set(seen.flatMap(({ given }) => given[index]!)).size === 1),
    );
  return [...new Set([...sure].flat())].filter((person) => !known.has(person));
}
