import { z } from "zod";
import { FromTurn } from "../../core/loops/check-in/contract.ts";
import { line, words } from "../../core/loops/contract.ts";
import { UnitBrief } from "../../core/org/contract.ts";
import { contract } from "../../platform/http/contract.ts";

const day = z.iso.date();
const Somebody = z.object({ id: z.string(), name: z.string() });

/** Those who need something, and those from whom they need it. */
export const Side = z.enum(["asking", "asked"]);
export type Side = z.infer<typeof Side>;

/** What those who are asked can say, what those who ask can, and what both can. */
export const StepKind = z.enum([
  "acknowledged",
  "yes",
  "no",
  "carried",
  "came-back",
  "done",
  "helped",
  "withdrawn",
  "words",
]);
export type StepKind = z.infer<typeof StepKind>;

export const Helped = z.enum(["yes", "partly", "no"]);
export type Helped = z.infer<typeof Helped>;

/** How an ask stands: as the last step says that is more than words, or open where there is none. */
export const AskState = z.enum(["open", ...StepKind.exclude(["words"]).options]);
export type AskState = z.infer<typeof AskState>;

export const Ask = z.object({
  id: z.uuid(),
  from: UnitBrief,
  /** One of both; neither where the person who was asked is gone. */
  to: z.object({ person: Somebody.nullable(), unit: UnitBrief.nullable() }),
  /** What is needed, in a line. */
  title: z.string(),
  why: z.string(),
  mattersBy: day.nullable(),
  /** `null` where that person is gone. */
  askedBy: Somebody.nullable(),
  /** The day, where those are who ask. */
  asked: day,
  state: AskState,
  /** How it stands, in words: "answered in 6 days: yes, by 4 Nov 2026". */
  says: z.string(),
  /** Days from asking to today, or to the end. */
  open: z.int(),
  /** The first answer; `null` while there is none. */
  answer: z.object({ kind: StepKind, day, days: z.int(), by: Somebody.nullable() }).nullable(),
  /** By when the last yes was promised. */
  promised: day.nullable(),
  /** What came back last, in the words of those who brought it. */
  cameBack: z.string().nullable(),
  helped: Helped.nullable(),
  /** For whom something is to do about it. */
  waitsFor: z.array(Side),
  /** On which sides the person who asks stands. */
  sides: z.array(Side),
  /** Which steps they can take now. */
  can: z.array(StepKind),
});
export type Ask = z.infer<typeof Ask>;

export const Step = z.object({
  /** Its place, from 1 on. */
  n: z.int(),
  side: Side,
  kind: StepKind,
  words: z.string(),
  byWhen: day.nullable(),
  /** Where it was carried, if that is a unit here. */
  unit: UnitBrief.nullable(),
  helped: Helped.nullable(),
  by: Somebody.nullable(),
  at: z.iso.datetime(),
  /** After the name of who took it: "said yes, by 4 Nov 2026". */
  says: z.string(),
});
export type Step = z.infer<typeof Step>;

const AskWhole = z.object({
  ask: Ask,
  /** Oldest first. */
  steps: z.array(Step),
  /** The turn of a loop that it came from; `null` where there is none, and for those who are asked. */
  from: FromTurn.nullable(),
});

export const unitAsks = contract({
  method: "GET",
  path: "/api/units/:slug/asks",
  summary: "What a team, group or organisation asked for, and what it was asked; open ones first",
  input: z.object({ slug: z.string() }),
  output: z.object({
    /** What it asked others for. */
    asked: z.array(Ask),
    /** What others ask of it, and of the person who asks where they belong to it. */
    received: z.array(Ask),
    /** In words: "8 asks, 7 answered, half of them within 6 days"; `null` below 5. */
    says: z.object({ asked: z.string().nullable(), received: z.string().nullable() }),
    can: z.object({ ask: z.boolean() }),
    /** Who leads a unit above, the nearest first; for those who can ask. */
    leads: z.array(Somebody.extend({ leads: UnitBrief })),
  }),
});

export const myAsks = contract({
  method: "GET",
  path: "/api/asks",
  summary: "What the person who asks is asked, by name or as a part of a unit; open ones first",
  input: z.object({}),
  output: z.object({ asks: z.array(Ask), says: z.string().nullable() }),
});

export const oneAsk = contract({
  method: "GET",
  path: "/api/asks/:id",
  summary: "One ask, with all that both sides said",
  input: z.object({ id: z.uuid() }),
  output: AskWhole,
});

export const askFor = contract({
  method: "POST",
  path: "/api/units/:slug/asks",
  summary: "Ask a leader above, a unit above or another unit for something; only the two sides see it",
  input: z.object({
    /** The unit that asks. */
    slug: z.string(),
    /** Who is asked: the id of somebody who leads a unit above, or their e-mail address. */
    person: z.string().optional(),
    /** Or the slug of the unit that is asked. */
    unit: z.string().optional(),
    title: line(200),
    why: words(4_000).default(""),
    mattersBy: day.optional(),
    /** The turn of a loop that it comes from. */
    from: FromTurn.optional(),
  }),
  output: AskWhole,
});

export const takeStep = contract({
  method: "POST",
  path: "/api/asks/:id/steps",
  summary: "Answer an ask, carry it on, bring back what came, say whether it helped, or add words",
  input: z.object({
    id: z.uuid(),
    kind: StepKind,
    words: words(4_000).default(""),
    /** Of a yes: by when. */
    byWhen: day.optional(),
    /** Where it is carried: the slug of a unit, which sees nothing of it for that. */
    unit: z.string().optional(),
    helped: Helped.optional(),
  }),
  output: AskWhole,
});
