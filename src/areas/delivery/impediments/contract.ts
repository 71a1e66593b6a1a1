import { z } from "zod";
import { line, words } from "../../../core/loops/contract.ts";
import { contract } from "../../../platform/http/contract.ts";

const day = z.iso.date();

/** What can be begun because something is in the way. */
export const BegunKind = z.enum(["ask", "experiment"]);
export type BegunKind = z.infer<typeof BegunKind>;

export const Impediment = z.object({
  id: z.uuid(),
  /** In one line: what is in the way. */
  text: z.string(),
  /** The day on which it was said, where the unit is. */
  day,
  /** In words, until today or until it was gone: "for 3 weeks". */
  age: z.string(),
  /** `null` where that person is gone. */
  by: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** `null` while it is there. */
  gone: z.object({ day, words: z.string() }).nullable(),
  /** What was begun because of it, oldest first. */
  begun: z.array(z.object({ kind: BegunKind, id: z.uuid(), day, href: z.string() })),
});
export type Impediment = z.infer<typeof Impediment>;

export const impediments = contract({
  method: "GET",
  path: "/api/units/:slug/impediments",
  summary: "What is in a team's way, oldest first, and what is gone; for its members",
  input: z.object({ slug: z.string() }),
  output: z.object({
    /** Oldest first. */
    there: z.array(Impediment),
    /** The last 20, newest first. */
    gone: z.array(Impediment),
    can: z.object({ add: z.boolean() }),
  }),
});

export const addImpediment = contract({
  method: "POST",
  path: "/api/units/:slug/impediments",
  summary: "Say in a line what is in the team's way; only its members see it",
  input: z.object({ slug: z.string(), text: line(300) }),
  output: Impediment,
});

export const endImpediment = contract({
  method: "POST",
  path: "/api/impediments/:id/gone",
  summary: "Say that it is gone, and what moved it",
  input: z.object({ id: z.uuid(), words: words(1_000).default("") }),
  output: Impediment,
});

export const beginFromImpediment = contract({
  method: "POST",
  path: "/api/impediments/:id/begun",
  summary: "Say what was begun because of it: an ask or an experiment",
  input: z.object({
    id: z.uuid(),
    kind: BegunKind,
    /** The id of what was begun. */
    thing: z.uuid(),
  }),
  output: Impediment,
});
