import { expect, test } from "vitest";
import { chanceBeyond, reachBut } from "./student-t.ts";

// NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2, upper critical values, to three decimals.
const table = [
  [1, 6.314, 12.706, 63.657],
  [2, 2.92, 4.303, 9.925],
  [5, 2.015, 2.571, 4.032],
  [6, 1.943, 2.447, 3.707],
  [10, 1.812, 2.228, 3.169],
  [22, 1.717, 2.074, 2.819],
  [30, 1.697, 2.042, 2.75],
  [60, 1.671, 2, 2.66],
  [100, 1.66, 1.984, 2.626],
] as const;

test.each(table)(
  "with %d degrees of freedom t is as in the table of the NIST handbook",
  (freedom, ...rest) => {
    const found = [0.1, 0.05, 0.01].map((share) => reachBut(share, freedom));
    found.forEach((t, place) => {
      expect(t).toBeCloseTo(rest[place] as number, 3);
    });
  },
);

test.each(table)("with %d degrees of freedom the chance is that of the table, too", (freedom, ...rest) => {
  [0.1, 0.05, 0.01].forEach((share, place) => {
    expect(chanceBeyond(rest[place] as number, freedom)).toBeCloseTo(share, 3);
  });
});

test("where the distribution is known in closed form, it is exact", () => {
  // One degree of freedom is Cauchy's distribution, and with two P(|T| > t) = 1 - t / sqrt(2 + t²).
  for (const t of [0.001, 0.3, 1, 4, 300]) {
    expect(chanceBeyond(t, 1) / (1 - (2 / Math.PI) * Math.atan(t))).toBeCloseTo(1, 9);
    expect(chanceBeyond(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
  }
});

test("a t of 0 is always reached, and sides do not matter", () => {
  expect(chanceBeyond(0, 7.3)).toBe(1);
  expect(chanceBeyond(-2.4, 7.3)).toBe(chanceBeyond(2.4, 7.3));
});

test("between whole degrees of freedom the reach lies between theirs, and leaves the share that it was asked for", () => {
  const reach = reachBut(0.05, 17.776);
  expect(reach).toBeLessThan(reachBut(0.05, 17));
  expect(reach).toBeGreaterThan(reachBut(0.05, 18));
  expect(chanceBeyond(reach, 17.776)).toBeCloseTo(0.05, 12);
});
