import fc from "fast-check";
import { expect, test } from "vitest";
import { notShown } from "./not-shown.ts";
import type { Round } from "./over-people/round.ts";
import {
  blocksShown,
  knownToMembers,
  peopleOf,
  published,
  rounds,
  shownOf,
  team,
  tree,
} from "./over-people/testing.ts";
import { overPeople } from "./over-people.ts";

const scale: Omit<Round, "places" | "answers"> = { threshold: 5, members: [], options: [1, 2, 3, 4, 5] };
const flat = tree("org", { a: [], b: [], c: [] });
const spread = (name: string) => team(name, 1, 2, 3, 3, 4, 5, 5);

function shown(answers: Round["answers"], parts: Partial<Round> = {}): string {
  return shownOf(overPeople({ ...scale, places: flat, answers, ...parts }));
}

test("teams with enough answers that differ are shown, with their sum", () => {
  const answers = [...team("a", 1, 2, 3, 3, 4), ...spread("b"), ...spread("c")];
  expect(overPeople({ ...scale, places: flat, answers })).toEqual([
    { place: "a", published: true, n: 5, counts: [1, 1, 2, 1, 0], mean: 2.6 },
    { place: "b", published: true, n: 7, counts: [1, 1, 2, 1, 2], mean: 23 / 7 },
    { place: "c", published: true, n: 7, counts: [1, 1, 2, 1, 2], mean: 23 / 7 },
    { place: "org", published: true, n: 19, counts: [3, 3, 6, 3, 4], mean: 59 / 19 },
  ]);
});

test("answers that are no numbers have counts, and no mean", () => {
  const answers = ["yes", "yes", "no", "no", "no", "yes", "yes"].map((option, index) => ({
    person: `p${index}`,
    team: "a",
    option,
  }));
  const [a] = overPeople({ ...scale, places: flat, answers, options: ["yes", "no"] });
  expect(a).toEqual({ place: "a", published: true, n: 7, counts: [4, 3], mean: null });
});

