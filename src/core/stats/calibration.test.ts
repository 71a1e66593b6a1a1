import fc from "fast-check";
import { expect, test } from "vitest";
import { calibration } from "./calibration.ts";
import type { Forecast } from "./forecasts.ts";

const said = (probability: number, cameTrue: number, of: number): Forecast[] =>
  Array.from({ length: of }, (_, place) => ({ probability, cameTrue: place < cameTrue }));

test("of few forecasts only the mean is told beside the share that came true, with how little that says", () => {
  const few = calibration([...said(0.6, 1, 2), ...said(0.8, 2, 2)]);
  expect(few?.all.n).toBe(4);
  expect(few?.all.forecast).toBeCloseTo(0.7, 12);
  expect(few?.all.cameTrue.share).toBe(0.75);
  expect(few?.all.cameTrue.lower).toBeLessThan(0.31);
  expect(few?.points).toEqual([]);
  expect(calibration([])).toBeNull();
});

test("59 forecasts have no points, 60 have three", () => {
  const spread = (n: number) => Array.from({ length: n }, (_, place) => said(place / n, 0, 1)).flat();
  expect(calibration(spread(59))?.points).toEqual([]);
  expect(calibration(spread(60))?.points.map(({ n }) => n)).toEqual([20, 20, 20]);
  expect(calibration(spread(61))?.points.map(({ n }) => n)).toEqual([21, 20, 20]);
  expect(calibration(spread(500))?.points.map(({ n }) => n)).toEqual([100, 100, 100, 100, 100]);
});

test("a point is what was said in the mean, and what share of it came true", () => {
  const points = calibration([
    ...said(0.9, 18, 20),
    ...said(0.3, 8, 20),
    ...said(0.5, 6, 12),
    ...said(0.6, 2, 8),
  ])?.points;
  expect(points?.map(({ forecast, cameTrue }) => [forecast.toFixed(2), cameTrue.share])).toEqual([
    ["0.30", 0.4],
    ["0.54", 0.4],
    ["0.90", 0.9],
  ]);
});

test("what was said with one probability stays together", () => {
  const points = calibration([...said(0.7, 20, 35), ...said(0.8, 30, 45)])?.points;
  expect(points?.map(({ n, forecast }) => [n, forecast.toFixed(2)])).toEqual([
    [35, "0.70"],
    [45, "0.80"],
  ]);
});

test("no point stands on fewer than 20, none is left out, and there are never more than 5", () => {
  const forecast = fc.record({
    probability: fc.integer({ min: 0, max: 20 }).map((twentieth) => twentieth / 20),
    cameTrue: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(forecast, { minLength: 60, maxLength: 400 }), (forecasts) => {
      const points = calibration(forecasts)?.points ?? [];
      expect(Math.min(...points.map(({ n }) => n))).toBeGreaterThanOrEqual(20);
      expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(forecasts.length);
      expect(points.length).toBeLessThanOrEqual(5);
    }),
  );
});
