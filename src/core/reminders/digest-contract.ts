import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { Every } from "../measures/contract.ts";
import { UnitBrief } from "../org/contract.ts";
import { Stave } from "../timeline/contract.ts";

const day = z.iso.date();

/** One thing that came back or changed. */
export const Line = z.object({
  /** `guess`, `experiment`, `unusual`, `shown`, `due`, or what an area calls it. */
  kind: z.string(),
  day,
  /** What it is about: a question, what was tried, an ask. */
  title: z.string(),
  /** What came of it, as a sentence. */
  text: z.string(),
  /** Something that went well. */
  well: z.boolean(),
  /** Nobody but the reader sees it. */
  mine: z.boolean(),
  href: z.string(),
});
export type Line = z.infer<typeof Line>;

/** What came back or changed in one unit, what went well first. */
export const Section = z.object({
  /** `null` for the reader's own. */
  unit: UnitBrief.nullable(),
  lines: z.array(Line),
  /** The row of the time line for the question that most of it is about; `null` where there is no series. */
  picture: z.object({ stave: Stave, every: Every, from: day, to: day }).nullable(),
});
export type Section = z.infer<typeof Section>;

export const Digest = z.object({
  /** What came after this, and up to `until`. */
  since: z.iso.datetime(),
  until: z.iso.datetime(),
  /** None: nothing came back or changed, and no letter would be sent. */
  sections: z.array(Section),
});
export type Digest = z.infer<typeof Digest>;

export const digest = contract({
  method: "GET",
  path: "/api/digest",
  summary:
    "What came back or changed for the person who asks since their last digest; without one, in the last week",
  input: z.object({}),
  output: Digest,
});
