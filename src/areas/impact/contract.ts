import { z } from "zod";
import { line } from "../../core/loops/contract.ts";
import { UnitBrief } from "../../core/org/contract.ts";
import { contract } from "../../platform/http/contract.ts";

/** Days are those of the unit's time zone. */
const day = z.iso.date();

/** `null` where that person is gone. */
const Somebody = z.object({ id: z.string(), name: z.string() }).nullable();

/** A sentence that held once. `until` is the day on which another one took its place. */
const Earlier = z.object({ id: z.uuid(), sentence: z.string(), from: day, until: day, by: Somebody });

/** What those who belong to the unit know of the sentence that holds. */
const Written = z.object({
  id: z.uuid(),
  by: Somebody,
  /** When it was last found to be still right; `null`: not yet. */
  reviewed: z.object({ on: day, by: Somebody }).nullable(),
  /** The day on which it comes back: half a year after it was written, or last found right. */
  comesBack: day,
  /** Whether that day has come. */
  due: z.boolean(),
});

export const Purpose = z.object({
  unit: UnitBrief,
  /** The sentence that holds; `null` where there is none, or none that the person who asks may read. */
  holds: z.object({ sentence: z.string(), since: day }).nullable(),
  /** What only those see who belong to the unit; `null` for all others. */
  own: z
    .object({
      written: Written.nullable(),
      /** What held before, newest first. */
      earlier: z.array(Earlier),
      /** Who beyond the unit reads the sentence that holds; `null` is nobody. */
      audience: UnitBrief.nullable(),
      /** To whom it can be opened: a group to itself with all below, and then the units above, the nearest first. */
      audiences: z.array(UnitBrief),
      /** Who reads it, in words: "Only your team sees this." */
      seenBy: z.string(),
    })
    .nullable(),
  can: z.object({ write: z.boolean(), review: z.boolean(), open: z.boolean() }),
});
export type Purpose = z.infer<typeof Purpose>;
/** What only those see who belong to the unit. */
export type OwnPurpose = NonNullable<Purpose["own"]>;

const slug = z.string();

export const purpose = contract({
  method: "GET",
  path: "/api/units/:slug/purpose",
  summary: "What a team, group or organisation is there for, in one sentence",
  input: z.object({ slug }),
  output: Purpose,
});

/** As long as can be said in one breath. */
export const LONGEST = 240;

export const writePurpose = contract({
  method: "PUT",
  path: "/api/units/:slug/purpose",
  summary: "Write a unit's purpose anew; what it was before stays in its history",
  input: z.object({ slug, sentence: line(LONGEST) }),
  output: Purpose.extend({
    /** What could make it better, as questions. None of them has to be answered. */
    hints: z.array(z.string()),
  }),
});

export const reviewPurpose = contract({
  method: "POST",
  path: "/api/units/:slug/purpose/reviews",
  summary: "Say that the purpose is still right; it comes back in half a year",
  input: z.object({
    slug,
    /** The id of the sentence that was looked at. */
    purpose: z.uuid(),
  }),
  output: Purpose,
});

export const openPurpose = contract({
  method: "PUT",
  path: "/api/units/:slug/purpose/audience",
  summary: "Let a unit above read the purpose (a group: also the teams below it), or take that back",
  input: z.object({
    slug,
    /** The slug of a unit above or, for a group, its own; `null` takes it back. */
    audience: z.string().nullable(),
  }),
  output: Purpose,
});
