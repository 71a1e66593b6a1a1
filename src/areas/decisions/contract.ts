import { z } from "zod";
import { FromTurn } from "../../core/loops/check-in/contract.ts";
import { line, NamedDay, Reading, words } from "../../core/loops/contract.ts";
import { UnitBrief } from "../../core/org/contract.ts";
import { PLAIN_LINES } from "../../core/plain-text.ts";
import { contract } from "../../platform/http/contract.ts";
import { Advice } from "./advice/contract.ts";
import { Expectation, NewExpectation, Outcome, Quality, Touched } from "./coming-back/contract.ts";
import { Link, ListedLinkKind } from "./links/contract.ts";
import { Level, Sort, Status, Undone } from "./values.ts";

const day = z.iso.date();
const Somebody = z.object({ id: z.string(), name: z.string() });

/** A heading or a name: what somebody decides about, a kind of decision. */
const Title = line(300);
const Names = z.array(line(200)).max(50);
/** Markdown below the title. */
const Body = z
  .string()
  .max(200_000, "Write at most 200,000 characters.")
  .regex(PLAIN_LINES, "There are control characters in it.");

/** A decision as it stands in a list. */
export const DecisionBrief = z.object({
  id: z.uuid(),
  sort: Sort,
  title: z.string(),
  /** Whose it is; `null` is one's own. */
  unit: UnitBrief.nullable(),
  /** `null` where what stands in its file says nothing of it. */
  status: Status.nullable(),
  /** As it stands in its file. */
  rawStatus: z.string().nullable(),
  /** The day of the decision; `null` while it is open, or where nobody wrote it down. */
  date: day.nullable(),
  deciders: z.array(z.string()),
  /** When it comes back. */
  reviewBy: day.nullable(),
  kind: z.string().nullable(),
  level: Level.nullable(),
  /** Where it was read from: the path is who it is, and the number a label. */
  path: z.string().nullable(),
  number: z.string().nullable(),
  /** What could not be read in its file, each with its place. */
  problems: z.array(z.string()),
  /** How it stands, in words: "proposed for 12 days, usual are 5". */
  says: z.string(),
  /** Days in this state; `null` where its file does not say since when. */
  age: z.int().nullable(),
  /** Proposed for longer than is usual here. */
  stuck: z.boolean(),
  /** Its day has come, and nobody has said what came of it. */
  back: z.boolean(),
  /** What it rests on has become unusual, in words; only for those whose it is. */
  shaken: z.string().nullable(),
});
export type DecisionBrief = z.infer<typeof DecisionBrief>;

export const Decision = DecisionBrief.extend({
  body: z.string(),
  version: z.int(),
  proposed: day.nullable(),
  consulted: z.array(z.string()),
  informed: z.array(z.string()),
  undone: Undone.nullable(),
  /** How much care it wants, in words; `null` while nobody said how hard it is to take back. */
  care: z.string().nullable(),
  /** What the measures said on the day when it was decided. */
  readings: z.array(Reading),
  expects: z.array(Expectation),
  advice: z.array(Advice),
  links: z.array(Link),
  outcomes: z.array(Outcome),
  touched: z.array(Touched),
  /** Only for those whose decision it is. */
  quality: Quality.nullable(),
  /** Who reads it beyond the unit. */
  audience: UnitBrief.nullable(),
  audiences: z.array(UnitBrief),
  /** Who sees it, in words. */
  seenBy: z.string(),
  createdBy: Somebody.nullable(),
  can: z.object({
    /** It is one's own, or of a unit of one's own. */
    change: z.boolean(),
    remove: z.boolean(),
    /** Say how well it was decided: until it is known how it turned out. */
    judge: z.boolean(),
  }),
});
export type Decision = z.infer<typeof Decision>;

/** One change of a decision's words. */
export const Version = z.object({
  version: z.int(),
  title: z.string(),
  status: Status.nullable(),
  body: z.string(),
  by: Somebody.nullable(),
  at: z.iso.datetime(),
});

