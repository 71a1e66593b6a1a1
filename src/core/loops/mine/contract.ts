import { z } from "zod";
import { contract } from "../../../platform/http/contract.ts";
import { Rightness } from "../contract.ts";
import { Due } from "../marks.ts";

export const due = contract({
  method: "GET",
  path: "/api/due",
  summary: "All that is due or open for the person who asks, of all areas, the oldest first",
  input: z.object({}),
  output: z.object({
    due: z.array(Due),
    /** What comes next, by day. */
    coming: z.array(Due),
  }),
});

/** What was said in the mean, and what share came true with its 95 % interval; from 0 to 1. */
export const CalibrationPoint = z.object({
  n: z.int(),
  forecast: z.number(),
  cameTrue: z.object({ share: z.number(), lower: z.number(), upper: z.number() }),
});
export type CalibrationPoint = z.infer<typeof CalibrationPoint>;

export const rightness = contract({
  method: "GET",
  path: "/api/rightness",
  summary:
    "How often a team was right, or oneself: what was guessed of readings, and expected of experiments",
  input: z.object({
    /** The slug; without it, one's own, which nobody else sees. */
    unit: z.string().optional(),
  }),
  output: z.object({
    guesses: Rightness,
    experiments: Rightness,
    /** Where it was said how sure: what was said in the mean, and what share came true; in points of 20 forecasts and more. */
    calibration: z.object({ all: CalibrationPoint, points: z.array(CalibrationPoint) }).nullable(),
  }),
});
