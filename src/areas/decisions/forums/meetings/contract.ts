import { z } from "zod";
import { line, NamedDay, words } from "../../../../core/loops/contract.ts";
import { UnitBrief } from "../../../../core/org/contract.ts";
import { PLAIN_LINES } from "../../../../core/plain-text.ts";
import { contract } from "../../../../platform/http/contract.ts";
import { Status } from "../../values.ts";
import { ItemKind, Mode, Outcome, Phase, Resolved, Voice } from "../values.ts";

const day = z.iso.date();
const at = z.iso.datetime();

/** `null` is somebody who is gone. */
export const Somebody = z.object({ id: z.string(), name: z.string() }).nullable();

export const MeetingBrief = z.object({
  id: z.uuid(),
  forum: z.object({ id: z.uuid(), name: z.string() }),
  unit: UnitBrief,
  mode: Mode,
  /** Of the forum: when it was, is told in it. */
  timeZone: z.string(),
  began: at,
  /** The day of its rhythm that it was held for; `null` outside it. */
  due: day.nullable(),
  /** Over days: by when all shall have spoken. */
  until: day.nullable(),
  /** `null` while it is on. */
  closed: at.nullable(),
  /** What came of it, in words: "2 of 3 decided"; while it is on, what it is at. */
  says: z.string(),
});
export type MeetingBrief = z.infer<typeof MeetingBrief>;

const Said = z.object({ id: z.uuid(), by: Somebody, at, words: z.string() });
export type Said = z.infer<typeof Said>;

/** What somebody says in a round. */
const VoiceGiven = z.object({
  by: Somebody,
  stance: Voice,
  words: z.string(),
  /** The text was amended since: it does not count until it is given again. */
  earlier: z.boolean(),
  mine: z.boolean(),
});

export const Objection = z.object({
  id: z.uuid(),
  by: Somebody,
  reason: z.string(),
  at,
  /** `null` while it is open. */
  resolved: Resolved.nullable(),
  /** How, in words: "The proposal was amended: only on two days." */
  says: z.string(),
  words: z.string(),
  lookOn: day.nullable(),
  resolvedBy: Somebody,
  mine: z.boolean(),
});
export type Objection = z.infer<typeof Objection>;

export const Round = z.object({
  id: z.uuid(),
  /** From 1 on, of its item. */
  n: z.int(),
  decision: z.object({ id: z.uuid(), title: z.string() }),
  opened: at,
  closed: at.nullable(),
  /** `null` while it is on, or where it was left. */
  reached: z.boolean().nullable(),
  /** The version of the text to which was consented. */
  version: z.int().nullable(),
  voices: z.array(VoiceGiven),
  objections: z.array(Objection),
  /** Who is there and said nothing, by name. */
  silent: z.array(z.string()),
  /** How it stands, in words. */
  says: z.string(),
});
export type Round = z.infer<typeof Round>;

/** A decision as it is proposed for an item; as it is now. */
export const Proposal = z.object({
  id: z.uuid(),
  title: z.string(),
  body: z.string(),
  status: Status.nullable(),
  version: z.int(),
  unit: UnitBrief.nullable(),
  /** What is expected of it, in words. */
  expects: z.array(z.string()),
  reviewBy: day.nullable(),
  /** It is what the item is about now. */
  chosen: z.boolean(),
  /** The person who asks belongs to those whose decision it is. */
  can: z.object({ amend: z.boolean() }),
});
export type Proposal = z.infer<typeof Proposal>;

export const MeetingItem = z.object({
  id: z.uuid(),
  kind: ItemKind,
  title: z.string(),
  unit: UnitBrief.nullable(),
  putBy: Somebody,
  href: z.string().nullable(),
  minutes: z.int(),
  phase: Phase,
  /** In words: "questions, and answers to them; no opinions yet". */
  says: z.string(),
  since: at,
  /** Given back with the next move: of two who move it at once, one is told. */
  moves: z.int(),
  /** Until when its time lasts, by the server's clock. */
  boxUntil: at.nullable(),
  outcome: Outcome.nullable(),
  /** How it ended, in words that somebody wrote. */
  words: z.string(),
  carried: z.boolean(),
  questions: z.array(Said.extend({ answers: z.array(Said) })),
  /** Hidden until one has said one's own, or all have had their time. */
  opinions: z.array(Said),
  /** How many have said theirs, also while those are hidden. */
  opinionsSaid: z.int(),
  proposals: z.array(Proposal),
  /** Oldest first; the last one is on while it has no end. */
  rounds: z.array(Round),
  /** What the person who asks has yet to say in this phase. */
  waitsForMe: z.boolean(),
});
export type MeetingItem = z.infer<typeof MeetingItem>;

export const Meeting = MeetingBrief.extend({
  /** The moment that it is on the server, by which time boxes count. */
  now: at,
  beganBy: Somebody,
  closedBy: Somebody,
  present: z.array(z.object({ id: z.string(), name: z.string(), left: z.boolean() })),
  items: z.array(MeetingItem),
  /** Live: the item that it is at. */
  at: z.uuid().nullable(),
  remarks: z.array(Said),
  /** Who reads it, in words. */
  seenBy: z.string(),
  can: z.object({
    /** One is there, and may speak and lead. */
    lead: z.boolean(),
    /** Close it, and put more on its agenda: those of the forum. */
    close: z.boolean(),
    /** The person is there already. */
    here: z.boolean(),
  }),
});
export type Meeting = z.infer<typeof Meeting>;

