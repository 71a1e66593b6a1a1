import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type EarlierGathering, type Gathered, groupFigure } from "./group-figure.ts";

/** Everybody of a team answers, its people being called after it. */
const team = (name: string, ...options: number[]): Gathered["answers"] =>
  options.map((option, at) => ({ person: `${name}${at}`, team: name, option }));
const of = (answers: Gathered["answers"], more: Partial<Gathered> = {}): Gathered => ({
  ...{ group: "commerce", threshold: 5, choices: 5, answers },
  members: answers.map(({ person, team: at }) => ({ person, team: at })),
  ...more,
});
const spread = (name: string) => team(name, 1, 3, 4, 5);
const whom = (answers: Gathered["answers"]): EarlierGathering =>
  answers.map(({ person, team: at }) => ({ person, team: at }));

describe("a figure of a group", () => {
  test("is of three teams at least, however many people they are", () => {
    const two = [...team("a", 1, 2, 3, 4, 5, 1, 2), ...team("b", 1, 2, 3, 4, 5, 1, 2)];
    expect(groupFigure(of(two), [])).toEqual({ because: "few-or-alike", teams: null, n: null, counts: null });
    expect(groupFigure(of([...two, ...spread("c")]), [])).toEqual({
      ...{ because: null, teams: 3, n: 18, counts: [5, 4, 3, 3, 3] },
    });
  });

  test("is of as many that five are left for whoever knows one of the teams", () => {
    const three = [...team("a", 1, 2, 3), ...team("b", 2, 4), ...team("c", 3, 5)];
    expect(groupFigure(of(three), []).because).toBe("few-or-alike");
    expect(groupFigure(of([...three, ...team("d", 1, 4)]), []).n).toBe(9);
    expect(groupFigure(of([...three, ...team("d", 1, 4)], { threshold: 7 }), []).because).toBe(
      "few-or-alike",
    );
  });

  test("is not of people who all say the same, nor told again when a few of them have changed", () => {
    const alike = [...team("a", 3, 3, 3), ...team("b", 3, 3, 3), ...team("c", 3, 3, 3)];
    expect(groupFigure(of(alike), []).because).toBe("few-or-alike");
    const before = [...spread("a"), ...spread("b"), ...spread("c")];
    const oneMore = [...before, { person: "new", team: "c", option: 2 }];
    expect(groupFigure(of(oneMore), []).n).toBe(13);
    expect(groupFigure(of(oneMore), [whom(before)]).because).toBe("changed-little");
    expect(groupFigure(of(before), [whom(before)]).n).toBe(12);
    // Somebody who was erased is known by a name that leads to nobody, and counts as one who has gone.
    expect(groupFigure(of(before.slice(1)), [whom(before)]).because).toBe("changed-little");
  });
});

const teams = ["a", "b", "c", "d"];
const seats = (people: number, choices: number) =>
  fc.array(
    fc.record({
      team: fc.constantFrom(...teams),
      option: fc.integer({ min: 1, max: choices }),
      stays: fc.boolean(),
    }),
    {
      ...{ minLength: 5, maxLength: people, size: "max" },
    },
  );

describe("an attack on what is told", () => {
  test("by the members of any team, who take their own from it, leaves five others who do not all agree", () => {
    fc.assert(
      fc.property(seats(40, 3), (some) => {
        const answers = some.map((one, at) => ({ person: `p${at}`, team: one.team, option: one.option }));
        if (groupFigure(of(answers, { choices: 3 }), []).because !== null) return;
        for (const own of teams) {
          const rest = answers.filter((one) => one.team !== own);
          expect(rest.length).toBeGreaterThanOrEqual(5);
          expect(new Set(rest.map(({ option }) => option)).size).toBeGreaterThan(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("by taking one gathering from another leaves nobody, or five", () => {
    fc.assert(
      fc.property(seats(40, 3), fc.integer({ min: 0, max: 8 }), (some, joined) => {
        const first = some.map((one, at) => ({ person: `p${at}`, team: one.team, option: one.option }));
        const stay = first.filter((_, at) => some[at]?.stays || at > 6);
        const come = team("d", ...Array.from({ length: joined }, (_, at) => 1 + (at % 3)));
        const second = [...stay, ...come];
        if (groupFigure(of(first, { choices: 3 }), []).because !== null) return;
        if (groupFigure(of(second, { choices: 3 }), [whom(first)]).because !== null) return;
        const changed = first.length - stay.length + come.length;
        expect(changed === 0 || changed >= 5).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("by going through all that ten people may have answered makes nobody sure of another's answer", () => {
    const people = [..."aabbccddee"].map((name, at) => ({ person: `p${at}`, team: name }));
    const worlds = Array.from({ length: 2 ** people.length }, (_, bits) => {
      const given = people.map((_, at) => 1 + ((bits >> at) & 1));
      const answers = people.map((one, at) => ({ ...one, option: given[at] as number }));
      return { given, told: JSON.stringify(groupFigure(of(answers, { choices: 2 }), [])) };
    });
    expect(worlds.filter(({ told }) => told.includes('"n":10')).length).toBeGreaterThan(100);
    for (const known of ["", "a", "b", "e"]) {
      const seen = Map.groupBy(worlds, ({ told, given }) =>
        JSON.stringify([told, given.filter((_, at) => people[at]?.team === known)]),
      );
      for (const alike of seen.values())
        for (const [at, one] of people.entries())
          if (one.team !== known) expect(new Set(alike.map(({ given }) => given[at])).size).toBe(2);
    }
  });
});
