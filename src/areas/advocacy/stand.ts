import { daysBetween } from "../../core/ages.ts";
import type { AskState, Helped, Side, StepKind } from "./contract.ts";

/** A step as far as it says how an ask stands. */
export interface Said {
  readonly kind: StepKind;
  /** The day on which it was said, where those are who ask. */
  readonly day: string;
  /** Of a yes: by when. */
  readonly byWhen: string | null;
  readonly helped: Helped | null;
}

/** How an ask stands. It is never kept anywhere: what was said says it. */
export interface Stand<One extends Said> {
  readonly state: AskState;
  /** The first yes or no, the first thing that came back, or that it was done. That it was seen or carried on is no answer. */
  readonly answer: One | null;
  /** The last yes with a day. */
  readonly promised: string | null;
  /** The last that came back. */
  readonly cameBack: One | null;
  readonly helped: Helped | null;
  /** The day from which it was open no longer. */
  readonly ended: string | null;
}

const ANSWERS: readonly StepKind[] = ["yes", "no", "came-back", "done"];
const ENDS: readonly StepKind[] = ["helped", "withdrawn"];

/** `steps` in their order. */
export function standOf<One extends Said>(steps: readonly One[]): Stand<One> {
  const last = steps.findLast(({ kind }) => kind !== "words");
  const yes = steps.findLast(({ kind }) => kind === "yes");
  return {
    state: last === undefined ? "open" : (last.kind as AskState),
    answer: steps.find(({ kind }) => ANSWERS.includes(kind)) ?? null,
    promised: yes?.byWhen ?? null,
    cameBack: steps.findLast(({ kind }) => kind === "came-back") ?? null,
    helped: steps.findLast(({ kind }) => kind === "helped")?.helped ?? null,
    ended: steps.find(({ kind }) => ENDS.includes(kind))?.day ?? null,
  };
}

/**
 * For whom something is to do. After a yes with a day it is for those who are asked, and from that day on also for those who ask
 * to say whether it helped; a yes without a day is taken as done with saying it.
 */
export function waitsFor({ state, promised }: Stand<Said>, today: string): Side[] {
  switch (state) {
    case "open":
    case "acknowledged":
    case "carried":
      return ["asked"];
    case "yes":
      if (promised === null) return ["asking"];
      return promised <= today ? ["asking", "asked"] : ["asked"];
    case "no":
    case "came-back":
    case "done":
      return ["asking"];
    default:
      return [];
  }
}

/** Days from asking to the first answer; null while there is none. */
export const daysToAnswer = (asked: string, { answer }: Stand<Said>): number | null =>
  answer === null ? null : Math.max(0, daysBetween(asked, answer.day));

/** Days from asking to the end, or to today. */
export const daysOpen = (asked: string, { ended }: Stand<Said>, today: string): number =>
  Math.max(0, daysBetween(asked, ended ?? today));