/** The address of the events of a meeting, for browsers: `changed`, whenever somebody did something. `id` is the meeting's. */
export const LIVE_MEETING = "/api/meetings-live";

const id = z.uuid();

export const oneMeeting = contract({
  method: "GET",
  path: "/api/meetings/:id",
  summary: "One meeting of a forum as it stands, and once it is closed what it came to",
  input: z.object({ id }),
  output: Meeting,
});

export const minutesOf = contract({
  method: "GET",
  path: "/api/meetings/:id/minutes",
  summary: "The minutes of a meeting as Markdown: they write themselves from what was said and decided",
  input: z.object({ id }),
  output: z.object({ markdown: z.string() }),
});

export const bePresent = contract({
  method: "PUT",
  path: "/api/meetings/:id/present",
  summary: "Say that one is there, or that one leaves",
  input: z.object({ id, here: z.boolean().default(true) }),
  output: Meeting,
});

export const moveItem = contract({
  method: "PUT",
  path: "/api/forum-items/:id/phase",
  summary: "Move what is talked about to another phase; whoever leads does, never the clock",
  input: z.object({
    id,
    phase: Phase.exclude(["waiting"]),
    /** As they stood when it was read. */
    moves: z.int(),
    /** Done: what it came to, where no decision was accepted. */
    words: words(4_000).default(""),
  }),
  output: Meeting,
});

export const moreTime = contract({
  method: "PUT",
  path: "/api/forum-items/:id/box",
  summary: "Give what is talked about some more minutes, from now on where its time is over",
  input: z.object({ id, minutes: z.int().min(1).max(120).default(5) }),
  output: Meeting,
});

export const say = contract({
  method: "POST",
  path: "/api/forum-items/:id/sayings",
  summary:
    "Ask, answer, or say one's view, which stays as it is said and is hidden from those who have not said theirs",
  input: z.object({
    id,
    kind: z.enum(["question", "answer", "opinion"]),
    /** Of an answer: the id of the question. */
    about: z.uuid().optional(),
    words: words(4_000).min(1, "Write something."),
  }),
  output: Meeting,
});

export const remark = contract({
  method: "POST",
  path: "/api/meetings/:id/remarks",
  summary: "Add a remark to a meeting; once it is closed nothing else is added",
  input: z.object({ id, words: words(4_000).min(1, "Write something.") }),
  output: Meeting,
});

export const propose = contract({
  method: "POST",
  path: "/api/forum-items/:id/proposals",
  summary:
    "Propose a decision for an item: a new one, or one that is proposed already; several may stand beside each other",
  input: z.object({
    id,
    /** One that there is, */
    decision: z.uuid().optional(),
    /** or the heading of a new one, of the forum's own unit or of one of one's own. */
    title: line(300).optional(),
    body: z
      .string()
      .max(20_000, "Write at most 20,000 characters.")
      .regex(PLAIN_LINES, "There are control characters in it.")
      .default(""),
    /** Whose the new one shall be: a slug; without it, the unit's that holds the forum. */
    unit: z.string().optional(),
  }),
  output: Meeting,
});

export const chooseProposal = contract({
  method: "PUT",
  path: "/api/forum-items/:id/proposal",
  summary: "Say which of the proposals is talked about",
  input: z.object({ id, decision: z.uuid() }),
  output: Meeting,
});

export const amendProposal = contract({
  method: "PUT",
  path: "/api/forum-items/:id/text",
  summary: "Amend the text of what is proposed; who consented to it before is asked again",
  input: z.object({
    id,
    /** The version from which it was written. */
    version: z.int(),
    title: line(300).optional(),
    body: z
      .string()
      .max(200_000, "Write at most 200,000 characters.")
      .regex(PLAIN_LINES, "There are control characters in it.")
      .optional(),
  }),
  output: Meeting,
});

export const giveVoice = contract({
  method: "PUT",
  path: "/api/forum-items/:id/voice",
  summary: "Is it safe enough to try? Consent, stand aside, or object with a reason",
  input: z.object({
    id,
    stance: Voice,
    words: words(2_000).default(""),
    /** The version of the text that one has read; of one that was amended since, one is told. */
    version: z.int(),
  }),
  output: Meeting,
});

export const resolveObjection = contract({
  method: "PUT",
  path: "/api/objections/:id/resolved",
  summary: "Say how an objection was resolved: who has it says so; others can only let it stand",
  input: z.object({
    id,
    how: Resolved,
    words: words(2_000).default(""),
    /** Of one that is looked at again: when. */
    lookOn: NamedDay.optional(),
  }),
  output: Meeting,
});

export const closeRound = contract({
  method: "PUT",
  path: "/api/forum-items/:id/round",
  summary: "Close a round: without an open objection the decision is accepted, with one that stays it is not",
  input: z.object({ id }),
  output: Meeting,
});

export const closeMeeting = contract({
  method: "PUT",
  path: "/api/meetings/:id/closed",
  summary: "Close a meeting: its minutes stay as they are, and what is open goes to the next agenda",
  input: z.object({ id }),
  output: Meeting,
});

export const roundsOfDecision = contract({
  method: "GET",
  path: "/api/decisions/:id/rounds",
  summary:
    "The rounds of consent that a decision went through, with the objections and how they were resolved",
  input: z.object({ id }),
  output: z.object({ rounds: z.array(Round) }),
});
