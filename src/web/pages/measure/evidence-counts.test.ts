import { expect, test } from "vitest";
import { evidenceCounts } from "./evidence-counts.ts";

const shown = {
  rows: {
    in: 30,
    out: [
      { reason: "not deployed yet", n: 2 },
      { reason: "history", n: 1 },
    ],
  },
  points: [{ start: "2026-01-05", value: 3, n: 12 }],
};

test("without a period the counts are those of the whole range", () => {
  expect(evidenceCounts(shown, undefined, undefined)).toEqual({ in: 30, out: 3 });
});

test("with a period both counts are those of its own rows", () => {
  expect(evidenceCounts(shown, "2026-01-05", 0)).toEqual({ in: 12, out: 0 });
  expect(evidenceCounts(shown, "2026-01-05", undefined).out).toBeNull();
});
