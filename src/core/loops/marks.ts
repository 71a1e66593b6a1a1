import { z } from "zod";

/** Something on the time line: a dot with words, or, with `until`, a bar. */
export const Mark = z.object({
  /** The area in whose row it stands. */
  area: z.string(),
  day: z.iso.date(),
  /** The last day of a bar; `null` while it goes on; without it, it is a dot. */
  until: z.iso.date().nullable().optional(),
  kind: z.enum(["event", "note", "unusual", "experiment", "check-in", "redrawn"]),
  text: z.string(),
  /** Where it can be read. */
  href: z.string().nullable(),
});
export type Mark = z.infer<typeof Mark>;

/** Something that is due or open for a person. */
export const Due = z.object({
  kind: z.string(),
  /** What it is: the question, the experiment, the ask. */
  title: z.string(),
  /** What is wanted: "Look at the week", "See what the measure shows". */
  action: z.string(),
  /** Whose it is: a unit's name; `null` for one's own. */
  of: z.string().nullable(),
  /** The same as a slug. */
  unit: z.string().nullable(),
  /** Since when it waits, or by when it matters. The oldest stands first. */
  day: z.iso.date(),
  /** The moment where there is one, for calendars. */
  at: z.iso.datetime().nullable(),
  href: z.string(),
});
export type Due = z.infer<typeof Due>;
