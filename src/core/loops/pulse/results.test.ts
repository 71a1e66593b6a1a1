import { expect, test } from "vitest";
import type { PulseQuestion, PulseRound } from "./contract.ts";
import { meanOf, resultOf, seriesOf } from "./results.ts";
import { sayAnswered, sayPromise, sayQuestions, sayResult } from "./words.ts";

const scale: PulseQuestion = { id: "s", kind: "scale", text: "It is", options: ["hard", "easy"] };
const choice: PulseQuestion = { id: "c", kind: "choice", text: "Which?", options: ["One", "Two"] };
const words: PulseQuestion = { id: "w", kind: "words", text: "What?", options: [] };
const round = (id: string, results: PulseRound["results"]): PulseRound => ({
  ...{ id, opened: "2026-06-01", until: "2026-06-08", closed: `2026-06-0${id}`, because: "day", asked: 6 },
  ...{ answered: 4, asksMe: results !== null, answeredByMe: false, results },
});

test("the mean of a scale weighs each step by how many gave it, and of nobody there is none", () => {
  expect(meanOf([1, 0, 2, 0, 1])).toBe(3);
  expect(meanOf([0, 0, 0, 1, 3])).toBe(4.75);
  expect(meanOf([0, 0, 0, 0, 0])).toBeNull();
});

test("only a scale has a mean; what nobody may be told is null, never nought", () => {
  expect(resultOf(choice, { n: 3, counts: [1, 2] }, [])).toMatchObject({ n: 3, counts: [1, 2], mean: null });
  expect(resultOf(scale, null, [])).toMatchObject({ n: null, counts: null, mean: null });
});

test("a series is of one very question, the oldest round first, with gaps where too few answered", () => {
  const told = (counts: number[] | null) => [
    resultOf(scale, counts && { n: counts.reduce((a, b) => a + b), counts }, []),
  ];
  const another = resultOf({ ...scale, id: "other" }, { n: 2, counts: [2, 0, 0, 0, 0] }, []);
  const rounds = [
    round("4", told([0, 0, 0, 2, 2])),
    round("3", told(null)),
    round("2", [another]),
    round("1", null),
  ];
  expect(seriesOf({ questions: [scale, choice, words], rounds })).toEqual([
    {
      question: scale,
      points: [
        { round: "3", day: "2026-06-03", asked: 6, n: null, mean: null, shares: null },
        { round: "4", day: "2026-06-04", asked: 6, n: 4, mean: 4.5, shares: [0, 0, 0, 0.5, 0.5] },
      ],
    },
  ]);
});

test("how many answered is said without a number where it would tell of one", () => {
  expect(sayAnswered({ answered: 4, asked: 6, closed: null })).toBe("4 of 6 answered so far");
  expect(sayAnswered({ answered: 4, asked: 6, closed: "2026-06-01" })).toBe("4 of 6 answered");
  expect(sayAnswered({ answered: null, asked: 2, closed: null })).toBe("it asks 2 people");
  expect(sayResult({ n: 4, mean: 3.75 })).toBe("4 answered, 3.8 in the mean");
  expect(sayResult({ n: null, mean: null })).toMatch(/^Fewer than two/);
  expect([1, 3].map(sayQuestions)).toEqual(["One short question", "Three short questions"]);
});

test("the fewer there are, the plainer it is said what each will know of the others", () => {
  const last = (asked: number) => sayPromise({ asked, unit: "Payments", group: null }).at(-1);
  expect(sayPromise({ asked: 1, unit: "Payments", group: null })[0]).toMatch(/asks you alone/);
  expect(last(2)).toMatch(/each of you will know what the other answered/);
  expect(last(3)).toMatch(/confidential, not anonymous/);
  expect(last(8)).toMatch(/^Nobody sees who answered what/);
  expect(sayPromise({ asked: 8, unit: "Payments", group: null })[0]).toMatch(
    /nobody outside Payments, and nobody who joins later/,
  );
  const counted = sayPromise({ asked: 8, unit: "Payments", group: "Commerce" });
  expect(counted[1]).toMatch(/^Commerce may see one figure of several teams/);
});
