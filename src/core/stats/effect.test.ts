import { expect, test } from "vitest";
import { type BeforeAndAfter, type Certainty, effectOf, nothingAtLeast } from "./effect.ts";

/** Additional hours of sleep under two drugs: Student (1908), in R as the data set `sleep`. */
const sleep = {
  before: [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  after: [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
};

const sure = (asked: BeforeAndAfter): Certainty => effectOf(asked)?.sure as Certainty;

test("Student's sleep data give what R's t.test gives for them", () => {
  // `t.test(extra ~ group, data = sleep)`, Welch's: t = -1.8608, df = 17.776, p = 0.07939, interval -3.3654832 to 0.2054832
  // of the first less the second, means 0.75 and 2.33. SciPy's ttest_ind(equal_var=False) agrees in every digit.
  const effect = effectOf({ ...sleep, scale: "linear" });
  expect(effect?.before).toBeCloseTo(0.75, 10);
  expect(effect?.after).toBeCloseTo(2.33, 10);
  expect(effect?.estimate).toBeCloseTo(1.58, 10);
  expect(effect?.sure?.lower).toBeCloseTo(-0.2054832, 7);
  expect(effect?.sure?.upper).toBeCloseTo(3.3654832, 7);
  expect(effect?.sure?.chance).toBeCloseTo(0.07939, 5);
});

test("on a log scale the same numbers are how many times as much", () => {
  const exponentials = {
    before: sleep.before.map((x) => 1e4 * Math.exp(x)),
    after: sleep.after.map((x) => 1e4 * Math.exp(x)),
  };
  const effect = effectOf({ ...exponentials, scale: "log" });
  expect(effect?.before).toBeCloseTo(1e4 * Math.exp(0.75), 6);
  expect(effect?.estimate).toBeCloseTo(Math.exp(1.58), 8);
  expect(effect?.sure?.lower).toBeCloseTo(Math.exp(-0.2054832), 6);
  expect(effect?.sure?.upper).toBeCloseTo(Math.exp(3.3654832), 5);
  expect(effect?.sure?.chance).toBeCloseTo(0.07939, 5);
});

// Rosetta Code, "Welch's t-test", with p as printed there; the first three are Wikipedia's examples (0.021, 0.149, 0.036).
const examples = [
  {
    chance: 0.021378,
    before: [27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4],
    after: [27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 20.5, 24.4],
  },
  {
    chance: 0.148842,
    before: [17.2, 20.9, 22.6, 18.1, 21.7, 21.4, 23.5, 24.2, 14.7, 21.8],
    after: [
      21.5, 22.8, 21, 23, 21.6, 23.6, 22.5, 20.7, 23.4, 21.8, 20.7, 21.7, 21.5, 22.5, 23.6, 21.5, 22.5,
    ].concat([23.5, 21.5, 21.8]),
  },
  {
    chance: 0.035972,
    before: [19.8, 20.4, 19.6, 17.8, 18.5, 18.9, 18.3, 18.9, 19.5, 22],
    after: [
      28.2, 26.6, 20.1, 23.3, 25.2, 22.1, 17.7, 27.6, 20.6, 13.7, 23.2, 17.5, 20.6, 18, 23.9, 21.6, 24.3,
    ].concat([20.4, 24, 13.2]),
  },
  {
    chance: 0.090773,
    before: [30.02, 29.99, 30.11, 29.97, 30.01, 29.99],
    after: [29.89, 29.93, 29.72, 29.98, 30.02, 29.98],
  },
];

test.each(examples)("a published example of Welch's test gives $chance", ({ chance, ...values }) => {
  expect(sure({ ...values, scale: "linear" }).chance).toBeCloseTo(chance, 6);
});

test("the interval reaches nothing just where the chance is 5 of 100", () => {
  for (const { chance, ...values } of examples) {
    const { lower, upper } = sure({ ...values, scale: "linear" });
    expect(lower > 0 || upper < 0).toBe(chance < 0.05);
  }
});

test("what comes out does not hang on the order of a side, and turns its sign with the sides", () => {
  const [{ before, after }] = examples as [(typeof examples)[0]];
  const there = effectOf({ before, after, scale: "linear" });
  const back = effectOf({ before: after, after: before.toReversed(), scale: "linear" });
  expect(back?.estimate).toBeCloseTo(-(there?.estimate ?? 0), 10);
  expect(back?.sure?.lower).toBeCloseTo(-(there?.sure?.upper ?? 0), 10);
  expect(back?.sure?.chance).toBeCloseTo(there?.sure?.chance ?? 0, 10);
});

// Sellke, Bayarri and Berger (2001), "Calibration of p values for testing precise null hypotheses", table 1.
test.each([
  { p: 0.1, nothing: 0.385 },
  { p: 0.05, nothing: 0.289 },
  { p: 0.01, nothing: 0.111 },
  { p: 0.005, nothing: 0.067 },
  { p: 0.001, nothing: 0.0184 },
])(
  "a chance of $p leaves at least $nothing for nothing, as in Sellke, Bayarri and Berger",
  ({ p, nothing }) => {
    expect(nothingAtLeast(p)).toBeCloseTo(nothing, 3);
  },
);

test("a chance of 1 in e or more leaves even odds even", () => {
  for (const p of [1 / Math.E, 0.5, 1]) expect(nothingAtLeast(p)).toBe(0.5);
  expect(nothingAtLeast(0.3678)).toBeCloseTo(0.5, 5);
  expect(nothingAtLeast(0)).toBe(0);
});

test("five before or five after are not enough, six and six are", () => {
  const six = [1, 2, 3, 4, 5, 6];
  const of = (before: readonly number[], after: readonly number[]) =>
    effectOf({ before, after, scale: "linear" });
  expect(of(six.slice(1), six)).toBeNull();
  expect(of(six, six.slice(1))).toBeNull();
  expect(of([], [])).toBeNull();
  expect(of(six, [7])).toBeNull();
  expect(of(six, six)).not.toBeNull();
});

test("where nothing varies there is a difference but no way to say how sure it is", () => {
  const of = (before: number, after: number) =>
    effectOf({ before: Array(6).fill(before), after: Array(8).fill(after), scale: "linear" });
  expect(of(5, 7)).toEqual({ scale: "linear", before: 5, after: 7, estimate: 2, sure: null });
  expect(of(5, 5)).toEqual({ scale: "linear", before: 5, after: 5, estimate: 0, sure: null });
  // The mean of six times 0.1 is not 0.1 in binary fractions.
  const rounded = effectOf({ before: Array(6).fill(0.1), after: Array(6).fill(0.7), scale: "linear" });
  expect(rounded?.sure).toBeNull();
});

test("where only one side varies, the other has nothing to add to the doubt", () => {
  const after = [4, 6, 4, 6, 4, 6];
  const found = sure({ before: Array(9).fill(5), after, scale: "linear" });
  // One sample: its standard error is sqrt(1.2 / 6), and t with 5 degrees of freedom reaches 2.571.
  expect(found.upper).toBeCloseTo(2.5706 * Math.sqrt(1.2 / 6), 4);
  expect(found.chance).toBe(1);
  expect(found.nothing).toBe(0.5);
});

test("what took no time counts as a second on a log scale, and as nothing on a linear one", () => {
  const values = { before: [0, 0, 0, 60, 60, 60], after: [60, 60, 60, 60, 60, 60] };
  expect(effectOf({ ...values, scale: "log" })?.before).toBeCloseTo(Math.sqrt(60), 10);
  expect(effectOf({ ...values, scale: "linear" })?.before).toBe(30);
});
