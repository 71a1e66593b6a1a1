import { z } from "zod";

/** Principles and guardrails are agreed on as decisions are. */
export const Sort = z.enum(["decision", "principle", "guardrail"]);
export type Sort = z.infer<typeof Sort>;

export const Status = z.enum(["draft", "proposed", "accepted", "rejected", "deprecated", "superseded"]);
export type Status = z.infer<typeof Status>;

/** How it was taken: by one alone, after advice, or together. */
export const Level = z.enum(["alone", "advice", "together"]);
export type Level = z.infer<typeof Level>;

/** How hard it is to take back. */
export const Undone = z.enum(["easily", "with-effort", "hardly"]);
export type Undone = z.infer<typeof Undone>;

export const Capacity = z.enum(["affected", "expert"]);
export type Capacity = z.infer<typeof Capacity>;

export const Stance = z.enum(["for", "concern", "against"]);
export type Stance = z.infer<typeof Stance>;

/** Whether advice was taken. */
export const Taken = z.enum(["yes", "partly", "no"]);
export type Taken = z.infer<typeof Taken>;

/** Whether what was expected came; void: it cannot be told. */
export const Came = z.enum(["yes", "no", "void"]);
export type Came = z.infer<typeof Came>;

export const Bound = z.enum(["at-most", "at-least"]);
export type Bound = z.infer<typeof Bound>;

export const TurnedOut = z.enum(["well", "mixed", "badly", "unclear"]);
export type TurnedOut = z.infer<typeof TurnedOut>;

/** What becomes of a decision that was looked at again. */
export const Next = z.enum(["stands", "changed", "reversed"]);
export type Next = z.infer<typeof Next>;

export const Changed = z.enum(["better", "same", "worse"]);
export type Changed = z.infer<typeof Changed>;

export const LinkKind = z.enum(["supersedes", "amends", "relates", "conflicts", "follows", "departs"]);
export type LinkKind = z.infer<typeof LinkKind>;
