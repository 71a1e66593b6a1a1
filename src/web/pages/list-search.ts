import { z } from "zod";

/** As it was typed; a number alone comes as one. */
const Typed = z
  .union([z.string().max(200), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined);
const Switched = z.literal(true).optional().catch(undefined);

/** What a list keeps in its address, so that a link shows the same to whoever opens it. */
export const ListSearch = z.object({ q: Typed, archived: Switched });
export type ListSearch = z.infer<typeof ListSearch>;

export const ComponentSearch = ListSearch.extend({
  /** Only what nobody has claimed. */
  unclaimed: Switched,
});
export type ComponentSearch = z.infer<typeof ComponentSearch>;

/** What the organisation's page asks: everything but the components' names. */
export const wholeOrganisation = { components: "false", counts: "true", archived: "true" } as const;
