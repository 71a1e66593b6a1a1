import fc from "fast-check";
import { expect, test } from "vitest";
import { brier, decomposition, type Forecast } from "./forecasts.ts";

/** So many forecasts of one probability, of which so many came true. */
const said = (probability: number, cameTrue: number, of: number): Forecast[] =>
  Array.from({ length: of }, (_, place) => ({ probability, cameTrue: place < cameTrue }));

test("Brier's score runs from 0 for always right to 1 for always wrong, and a constant 50 % has 0.25", () => {
  expect(brier([...said(1, 3, 3), ...said(0, 0, 2)])).toBe(0);
  expect(brier([...said(1, 0, 3), ...said(0, 2, 2)])).toBe(1);
  expect(brier(said(0.5, 3, 8))).toBe(0.25);
  expect(brier([])).toBeNull();
});

test("70 % that came true scores half of what others print, who add both outcomes up", () => {
  // (0.7 - 1)² = 0.09; in the two-class form 0.09 + (0.3 - 0)² = 0.18.
  expect(brier(said(0.7, 1, 1))).toBeCloseTo(0.09, 12);
});

test("ten forecasts come apart into what was off, what was told apart, and what nobody could know", () => {
  // By hand: 0.1 twice and never, 0.2 once of two, 0.4 once of three, 0.8 twice of three; 4 of 10 came true.
  // Reliability (2 × 0.1² + 2 × 0.3² + 3 × (1/15)² + 3 × (2/15)²) / 10 = 4/150; resolution (2 × 0.4² + 2 × 0.1² +
  // 3 × (1/15)² + 3 × (4/15)²) / 10 = 17/300; uncertainty 0.4 × 0.6. The score itself: (2 × 0.01 + 0.64 + 0.04 +
  // 0.36 + 2 × 0.16 + 2 × 0.04 + 0.64) / 10 = 0.21.
  const forecasts = [...said(0.1, 0, 2), ...said(0.2, 1, 2), ...said(0.4, 1, 3), ...said(0.8, 2, 3)];
  const parts = decomposition(forecasts);
  expect(parts?.reliability).toBeCloseTo(4 / 150, 12);
  expect(parts?.resolution).toBeCloseTo(17 / 300, 12);
  expect(parts?.uncertainty).toBeCloseTo(0.24, 12);
  expect(brier(forecasts)).toBeCloseTo(0.21, 12);
  expect(decomposition([])).toBeNull();
});

test("the parts add up to the score whatever was said", () => {
  const forecast = fc.record({
    probability: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    cameTrue: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(forecast, { minLength: 1 }), (forecasts) => {
      const parts = decomposition(forecasts);
      const sum = parts && parts.reliability - parts.resolution + parts.uncertainty;
      expect(sum).toBeCloseTo(brier(forecasts) ?? Number.NaN, 10);
    }),
  );
});
