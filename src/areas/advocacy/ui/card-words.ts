import { sayFor } from "../../../core/ages.ts";
import { dayText } from "../../../web/parts/dates.ts";
import type { Ask } from "../contract.ts";

/** What an ask says at the top of a page: what there is, and what can be done about it. */
export interface AskCard {
  readonly ask: Ask;
  /** "Ask answered · by Lea, in 6 days" */
  readonly kicker: string;
  /** "Read what came back" */
  readonly action: string;
  /** It waits for the one who reads it, and not for others. */
  readonly mine: boolean;
}

const GONE = "somebody who is gone";

export const toWhom = ({ to }: Pick<Ask, "to">): string => to.person?.name ?? to.unit?.name ?? GONE;

/** Open ones, first those that wait for the reader. What has ended, or is now with the other side of those asked, has no card. */
export function cardsOf(asks: readonly Ask[]): AskCard[] {
  const cards = asks.flatMap((ask) => cardOf(ask) ?? []);
  return [...cards.filter(({ mine }) => mine), ...cards.filter(({ mine }) => !mine)];
}

function cardOf(ask: Ask): AskCard | null {
  const { sides, waitsFor } = ask;
  if (sides.includes("asked") && waitsFor.includes("asked")) return toAnswer(ask);
  if (!sides.includes("asking")) return null;
  if (waitsFor.includes("asking")) return toRead(ask);
  return waitsFor.includes("asked") ? toWaitFor(ask) : null;
}

function toAnswer(ask: Ask): AskCard {
  const { from, to, state, promised, open, mattersBy } = ask;
  if (state === "yes" && promised !== null)
    return {
      ...{ ask, mine: true, kicker: `Said yes to ${from.name} · by ${dayText(promised)}` },
      action: "Say that it is done",
    };
  const matters = mattersBy === null ? "" : `, matters by ${dayText(mattersBy)}`;
  return {
    ...{ ask, mine: true, kicker: `${from.name} asks ${to.unit?.name ?? "you"} · ${sayFor(open)}${matters}` },
    action: state === "carried" ? "Say what came back" : "Answer it",
  };
}

function toRead(ask: Ask): AskCard {
  const { state, answer } = ask;
  const by = answer?.by?.name ?? GONE;
  const kicker = `${state === "came-back" ? "Ask came back" : "Ask answered"} · by ${by}, ${inDays(answer?.days ?? 0)}`;
  return { ask, mine: true, kicker, action: "Read what came back" };
}

function toWaitFor(ask: Ask): AskCard {
  const { state, promised, open } = ask;
  const when = state === "yes" && promised !== null ? `promised by ${dayText(promised)}` : sayFor(open);
  return { ask, mine: false, kicker: `Asked ${toWhom(ask)} · ${when}`, action: "See how it stands" };
}

const inDays = (days: number): string =>
  days === 0 ? "the same day" : `in ${days} ${days === 1 ? "day" : "days"}`;
