import { z } from "zod";

/** As it was typed; a number alone comes as one. */
const Typed = z
  .union([z.string().max(300), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined);

export const When = z.enum(["30", "90", "365"]);
export type When = z.infer<typeof When>;

/** How far back, in days. */
export const whenText: Readonly<Record<When, string>> = {
  "30": "Last 30 days",
  "90": "Last 90 days",
  "365": "Last year",
};

/** What is looked for in the library, in its address, so that a link finds the same for whoever opens it. */
export const LibrarySearch = z.object({
  q: Typed,
  kind: z.string().max(50).optional().catch(undefined),
  unit: z.string().max(200).optional().catch(undefined),
  when: z.preprocess((when) => (when === undefined ? when : String(when)), When.optional()).catch(undefined),
});
export type LibrarySearch = z.infer<typeof LibrarySearch>;
