import { daysBetween, sayFor } from "../../core/ages.ts";
import { periodName } from "../../core/measures/period-name.ts";
import type { Helped, StepKind } from "./contract.ts";
import { daysOpen, daysToAnswer, type Said, type Stand } from "./stand.ts";

export const sayDay = (day: string): string => periodName(day, "day");

/** "the same day", "in 6 days": exact, however many they are. */
export const sayIn = (days: number): string => (days === 0 ? "the same day" : `in ${exactly(days)}`);

const helpedWords: Record<Helped, string> = {
  yes: "it helped",
  partly: "it helped in part",
  no: "it did not help",
};

const yesWords = (byWhen: string | null): string => (byWhen === null ? "yes" : `yes, by ${sayDay(byWhen)}`);

interface Worded extends Said {
  readonly words: string;
  /** Where it was carried, if that is a unit here. */
  readonly unit: { readonly name: string } | null;
}

interface Standing {
  readonly stand: Stand<Worded>;
  /** Days. */
  readonly asked: string;
  readonly today: string;
  readonly last: Worded | undefined;
}

/** How an ask stands, in a line: "answered in 6 days: yes, by 4 Nov 2026". `last` is the last step that is more than words. */
export function sayStand({ stand, asked, today, last }: Standing): string {
  const days = daysToAnswer(asked, stand);
  const answered = days === null ? null : `answered ${sayIn(days)}`;
  const open = sayFor(daysOpen(asked, stand, today));
  switch (stand.state) {
    case "open":
      return `waits for an answer ${open}`;
    case "acknowledged":
      return `seen, waits for an answer ${open}`;
    case "carried":
      return [answered, carriedWords(last), answered === null && open].filter(Boolean).join(", ");
    case "yes":
      return `${answered}: ${yesWords(stand.promised)}`;
    case "no":
      return `${answered}: no`;
    case "came-back":
      return cameBackWords(asked, stand.cameBack);
    case "done":
      return `done, ${answered}`;
    case "helped":
      return `${helpedWords[stand.helped ?? "partly"]}, ${answered}`;
    case "withdrawn":
      return "taken back";
  }
}

const firstLine = (words: string): string => words.split("\n")[0] ?? "";

const cameBackWords = (asked: string, step: Worded | null): string =>
  `came back ${sayIn(daysBetween(asked, step?.day ?? asked))}: ${firstLine(step?.words ?? "")}`;

const carriedWords = (step: Worded | undefined): string =>
  step?.unit ? `carried to ${step.unit.name}` : `carried on: ${firstLine(step?.words ?? "")}`;

/** What a step says after the name of who took it: "said yes, by 4 Nov 2026". */
export function sayStep({ kind, byWhen, helped, unit }: Worded): string {
  const said: Record<StepKind, string> = {
    acknowledged: "has seen it",
    yes: `said ${yesWords(byWhen)}`,
    no: "said no",
    carried: unit ? `carried it to ${unit.name}` : "carried it on",
    "came-back": "told what came back",
    done: "said that it is done",
    helped: `said that ${helpedWords[helped ?? "partly"]}`,
    withdrawn: "took it back",
    words: "wrote",
  };
  return said[kind];
}

/** Below so many, a count or a median says more about luck. */
const ENOUGH = 5;

export interface Fared {
  /** Days to the first answer; null while there is none. */
  readonly days: number | null;
  readonly withdrawn: boolean;
}

/**
 * How asks fared, in a line: "8 asks, 7 answered, half of them within 6 days". Null below 5 asks; the half is of those that were
 * answered, and is told of 5 and more. One that was taken back before an answer counts as an ask, and is told.
 */
export function sayAsks(asks: readonly Fared[]): string | null {
  if (asks.length < ENOUGH) return null;
  const answered = asks.flatMap(({ days }) => days ?? []);
  const half = halfWithin(answered);
  const within = half === 0 ? "the same day" : `within ${exactly(half ?? 0)}`;
  const takenBack = asks.filter(({ days, withdrawn }) => withdrawn && days === null).length;
  return [
    `${asks.length} asks, ${answered.length} answered`,
    half === null ? "" : `, half of them ${within}`,
    takenBack === 0 ? "" : `; ${takenBack} taken back before`,
  ].join("");
}

const exactly = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;

/** The smallest number of days within which at least half were. */
function halfWithin(days: readonly number[]): number | null {
  if (days.length < ENOUGH) return null;
  return days.toSorted((a, b) => a - b)[Math.ceil(days.length / 2) - 1] ?? null;
}
