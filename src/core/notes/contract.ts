import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { UnitBrief } from "../org/contract.ts";
import { PLAIN_LINES } from "../plain-text.ts";
import { Visibility } from "../sharing/visibility.ts";

const day = z.iso.date();

export const Note = z.object({
  id: z.uuid(),
  day,
  text: z.string(),
  /** The measure whose chart it stands beside. */
  measure: z.string(),
  /** `null` where that person is gone. */
  author: z.object({ id: z.string(), name: z.string() }).nullable(),
  visibility: Visibility,
  /** Who sees it, in words: "only you", "you and Bo", "Payments", "everyone in Commerce". */
  seenBy: z.string(),
  can: z.object({ share: z.boolean(), remove: z.boolean() }),
});
export type Note = z.infer<typeof Note>;

/** Who shall see it. `with` is a person's id for `pair`, the slug of a unit above for `group`; else it is left out. */
const seen = { visibility: Visibility.default("private"), with: z.string().optional() };

const words = z
  .string()
  .trim()
  .min(1, "Write something.")
  .max(2_000, "A note has at most 2,000 characters.")
  // Lines may be broken; other control characters and what turns writing around may not be there.
  .regex(PLAIN_LINES, "A note has no control characters.");

export const notes = contract({
  method: "GET",
  path: "/api/units/:slug/notes",
  summary: "The notes beside a unit's charts that the person who asks may see, by day",
  input: z.object({
    slug: z.string(),
    measure: z.string().optional(),
    from: day.optional(),
    to: day.optional(),
  }),
  output: z.object({
    notes: z.array(Note),
    can: z.object({ add: z.boolean() }),
    /** With whom a note can be shared beyond the unit: the units above, the nearest first. */
    audiences: z.array(UnitBrief),
  }),
});

export const addNote = contract({
  method: "POST",
  path: "/api/units/:slug/notes",
  summary: "Write a note beside a chart; without more, only its author sees it",
  input: z.object({ slug: z.string(), measure: z.string(), day, text: words, ...seen }),
  output: Note,
});

export const shareNote = contract({
  method: "PATCH",
  path: "/api/notes/:id",
  summary: "Say who sees a note, more or fewer than now; its author alone does",
  input: z.object({ id: z.uuid(), visibility: Visibility, with: z.string().optional() }),
  output: Note,
});

export const removeNote = contract({
  method: "DELETE",
  path: "/api/notes/:id",
  summary: "Remove a note; its author alone does",
  input: z.object({ id: z.uuid() }),
  output: z.object({}),
});
