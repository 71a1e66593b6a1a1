import { z } from "zod";

export const Mode = z.enum(["live", "over-days"]);
export type Mode = z.infer<typeof Mode>;

export const ItemKind = z.enum(["decision", "ask", "line"]);
export type ItemKind = z.infer<typeof ItemKind>;

/** Questions before opinions, opinions before a proposal, a proposal before anybody says yes. */
export const Phase = z.enum(["waiting", "questions", "opinions", "proposal", "consent", "done"]);
export type Phase = z.infer<typeof Phase>;

export const Outcome = z.enum(["accepted", "not-consented", "words"]);
export type Outcome = z.infer<typeof Outcome>;

export const SayingKind = z.enum(["question", "answer", "opinion", "remark"]);
export type SayingKind = z.infer<typeof SayingKind>;

/** To the question whether it is safe enough to try. */
export const Voice = z.enum(["consent", "aside", "objection"]);
export type Voice = z.infer<typeof Voice>;

export const Resolved = z.enum(["amended", "withdrawn", "look-again", "stays"]);
export type Resolved = z.infer<typeof Resolved>;
