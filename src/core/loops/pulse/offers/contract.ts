import { z } from "zod";
import { contract } from "../../../../platform/http/contract.ts";
import { UnitBrief } from "../../../org/contract.ts";
import { line } from "../../contract.ts";
import { MOST_QUESTIONS, NewChoice, NewScale, Pulse, PulseQuestion } from "../contract.ts";

const day = z.iso.date();

/** What a gathering tells of one question: of the whole group, never of a team. */
export const GroupFigure = z.object({
  question: PulseQuestion,
  /** How many answered, in how many teams; `null` where it is not told. */
  n: z.int().nullable(),
  teams: z.int().nullable(),
  counts: z.array(z.int()).nullable(),
  mean: z.number().nullable(),
  /** Why it is not told, in words. */
  because: z.string().nullable(),
});
export type GroupFigure = z.infer<typeof GroupFigure>;

export const Gathering = z.object({
  id: z.uuid(),
  opened: day,
  /** The last day of it. */
  until: day,
  closed: day.nullable(),
  /** Empty while it is open. */
  figures: z.array(GroupFigure),
});
export type Gathering = z.infer<typeof Gathering>;

/** Questions that a group offers to the teams below it. */
export const Offer = z.object({
  id: z.uuid(),
  unit: UnitBrief,
  question: z.string(),
  questions: z.array(PulseQuestion),
  /** The pulse with which the unit that it is asked for took it up; `null` where it has not, or it is the group's own. */
  adopted: z.object({ pulse: z.uuid(), opened: z.boolean() }).nullable(),
  /** Newest first. */
  gatherings: z.array(Gathering),
  can: z.object({ adopt: z.boolean(), gather: z.boolean() }),
});
export type Offer = z.infer<typeof Offer>;

export const unitOffers = contract({
  method: "GET",
  path: "/api/units/:slug/offers",
  summary: "What a group offers its teams to ask themselves, or what a team is offered; with what came of it",
  input: z.object({ slug: z.string() }),
  output: z.object({ offers: z.array(Offer), can: z.object({ offer: z.boolean() }) }),
});

export const addOffer = contract({
  method: "POST",
  path: "/api/units/:slug/offers",
  summary: "Offer questions to the teams below; each takes them up, or does not",
  input: z.object({
    slug: z.string(),
    question: line(300),
    /** Words never leave a team, so none are asked for. */
    questions: z
      .array(z.discriminatedUnion("kind", [NewScale, NewChoice]))
      .min(1, "Ask one question at least.")
      .max(MOST_QUESTIONS, `Ask ${MOST_QUESTIONS} questions at most.`),
  }),
  output: Offer,
});

export const adoptOffer = contract({
  method: "POST",
  path: "/api/units/:slug/offers/:offer/adopted",
  summary:
    "Take up what a group above offers, as a pulse of one's own; nothing of it is open to the group yet",
  input: z.object({
    slug: z.string(),
    offer: z.uuid(),
    area: z.string(),
    rule: z.string().trim().max(300).default("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO"),
  }),
  output: Pulse,
});

export const openPulse = contract({
  method: "PUT",
  path: "/api/pulses/:id/opened",
  summary:
    "Open what a pulse comes to to the group that offers it, to be counted with other teams; or take that back",
  input: z.object({ id: z.uuid(), open: z.boolean() }),
  output: z.object({ opened: z.boolean() }),
});

export const openGathering = contract({
  method: "POST",
  path: "/api/offers/:id/gatherings",
  summary: "Gather the rounds that teams close until a day, and tell what they come to together",
  input: z.object({ id: z.uuid(), until: day }),
  output: Gathering,
});
