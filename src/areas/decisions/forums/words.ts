import { sayDay } from "../stand.ts";
import type { Status } from "../values.ts";
import type { Outcome, Phase, Resolved, Voice } from "./values.ts";

/** What belongs to a phase, as those read it who are in it. */
export const phaseWords: Record<Phase, string> = {
  waiting: "not begun yet",
  questions: "questions, and answers to them; no opinions yet",
  opinions: "everybody's view, each hidden from those who have not said theirs",
  proposal: "what exactly is proposed",
  consent: "is it safe enough to try?",
  done: "done",
};

export const outcomeWords: Record<Outcome, string> = {
  accepted: "decided",
  "not-consented": "not consented to",
  words: "talked about",
};

const states: Record<Status, string> = {
  draft: "a draft again",
  proposed: "proposed",
  accepted: "accepted",
  rejected: "rejected",
  deprecated: "no longer held to",
  superseded: "replaced",
};

/** Of a decision that was settled on its own page while people still talked about it. */
export const standsElsewhere = (status: Status | null): string =>
  `It is ${status === null ? "without a status" : states[status]} by now: that was settled elsewhere in the meantime. End this with a line on what it came to.`;

/** "2 of 3 decided"; "3 talked about"; while it is on, "1 of 3 done". */
export function sayMeeting(outcomes: readonly (Outcome | null)[], { closed }: { closed: boolean }): string {
  const n = outcomes.length;
  if (n === 0) return closed ? "nothing was talked about" : "nothing on its agenda yet";
  if (!closed) return `on now: ${outcomes.filter((one) => one !== null).length} of ${n} done`;
  const decided = outcomes.filter((one) => one === "accepted").length;
  const talked = outcomes.filter((one) => one !== null).length;
  if (talked === 0) return `${n === 1 ? "it" : `all ${n}`} went to the next agenda`;
  return decided === 0 ? `${talked} of ${n} talked about, nothing decided` : `${decided} of ${n} decided`;
}

/** Who takes part in a forum. */
export const sayAudience = (unit: { name: string }, audience: { id: string; name: string } | null): string =>
  audience === null
    ? `Those who belong to ${unit.name} take part, and in a meeting those whose matter it is.`
    : `Everyone in ${audience.name} takes part.`;

export const seenByWords = (unit: { name: string }, audience: { name: string } | null): string =>
  `Read by ${audience === null ? `those who belong to ${unit.name}` : `everyone in ${audience.name}`}, and by those whose matter was on its agenda. By nobody else.`;

interface Objected {
  readonly resolved: Resolved | null;
  readonly words: string;
  readonly lookOn: string | null;
}

/** How an objection stands: "The proposal was amended: only on two days." */
export function sayResolved({ resolved, words, lookOn }: Objected): string {
  if (resolved === null) return "Open.";
  const how = {
    amended: "The proposal was amended",
    withdrawn: "Withdrawn",
    "look-again": `Looked at again on ${lookOn === null ? "a day to come" : sayDay(lookOn)}`,
    stays: "It stays",
  }[resolved];
  return words === "" ? `${how}.` : `${how}: ${words}`;
}

interface Standing {
  readonly voices: readonly { readonly stance: Voice; readonly earlier: boolean }[];
  readonly open: number;
  readonly stays: number;
  readonly reached: boolean | null;
  readonly closed: boolean;
}

/** How a round stands: "2 consent, 1 stands aside, 1 objection is open". */
export function sayRound({ voices, open, stays, reached, closed }: Standing): string {
  const now = voices.filter(({ earlier }) => !earlier);
  const count = (stance: Voice) => now.filter((one) => one.stance === stance).length;
  const earlier = voices.length - now.length;
  const parts = [
    ...say(count("consent"), "consents", "consent"),
    ...say(count("aside"), "stands aside", "stand aside"),
    ...say(open, "objection is open", "objections are open"),
    ...say(stays, "objection stays", "objections stay"),
    ...(closed ? [] : say(earlier, "spoke of an earlier text", "spoke of an earlier text")),
  ];
  const said = parts.join(", ") || "nobody has spoken yet";
  if (!closed) return said;
  if (reached === null) return `left before its end: ${said}`;
  return `${reached ? "consent" : "no consent"}: ${said}`;
}

const say = (n: number, one: string, several: string): string[] =>
  n === 0 ? [] : [`${n} ${n === 1 ? one : several}`];