export const decisionList = contract({
  method: "GET",
  path: "/api/decisions",
  summary:
    "The decisions of a team, or one's own: those that are stuck or have come back first, then the newest",
  input: z.object({
    /** The slug; without it, one's own. */
    unit: z.string().optional(),
    /** Principles and guardrails instead. */
    sort: z.enum(["decisions", "principles"]).default("decisions"),
  }),
  output: z.object({
    decisions: z.array(
      DecisionBrief.extend({
        /** To another one that one may see: its path, where it has one, or else its id. */
        links: z.array(z.object({ kind: ListedLinkKind, to: z.string() })),
      }),
    ),
    /** How many days from the first proposal to the decision are usual here: the median; `null` below 5 decided ones. */
    usualDays: z.number().nullable(),
    /** The kinds of decisions that are named here, for those who write another one. */
    kinds: z.array(z.string()),
    can: z.object({ add: z.boolean() }),
  }),
});

export const oneDecision = contract({
  method: "GET",
  path: "/api/decisions/:id",
  summary: "One decision: why, what was expected, whose advice was asked, and what came of it",
  input: z.object({ id: z.uuid() }),
  output: Decision,
});

export const addDecision = contract({
  method: "POST",
  path: "/api/decisions",
  summary:
    "Write a decision down: its title, why, what is expected of it and how sure, and when to look again",
  input: z.object({
    /** Whose it shall be: a unit's slug; without it, one's own. */
    unit: z.string().optional(),
    sort: Sort.default("decision"),
    title: Title,
    why: words(20_000).default(""),
    /** Markdown below the title, in place of `why`. */
    body: Body.optional(),
    status: Status.default("accepted"),
    expects: z.array(NewExpectation).max(20).default([]),
    /** When to look again; without it, after the last thing that is expected, or in three months. */
    reviewBy: NamedDay.optional(),
    kind: line(100).nullable().default(null),
    undone: Undone.nullable().default(null),
    /** Ids of the measures that were looked at: what they say today is kept with it. */
    lookedAt: z.array(z.string()).max(6).default([]),
    /** The turn of a loop that it comes from. */
    from: FromTurn.optional(),
  }),
  output: Decision,
});

export const changeDecision = contract({
  method: "PATCH",
  path: "/api/decisions/:id",
  summary: "Change a decision's words, status or date; of two who write at once, both are kept",
  input: z.object({
    id: z.uuid(),
    /** The version from which it was written: what others wrote meanwhile is kept. */
    version: z.int().optional(),
    title: Title.optional(),
    body: Body.optional(),
    status: Status.optional(),
    date: NamedDay.nullable().optional(),
    deciders: Names.optional(),
    consulted: Names.optional(),
    informed: Names.optional(),
    reviewBy: NamedDay.nullable().optional(),
    kind: line(100).nullable().optional(),
    level: Level.nullable().optional(),
    undone: Undone.nullable().optional(),
  }),
  output: Decision,
});

export const openDecision = contract({
  method: "PUT",
  path: "/api/decisions/:id/audience",
  summary: "Open a decision to those of a unit above, or take it back",
  input: z.object({ id: z.uuid(), audience: z.string().nullable() }),
  output: Decision,
});

export const removeDecision = contract({
  method: "DELETE",
  path: "/api/decisions/:id",
  summary: "Throw a draft away, or a decision of one's own",
  input: z.object({ id: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
});

export const versions = contract({
  method: "GET",
  path: "/api/decisions/:id/versions",
  summary: "Every version of a decision's words, the newest first; for those whose it is",
  input: z.object({ id: z.uuid() }),
  output: z.object({ versions: z.array(Version) }),
});

export * from "./advice/contract.ts";
export * from "./coming-back/contract.ts";
export * from "./delegation/contract.ts";
export * from "./figures/contract.ts";
export * from "./files/contract.ts";
export * from "./forums/contract.ts";
export * from "./forums/meetings/contract.ts";
export * from "./links/contract.ts";
export * from "./values.ts";
