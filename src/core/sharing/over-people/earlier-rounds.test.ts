import fc from "fast-check";
import { expect, test } from "vitest";
import { notShown } from "../not-shown.ts";
import { overPeople } from "../over-people.ts";
import { figures } from "./figures.ts";
import type { Figure, Round } from "./round.ts";
import { blocksShown, published, rounds, shownOf, team, tree } from "./testing.ts";

const scale: Omit<Round, "places" | "answers"> = { threshold: 5, members: [], options: [1, 2, 3, 4, 5] };
const places = tree("org", { a: [], b: [], c: [] });
const asked = ["a", "b", "c"].flatMap((name) => team(name, 1, 2, 3, 3, 4, 5, 5, 1, 2, 4, 3, 5, 1));

const without = (...people: string[]) => asked.filter(({ person }) => !people.includes(person));

const after = (round: Pick<Round, "places" | "answers">, told: readonly Figure[]) => ({
  ...round,
  shown: published(told).map(({ place }) => place),
});

function shownAfter(first: Round["answers"], second: Round["answers"]): string {
  const before = overPeople({ ...scale, places, answers: first });
  return shownOf(
    overPeople({ ...scale, places, answers: second }, [after({ places, answers: first }, before)]),
  );
}

test("the same people may answer again and again", () => {
  expect(shownAfter(asked, asked)).toBe("a b c org");
});

test("one who no longer answers takes along their team and all above it, and no other", () => {
  expect(shownAfter(asked, without("a0"))).toBe("b c");
  expect(shownAfter(without("a0"), asked)).toBe("b c");
});

test("four who left are too few to be told apart, five are not", () => {
  expect(shownAfter(asked, without("a0", "a1", "a2", "a3"))).toBe("b c");
  expect(shownAfter(asked, without("a0", "a1", "a2", "a3", "a4"))).toBe("a b c org");
});

test("five who left all over the organisation change its sum enough, but no team", () => {
  expect(shownAfter(asked, without("a0", "a1", "b0", "b1", "c0"))).toBe("org");
});

test("five who move from one team to another do not cover one who left", () => {
  const moved = without("c0").map((answer) =>
    ["a0", "a1", "a2", "a3", "a4"].includes(answer.person) ? { ...answer, team: "b" } : answer,
  );
  // Each of the teams a and b has changed enough; c has not, nor has the sum.
  expect(shownAfter(asked, moved)).toBe("a b");
});

test("people answering almost as before is a reason of its own, which tells nothing of what they said", () => {
  const shown = published(overPeople({ ...scale, places, answers: asked })).map(({ place }) => place);
  const round = { ...scale, places, answers: without("a0") };
  const hidden = overPeople(round, [{ places, answers: asked, shown }]).filter((one) => !one.published);
  expect(hidden.map(({ place, because }) => [place, because])).toEqual([
    ["a", "changed-little"],
    ["org", "changed-little"],
  ]);
  expect(notShown["changed-little"]).toBe("Not shown: nearly the same people answered before.");
});

test("what was not shown before is nothing to compare with", () => {
  const first = { places, answers: asked, shown: [] };
  expect(shownOf(overPeople({ ...scale, places, answers: without("a0") }, [first]))).toBe("a b c org");
});

test("the round before the last counts as well", () => {
  const rest = without("a0", "a1", "a2", "a3", "a4", "a5");
  const earlier = [asked, rest].map((answers) => ({ places, answers, shown: ["a", "b", "c", "org"] }));
  expect(shownOf(overPeople({ ...scale, places, answers: without("a0") }, earlier))).toBe("b c");
});

test("the same round in another tree is compared like another round", () => {
  const byRole = asked.map((answer, index) => ({ ...answer, place: index % 2 ? "engineer" : "designer" }));
  const before = [after({ places, answers: asked }, overPeople({ ...scale, places, answers: asked }))];
  const roles = tree("org", { engineer: [], designer: [] });
  const figures = overPeople({ ...scale, places: roles, answers: byRole }, before);
  expect(shownOf(figures)).toBe("designer engineer org");
});

test("sums of places of two rounds count the same people, or differ by as many as the threshold says", () => {
  let compared = 0;
  const small = rounds({ people: 40, options: 5 }, fc.integer({ min: 2, max: 4 }));
  fc.assert(
    fc.property(small, fc.array(fc.nat(11), { minLength: 40, maxLength: 40 }), (first, changes) => {
      const answers = changed(first.answers, changes);
      const before = after(first, figures(first));
      const now = after({ places: first.places, answers }, figures({ ...first, answers }, [before]));
      for (const one of sums(blocksShown(first, before.shown))) {
        for (const other of sums(blocksShown(now, now.shown))) {
          const differ = one.symmetricDifference(other).size;
          expect(differ === 0 || differ >= first.threshold).toBe(true);
          if (differ > 0 && one.size > 0 && other.size > 0) compared++;
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(100);
});

/** Some people leave, and some go over to the team of their neighbour. */
function changed(answers: Round["answers"], changes: readonly number[]): Round["answers"] {
  return answers
    .filter((_, index) => changes[index % changes.length] !== 0)
    .map((answer, index, all) => {
      const to = all[(index + 1) % all.length]!.team;
      const free = all.filter(({ person }) => person === answer.person).length === 1;
      return changes[index % changes.length] === 1 && free ? { ...answer, team: to } : answer;
    });
}

function sums(blocks: readonly Set<string>[]): Set<string>[] {
  const all = [new Set<string>()];
  for (const block of blocks) all.push(...all.map((sum) => sum.union(block)));
  return all;
}