test("no answers, no figures; and no places, nothing at all", () => {
  expect(overPeople({ ...scale, places: flat, answers: [] }).map(({ published }) => published)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(overPeople({ ...scale, places: [], answers: [] })).toEqual([]);
});

test("four answers are too few, for a team and for the rest that others could subtract", () => {
  expect(shown(team("a", 1, 2, 3, 4))).toBe("");
  expect(shown([...spread("a"), ...team("b", 1, 2, 3, 4)])).toBe("a");
});

test("a small team takes another one along, so that the sum of all can be shown", () => {
  const answers = [
    ...team("a", 1, 2, 3, 4),
    ...spread("b"),
    ...spread("c"),
    ...team("d", 1, 2, 3, 4, 5, 5, 1, 2),
  ];
  const places = tree("org", { a: [], b: [], c: [], d: [] });
  expect(shown(answers, { places })).toBe("d org");
});

test("two small teams are no hiding place, as long as one knows all but a few of the answers in it", () => {
  // b's members know 4 of the 6 answers in a and b.
  expect(shown([...team("a", 1, 2), ...team("b", 1, 2, 3, 4), ...spread("c")])).toBe("c");
});

test("a team that agrees is not shown, and cannot be had from the sum by the members of another", () => {
  expect(
    shown([...team("a", 3, 3, 3, 3, 3, 3, 3), ...spread("b")], { places: tree("org", { a: [], b: [] }) }),
  ).toBe("");
  expect(shown([...team("a", 3, 3, 3, 3, 3, 3, 3), ...spread("b"), ...spread("c")])).toBe("org");
});

test("nor is a team in which one or two differ from all others", () => {
  const others = [...spread("b"), ...spread("c")];
  expect(shown([...team("a", 3, 3, 3, 3, 3, 1, 3), ...others])).toBe("org");
  expect(shown([...team("a", 3, 3, 3, 3, 3, 1, 2), ...others])).toBe("org");
  expect(shown([...team("a", 3, 3, 3, 3, 5, 1, 2), ...others])).toBe("a b c org");
});

test("few and alike are told in the same words", () => {
  const because = (...options: number[]) =>
    overPeople({ ...scale, places: flat, answers: team("a", ...options) }).map(
      (one) => !one.published && one.because,
    );
  expect(because(1, 2, 3)).toEqual(because(3, 3, 3, 3, 3, 3, 3));
  expect(notShown["few-or-alike"]).toBe("Not shown: too few answers, or too alike.");
});

test("a group with one team is that team: both are shown or neither", () => {
  const places = tree("org", { north: ["a"], south: ["b", "c"] });
  expect(shown([...spread("a"), ...spread("b"), ...spread("c")], { places })).toBe("a b c north org south");
  expect(shown([...team("a", 3, 3, 3, 3, 3, 3, 3), ...spread("b"), ...spread("c")], { places })).toBe("org");
});

test("somebody in two teams counts once above them, and neither team is shown alone", () => {
  const both = team("b", 2).map(({ person, option }) => ({ person, option, team: "a" }));
  const answers = [...spread("a"), ...both, ...team("b", 2, 4, 4, 5, 5, 1), ...spread("c"), ...spread("d")];
  const places = tree("org", { north: ["a", "b"], c: [], d: [] });
  const figures = published(overPeople({ ...scale, places, answers }));
  expect(figures.map(({ place, n }) => [place, n])).toEqual([["org", 27]]);
});

test("of somebody who answered differently in two teams, the answer of the first counts", () => {
  const places = tree("org", { a: [], b: [], c: [], d: [] });
  const others = [...spread("a"), ...spread("b"), ...spread("d")];
  const inTwo = [
    { person: "both", team: "c", option: 1 },
    { person: "both", team: "b", option: 4 },
  ];
  const figures = published(overPeople({ ...scale, places, answers: [...others, ...spread("c"), ...inTwo] }));
  expect(figures.map(({ place, n, counts }) => [place, n, counts])).toEqual([["org", 29, [4, 4, 8, 5, 8]]]);
});

test("whoever belongs to two teams must not learn the third from the sum of all", () => {
  const answers = [...team("a", 1, 2, 3, 4), ...team("b", 1, 2, 3, 5), ...team("c", 1, 5, 3, 4)];
  expect(shown(answers, { places: flat })).toBe("org");
  expect(
    shown(answers, {
      places: flat,
      members: [
        { person: "guest", team: "a" },
        { person: "guest", team: "b" },
      ],
    }),
  ).toBe("");
});

test("a unit is divided by slices in place of teams", () => {
  const places = tree("org", { engineers: [], others: [] });
  const answers = [...spread("a"), ...spread("b")].map((answer, index) => ({
    ...answer,
    place: index % 2 ? "engineers" : "others",
  }));
  expect(shown(answers, { places })).toBe("");
  expect(shown([...answers, ...spread("c").map((one) => ({ ...one, place: "others" }))], { places })).toBe(
    "org",
  );
});

test("a threshold below five is refused, and a higher one holds", () => {
  const round = { ...scale, places: flat, answers: spread("a") };
  expect(shown(round.answers, { threshold: 7 })).toBe("a org");
  expect(shown(round.answers, { threshold: 8 })).toBe("");
  // Of nine, six would be left for whoever knows one of the teams.
  const trio = ["a", "b", "c"].flatMap((name) => team(name, 1, 3, 5));
  expect(shown(trio, { threshold: 6 })).toBe("org");
  expect(shown(trio, { threshold: 7 })).toBe("");
  for (const threshold of [4, 0, Number.NaN]) {
    expect(() => overPeople({ ...round, threshold })).toThrow("at least 5 answers");
  }
});

test("an answer that is no option, given twice, or outside the tree is refused with the place at fault", () => {
  expect(() => shown(team("a", 6))).toThrow("Give one of: 1, 2, 3, 4, 5");
  expect(() => shown([...team("a", 1), ...team("a", 2)])).toThrow("answered twice in one team");
  expect(() => shown(team("z", 1))).toThrow("“z” has answers, but is not in the tree");
  const circle = [...flat, { id: "x", parent: "y" }, { id: "y", parent: "x" }];
  expect(() => shown(team("x", 1), { places: circle })).toThrow("“x” has answers, but is not in the tree");
  expect(() => shown(spread("a"), { places: [...flat, { id: "a", parent: "b" }] })).toThrow(
    "in the tree twice",
  );
});

test("whatever is added up and subtracted, five others remain for everyone, and they do not all agree", () => {
  const many = fc.oneof(
    rounds({ people: 80, options: 5 }, fc.integer({ min: 5, max: 12 })),
    rounds({ people: 80, options: 2 }, fc.constant(5)),
  );
  fc.assert(
    fc.property(many, (round) => {
      const option = new Map(
        round.answers
          .toSorted((one, other) => (one.team < other.team ? 1 : -1))
          .map((one) => [one.person, one.option]),
      );
      const all = published(overPeople(round));
      for (const { place, n } of all) expect(n).toBe(peopleOf(round).get(place)!.size);
      const blocks = blocksShown(
        round,
        all.map(({ place }) => place),
      );
      expect(new Set(blocks.flatMap((block) => [...block])).size).toBe(
        blocks.flatMap((block) => [...block]).length,
      );
      for (const known of [new Set<string>(), ...knownToMembers(round)]) {
        for (const rest of blocks.map((block) => block.difference(known)).filter(({ size }) => size > 0)) {
          expect(rest.size).toBeGreaterThanOrEqual(round.threshold);
          expect(new Set([...rest].map((person) => option.get(person))).size).toBeGreaterThan(1);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("an organisation of 400 teams and 8,000 people takes well under a second", () => {
  const groups = Object.fromEntries(
    Array.from({ length: 20 }, (_, group) => [
      `g${group}`,
      Array.from({ length: 20 }, (_, at) => `g${group}t${at}`),
    ]),
  );
  const answers = Object.values(groups)
    .flat()
    .flatMap((name, index) =>
      team(name, ...Array.from({ length: 2 + (index % 38) }, (_, at) => 1 + ((at * at + index) % 5))),
    );
  const began = performance.now();
  const figures = overPeople({ ...scale, places: tree("org", groups), answers });
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(answers.length).toBeGreaterThan(7_900);
  expect(published(figures).length).toBeGreaterThan(300);
});
