import { z } from "zod";
import { line } from "../../../core/loops/contract.ts";
import { contract } from "../../../platform/http/contract.ts";
import { Level } from "../values.ts";

/** Who takes decisions of a kind: one alone, one after advice, or all together. */
export const Delegation = z.object({
  kind: z.string(),
  level: Level,
  since: z.iso.date(),
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type Delegation = z.infer<typeof Delegation>;

export const delegations = contract({
  method: "GET",
  path: "/api/units/:slug/delegations",
  summary:
    "Who may take which decisions alone, after advice or together, as was agreed in a unit and above it",
  input: z.object({ slug: z.string() }),
  output: z.object({
    delegations: z.array(Delegation),
    /** What was agreed above, the nearest first. */
    above: z.array(
      z.object({ unit: z.object({ slug: z.string(), name: z.string() }), delegations: z.array(Delegation) }),
    ),
    can: z.object({ set: z.boolean() }),
  }),
});

export const delegate = contract({
  method: "PUT",
  path: "/api/units/:slug/delegations",
  summary: "Agree who takes decisions of a kind; null: nothing is agreed any more",
  input: z.object({ slug: z.string(), kind: line(100), level: Level.nullable() }),
  output: z.object({ delegations: z.array(Delegation) }),
});
