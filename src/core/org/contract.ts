import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";

export const UnitKind = z.enum(["organisation", "group", "team"]);
export type UnitKind = z.infer<typeof UnitKind>;

const UnitBrief = z.object({ slug: z.string(), name: z.string(), kind: UnitKind });

export const Unit = UnitBrief.extend({
  /** From the organisation down to the unit above this one. */
  path: z.array(UnitBrief),
  /** IANA name; periods are counted in it. */
  timeZone: z.string(),
  /** What the unit and those below it own. An example is left out of the figures once there is something real. */
  components: z.array(z.object({ name: z.string(), example: z.boolean(), owner: UnitBrief })),
  children: z.array(UnitBrief),
});
export type Unit = z.infer<typeof Unit>;

export const units = contract({
  method: "GET",
  path: "/api/units",
  summary: "The organisation, its groups and its teams, in the order of the tree",
  input: z.object({}),
  output: z.object({
    units: z.array(UnitBrief.extend({ parent: z.string().nullable(), components: z.array(z.string()) })),
  }),
});

export const unit = contract({
  method: "GET",
  path: "/api/units/:slug",
  summary: "One team, group or organisation",
  input: z.object({ slug: z.string() }),
  output: Unit,
});
