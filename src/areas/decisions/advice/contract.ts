import { z } from "zod";
import { line, words } from "../../../core/loops/contract.ts";
import { UnitBrief } from "../../../core/org/contract.ts";
import { contract } from "../../../platform/http/contract.ts";
import { Capacity, Stance, Taken } from "../values.ts";

const Somebody = z.object({ id: z.string(), name: z.string() }).nullable();

/** Advice that is asked for, what was said, and what was done about it. */
export const Advice = z.object({
  id: z.uuid(),
  /** Who is asked, by name. */
  name: z.string(),
  unit: UnitBrief.nullable(),
  person: z.string().nullable(),
  capacity: Capacity,
  asked: z.iso.date(),
  stance: Stance.nullable(),
  /** `null` while nothing was said. */
  said: z.string().nullable(),
  saidBy: Somebody,
  saidOn: z.iso.date().nullable(),
  taken: Taken.nullable(),
  why: z.string(),
  /** In words: "asked 3 days ago", "against: taken partly". */
  says: z.string(),
  can: z.object({
    /** One is asked oneself, and nothing was done about it yet; of somebody known by name alone, those whose decision it is. */
    say: z.boolean(),
    take: z.boolean(),
    remove: z.boolean(),
  }),
});
export type Advice = z.infer<typeof Advice>;

const Asked = z.object({
  /** Who is asked: a person's id or e-mail address, */
  person: z.string().optional(),
  /** or the slug of a unit, */
  unit: z.string().optional(),
  /** or somebody who is known by name alone. */
  name: line(200).optional(),
  capacity: Capacity,
});

export const askAdvice = contract({
  method: "POST",
  path: "/api/decisions/:id/advice",
  summary: "Ask somebody for advice: they read the decision from then on, and answer in the record",
  input: Asked.extend({ id: z.uuid() }),
  output: z.object({ advice: Advice }),
});

export const giveAdvice = contract({
  method: "PUT",
  path: "/api/advice/:id",
  summary: "Say one's advice: whoever reads the decision reads it, dissent too",
  input: z.object({
    id: z.uuid(),
    stance: Stance.nullable().default(null),
    said: words(4_000).min(1, "Write your advice."),
  }),
  output: z.object({ advice: Advice }),
});

export const takeAdvice = contract({
  method: "PUT",
  path: "/api/advice/:id/taken",
  summary: "Say what was done about advice, and why",
  input: z.object({ id: z.uuid(), taken: Taken, why: words(2_000).default("") }),
  output: z.object({ advice: Advice }),
});

export const removeAdvice = contract({
  method: "DELETE",
  path: "/api/advice/:id",
  summary: "Ask somebody for advice no more, as long as nothing was said",
  input: z.object({ id: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
});

/** Somebody who may be affected or may know, and why one may think so. */
const Suggestion = z.object({
  unit: UnitBrief.nullable(),
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  capacity: Capacity,
  /** In words: "owns payments-api, which the text names". */
  because: z.string(),
});

export const suggestAdvice = contract({
  method: "GET",
  path: "/api/decisions/:id/advice/suggestions",
  summary:
    "Who may be affected by a decision or may know: from what is owned, what depends on it, and earlier decisions",
  input: z.object({ id: z.uuid() }),
  output: z.object({ suggestions: z.array(Suggestion) }),
});

export const myAdvice = contract({
  method: "GET",
  path: "/api/advice",
  summary: "What the person who asks, or a team of theirs, is asked for advice on; open ones first",
  input: z.object({}),
  output: z.object({
    advice: z.array(Advice.extend({ decision: z.object({ id: z.uuid(), title: z.string() }) })),
  }),
});
