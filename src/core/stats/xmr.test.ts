import { expect, test } from "vitest";
import { normalFrom, randomFrom } from "./testing-random.ts";
import { type Limits, limitsOf, type Rule, signalsOf } from "./xmr.ts";

test("limits agree with the flow rates of the NIST handbook, section 6.3.2.2", () => {
  // https://www.itl.nist.gov/div898/handbook/pmc/section3/pmc322.htm: mean 50.81, mean range 1.8778, limits 55.8041 and
  // 45.8159. It writes 2.660 as 3 / 1.128, so that the limits differ by less than a thousandth.
  const limits = limitsOf([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]);
  expect(limits.centre).toBeCloseTo(50.81, 10);
  expect(limits.upper).toBeCloseTo(55.8041, 2);
  expect(limits.lower).toBeCloseTo(45.8159, 2);
  expect(limits.upperRange).toBeCloseTo(3.268 * 1.8778, 3);
});

test("US trade deficits of late 1988, an exercise in Wheeler's Understanding Variation", () => {
  // Mean 10.32; ranges 0.7, 2.0, 0.9, 0.3, 0.1, so 0.8 in the mean; limits 10.32 ± 2.13; range limit 2.61.
  const values = [10.5, 11.2, 9.2, 10.1, 10.4, 10.5];
  const { centre, lower, upper, upperRange } = limitsOf(values);
  expect([centre, lower, upper, upperRange].map((value) => value.toFixed(2))).toEqual([
    "10.32",
    "8.19",
    "12.44",
    "2.61",
  ]);
  expect(signalsOf(values, limitsOf(values))).toEqual([]);
});

/** Centre 0, limits at ±4: nearer a limit than the centre is beyond ±2. */
const plain: Limits = { centre: 0, lower: -4, upper: 4, upperRange: 5 };

function marked(rule: Rule, values: readonly number[]): number[] {
  return signalsOf(values, plain)
    .filter((signal) => signal.rule === rule)
    .map(({ index }) => index);
}

test("a point on a limit is inside, beyond it is outside", () => {
  expect(marked("outside", [4, -4, 4.1, 0, -4.1])).toEqual([2, 4]);
});

test("the eighth point in a row on one side is marked, and the ninth too, but not the seventh", () => {
  expect(marked("run-of-8", [1, 1, 1, 1, 1, 1, 1])).toEqual([]);
  expect(marked("run-of-8", [1, 1, 1, 1, 1, 1, 1, 1, 1, -1])).toEqual([7, 8]);
  expect(marked("run-of-8", [-1, -1, -1, -1, -1, -1, -1, -1])).toEqual([7]);
});

test("a point exactly on the centre breaks a run", () => {
  expect(marked("run-of-8", [1, 1, 1, 1, 0, 1, 1, 1, 1, 1])).toEqual([]);
});

test("three of four nearer a limit mark the point that completes them, on one side only", () => {
  expect(marked("three-of-four", [3, 3, 3])).toEqual([2]);
  expect(marked("three-of-four", [3, 0, 3, 3])).toEqual([3]);
  expect(marked("three-of-four", [3, 0, 0, 3, 3])).toEqual([]);
  expect(marked("three-of-four", [3, -3, 3, -3, 3])).toEqual([]);
  expect(marked("three-of-four", [2, 2, 2, 2])).toEqual([]);
});

test("a point near the centre after three far ones continues nothing; a far one does", () => {
  expect(marked("three-of-four", [3, 3, 3, 0])).toEqual([2]);
  expect(marked("three-of-four", [3, 3, 3, 0, 3])).toEqual([2, 4]);
});

test("one point may follow several rules", () => {
  expect(signalsOf([3, 3, 5], plain)).toEqual([
    { index: 2, rule: "outside" },
    { index: 2, rule: "three-of-four" },
  ]);
});

test("equal values have no limits to leave and no side to run on", () => {
  expect(signalsOf(Array(20).fill(7), limitsOf(Array(20).fill(7)))).toEqual([]);
});

/** The share of charts of a stable process that show a false signal, by the first rule and by all three. */
function falseSignals(points: number, shape: (normal: number) => number): { outside: number; all: number } {
  const normal = normalFrom(randomFrom(points));
  const charts = 4_000;
  let outside = 0;
  let all = 0;
  for (let chart = 0; chart < charts; chart++) {
    const values = Array.from({ length: points }, () => shape(normal()));
    const signals = signalsOf(values, limitsOf(values));
    if (signals.length > 0) all++;
    if (signals.some(({ rule }) => rule === "outside")) outside++;
  }
  return { outside: outside / charts, all: all / charts };
}

// Independently simulated with 20,000 charts each; a share from 4,000 lies within 2.5 points of it almost always.
test.each([
  { points: 12, outside: 0.03, all: 0.04 },
  { points: 24, outside: 0.06, all: 0.11 },
  { points: 52, outside: 0.13, all: 0.28 },
])("of stable charts with $points points $all show a false signal", ({ points, ...expected }) => {
  const found = falseSignals(points, (normal) => normal);
  expect(Math.abs(found.outside - expected.outside)).toBeLessThan(0.025);
  expect(Math.abs(found.all - expected.all)).toBeLessThan(0.025);
});

test("half of stable charts of raw durations cry wolf, and a log scale makes them as quiet as any", () => {
  const duration = (normal: number) => Math.exp(0.6 * normal);
  expect(Math.abs(falseSignals(24, duration).all - 0.49)).toBeLessThan(0.03);
  expect(Math.abs(falseSignals(24, (normal) => Math.log(duration(normal))).all - 0.11)).toBeLessThan(0.025);
});
