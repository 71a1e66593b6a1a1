import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

export * from "./impediments/contract.ts";

/** Where a change spent its time, in seconds; `null` where that is not known. */
const Waits = z.object({
  /** From its author time to its committer time. */
  beforeCommitted: z.number().nullable(),
  /** From its committer time to the default branch. */
  beforeMerged: z.number().nullable(),
  /** From the default branch to the deployment. */
  beforeDeployed: z.number().nullable(),
});

export const SlowChange = z.object({
  id: z.string(),
  component: z.string(),
  title: z.string(),
  committedAt: z.iso.datetime(),
  deployedAt: z.iso.datetime(),
  /** The name of the deployment that delivered it. */
  deployment: z.string(),
  /** Change lead time in seconds. */
  seconds: z.number(),
  waits: Waits,
  /** Where most of the time went, in words: "waited 41 days for a release". */
  where: z.string(),
});
export type SlowChange = z.infer<typeof SlowChange>;

/** What is most worth a look: one sentence, and the measure that it is about, `null` where nothing is known yet. */
const Notable = z.object({
  measure: z.string().nullable(),
  title: z.string().nullable(),
  sentence: z.string(),
});
export type Notable = z.infer<typeof Notable>;

export const deliveryOverview = contract({
  method: "GET",
  path: "/api/units/:slug/delivery",
  summary: "What is notable in a unit's delivery, and the five changes that waited longest",
  input: z.object({ slug: z.string(), weeks: z.coerce.number().int().min(4).max(260).default(26) }),
  output: z.object({
    notable: Notable,
    slowest: z.array(SlowChange),
    /** The components of which nothing says what is live. */
    unknownLive: z.array(z.string()),
  }),
});

/** One measure over the weeks, in words. */
export const Reading = z.object({
  id: z.string(),
  title: z.string(),
  /** "19 h", "3 changes", "4.2 a week". */
  reading: z.string(),
  /** What it is made of: "331 changes", "110 deployments, on 99 of 182 days". */
  from: z.string(),
});
export type Reading = z.infer<typeof Reading>;

export const deliveryReadings = contract({
  method: "GET",
  path: "/api/units/:slug/delivery/readings",
  summary: "Every measure of a unit's delivery over the last weeks, in words",
  input: z.object({ slug: z.string(), weeks: z.coerce.number().int().min(4).max(260).default(26) }),
  output: z.object({ readings: z.array(Reading) }),
});
