import { z } from "zod";
import { Cadence, line, NamedDay } from "../../../core/loops/contract.ts";
import { UnitBrief } from "../../../core/org/contract.ts";
import { contract } from "../../../platform/http/contract.ts";
import { Meeting, MeetingBrief, Somebody } from "./meetings/contract.ts";
import { ItemKind, Mode } from "./values.ts";

const day = z.iso.date();
const Minutes = z.int().min(1, "Write at least 1 minute.").max(480, "Write at most 480 minutes.");

export const ForumBrief = z.object({
  id: z.uuid(),
  name: z.string(),
  purpose: z.string(),
  unit: UnitBrief,
  cadence: Cadence,
  /** How long an item may take where nobody says otherwise. */
  minutes: z.int(),
  /** Those who take part beyond the unit. */
  audience: UnitBrief.nullable(),
  /** Who takes part, in words. */
  says: z.string(),
  ended: z.boolean(),
  /** The next time that it meets; `null` where it does so no more. */
  next: z.object({ day, at: z.iso.datetime() }).nullable(),
  /** The meeting that is on now. */
  meeting: MeetingBrief.nullable(),
  /** The last one that is over. */
  last: MeetingBrief.nullable(),
  /** How many things are on the agenda. */
  agenda: z.int(),
});
export type ForumBrief = z.infer<typeof ForumBrief>;

/** Something on the agenda of the next meeting. */
export const AgendaItem = z.object({
  id: z.uuid(),
  kind: ItemKind,
  title: z.string(),
  minutes: z.int(),
  /** Whose matter it is; `null` is of those who take part. */
  unit: UnitBrief.nullable(),
  putBy: Somebody,
  put: day,
  /** It was still open when the meeting before was closed. */
  carried: z.boolean(),
  /** Where it can be read, for who may see it. */
  href: z.string().nullable(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

/** Something that is open and could be taken up. */
export const Suggested = z.object({
  kind: z.enum(["decision", "ask"]),
  id: z.uuid(),
  title: z.string(),
  unit: UnitBrief.nullable(),
  /** Why now, in words: "proposed for 40 days; half are decided within 6 days here". */
  says: z.string(),
  stuck: z.boolean(),
  href: z.string(),
});
export type Suggested = z.infer<typeof Suggested>;

export const Forum = ForumBrief.extend({
  /** In their order. */
  items: z.array(AgendaItem),
  /** What is open among the forum's own and those beneath, stuck ones first: only what the person who asks could put there. */
  suggested: z.array(Suggested),
  /** Newest first. */
  meetings: z.array(MeetingBrief),
  audiences: z.array(UnitBrief),
  can: z.object({
    /** Its name, rhythm, and who takes part. */
    change: z.boolean(),
    /** Put things on the agenda, and begin a meeting. */
    takePart: z.boolean(),
  }),
});
export type Forum = z.infer<typeof Forum>;

export const forumList = contract({
  method: "GET",
  path: "/api/forums",
  summary: "The forums of a team or group in which the person who asks takes part, or all of theirs",
  input: z.object({
    /** The slug; without it, all in which one takes part. */
    unit: z.string().optional(),
  }),
  output: z.object({ forums: z.array(ForumBrief), can: z.object({ add: z.boolean() }) }),
});

export const oneForum = contract({
  method: "GET",
  path: "/api/forums/:id",
  summary: "One forum: the agenda of the next meeting, what could be taken up, and past meetings",
  input: z.object({ id: z.uuid() }),
  output: Forum,
});

const named = {
  name: line(100),
  purpose: z.union([z.literal(""), line(500)]),
  /** RFC 5545 recurrence, without DTSTART: `FREQ=WEEKLY;BYDAY=WE`. */
  rule: z.string().trim().max(300),
  /** Local time, `09:30`. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time like 09:30."),
};

export const addForum = contract({
  method: "POST",
  path: "/api/forums",
  summary: "Begin a forum of a team or group, on a rhythm; those who belong to it take part",
  input: z.object({
    /** The slug. */
    unit: z.string(),
    name: named.name,
    purpose: named.purpose.default(""),
    rule: named.rule.default("FREQ=WEEKLY;BYDAY=WE"),
    at: named.at.default("10:00"),
    /** Its first day; without it, today. */
    starts: NamedDay.optional(),
    minutes: Minutes.default(15),
  }),
  output: Forum,
});

export const changeForum = contract({
  method: "PATCH",
  path: "/api/forums/:id",
  summary: "Change a forum: its name, purpose and rhythm, who takes part; or end it",
  input: z.object({
    id: z.uuid(),
    name: named.name.optional(),
    purpose: named.purpose.optional(),
    rule: named.rule.optional(),
    at: named.at.optional(),
    minutes: Minutes.optional(),
    /** The slug of the unit whose people take part, with all beneath it; `null`: those alone who belong to the forum's own. */
    audience: z.string().nullable().optional(),
    ended: z.boolean().optional(),
  }),
  output: Forum,
});

export const putItem = contract({
  method: "POST",
  path: "/api/forums/:id/items",
  summary:
    "Put something on the agenda, or into the meeting that is on: a proposed decision, an ask, or a line",
  input: z.object({
    id: z.uuid(),
    /** One of the three: the id of a decision of one's own units, */
    decision: z.uuid().optional(),
    /** of an ask that is open, */
    ask: z.uuid().optional(),
    /** or what it is about, in a line. */
    title: line(300).optional(),
    minutes: Minutes.optional(),
  }),
  output: Forum,
});

export const changeItem = contract({
  method: "PATCH",
  path: "/api/forum-items/:id",
  summary: "Give something on the agenda another place, or another time box",
  input: z.object({
    id: z.uuid(),
    /** From 1 on. */
    place: z.int().min(1).max(1_000).optional(),
    minutes: Minutes.optional(),
  }),
  output: Forum,
});

export const takeOff = contract({
  method: "DELETE",
  path: "/api/forum-items/:id",
  summary: "Take something off the agenda, as long as nobody has begun with it",
  input: z.object({ id: z.uuid() }),
  output: Forum,
});

export const beginMeeting = contract({
  method: "POST",
  path: "/api/forums/:id/meetings",
  summary:
    "Begin a meeting with what is on the agenda: for some hours, or over days for those who write when they can",
  input: z.object({
    id: z.uuid(),
    mode: Mode.default("live"),
    /** Over days: the day by which all shall have spoken. */
    until: NamedDay.optional(),
  }),
  output: Meeting,
});
