import { z } from "zod";
import { contract } from "../../platform/http/contract.ts";
import { UnitBrief } from "../org/contract.ts";
import { CURSOR } from "./cursor.ts";
import { LONGEST_QUERY, MOST_TERMS, termsOf } from "./terms.ts";

/** The database knows no day before the year 1. */
const day = z.iso.date().refine((said) => said >= "0001-01-01", "Write a day like 2026-01-31.");

const Piece = z.object({ text: z.string(), hit: z.boolean() });

const Written = z.object({
  /** What it is: see `kinds` of the answer. */
  kind: z.string(),
  id: z.uuid(),
  /** Empty where it has none, as a note. */
  title: z.string(),
  /** The team or group under which it is found; `null` where it is a person's own and about none. */
  unit: UnitBrief.nullable(),
  day: z.iso.date(),
  /** How it stands, in a word: "running", "keep". Empty where it has no such thing. */
  state: z.string(),
  href: z.string(),
});
export type Written = z.infer<typeof Written>;

export const Found = Written.extend({
  /** The title in pieces, plain text all of it; `hit` is what was looked for. */
  titlePieces: z.array(Piece),
  /** The words around the first hit, or the first words. */
  pieces: z.array(Piece),
  /** Where it was found. `similar`: nearly, as if by a slip of the pen. `null` where nothing was looked for. */
  why: z.enum(["title", "text", "similar"]).nullable(),
});
export type Found = z.infer<typeof Found>;

export const library = contract({
  method: "GET",
  path: "/api/library",
  summary:
    "Everything written that the person who asks may see and that has these words: decisions, experiments, conclusions, notes, purposes",
  input: z.object({
    /** Words, "phrases in quotes", and -without. Nothing: the newest of all. */
    q: z
      .string()
      .max(LONGEST_QUERY, `What is looked for has at most ${LONGEST_QUERY} characters.`)
      .refine((q) => termsOf(q).length <= MOST_TERMS, `Look for at most ${MOST_TERMS} words at once.`)
      .default(""),
    kind: z.string().max(50).optional(),
    /** A slug, with everything beneath. */
    unit: z.string().optional(),
    state: z.string().max(50).optional(),
    /** Days, both included. */
    since: day.optional(),
    until: day.optional(),
    /** `next` of the page before. */
    after: z.string().regex(CURSOR, "Take `next` of the page before, or leave it out.").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({
    results: z.array(Found),
    /** Every kind that there is, and how many were found of it whatever `kind` was asked; `null` where there are more than one counts. */
    kinds: z.array(z.object({ kind: z.string(), one: z.string(), many: z.string(), n: z.int().nullable() })),
    /** Of the kind that was asked, or of all; `null` where it is more than 1,000. */
    total: z.int().nullable(),
    next: z.string().nullable(),
  }),
});

export const similar = contract({
  method: "POST",
  path: "/api/library/similar",
  // What is being written is nobody's business yet: it stands in no address and no log.
  scope: "read",
  summary:
    "What was written before that is near to this, of what the person who asks may see; for while one writes",
  input: z.object({
    title: z.string().max(300, "A title has at most 300 characters."),
    body: z.string().max(20_000, "A text has at most 20,000 characters.").default(""),
    /** Only of this kind. */
    kind: z.string().max(50).optional(),
    /** The id of the one that is being written, where it is there already. */
    not: z.uuid().optional(),
  }),
  output: z.object({
    near: z.array(Written).max(5),
    /** "Three teams decided on this." Of what the person who asks may see; `null` where there is nothing to say. */
    says: z.string().nullable(),
  }),
});
