import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { UnitBrief } from "../org/contract.ts";

/** What a unit shares: one measure's figures, never its rows, with everyone in a unit above it. */
export const Share = z.object({
  /** The measure's id. */
  measure: z.string(),
  with: UnitBrief,
  since: z.iso.datetime(),
});
export type Share = z.infer<typeof Share>;

export const Sharing = z.object({
  /** With whom it can be shared: the units above, the nearest first. */
  audiences: z.array(UnitBrief),
  /** What is shared; to those who do not belong to the unit, what is shared with them. */
  shares: z.array(Share),
  /** Whether the person who asks may share and take back. */
  can: z.object({ share: z.boolean() }),
});
export type Sharing = z.infer<typeof Sharing>;

export const sharing = contract({
  method: "GET",
  path: "/api/units/:slug/sharing",
  summary: "What a team or group shares of its measures, and with whom",
  input: z.object({ slug: z.string() }),
  output: Sharing,
});

export const shareMeasure = contract({
  method: "PUT",
  path: "/api/units/:slug/sharing/:measure",
  summary:
    "Share a measure's figures with everyone in a unit above, or take that back; rows are never shared",
  input: z.object({
    slug: z.string(),
    measure: z.string(),
    /** The slug of the unit above; `null` takes it back. */
    with: z.string().nullable(),
  }),
  output: Sharing,
});
