import { daysBetween } from "../../core/ages.ts";
import type { Rightness } from "../../core/loops/contract.ts";
import { calibration } from "../../core/stats/calibration.ts";
import { brier, type Forecast } from "../../core/stats/forecasts.ts";
import { wilson } from "../../core/stats/proportion.ts";
import type { AnswerOf } from "../../platform/http/contract.ts";
import type { learnt } from "./coming-back/contract.ts";
import { dayCount, usualOf } from "./stand.ts";
import type { Came, Level, Next, Status, TurnedOut } from "./values.ts";

export type Learnt = AnswerOf<typeof learnt>;

/** A decision with what is known of it; days where it was taken. */
export interface Known {
  readonly id: string;
  readonly title: string;
  readonly status: Status | null;
  readonly proposedOn: string | null;
  readonly decidedOn: string | null;
  /** When it should have been looked at first, and what was said then and later; the oldest first. */
  readonly reviewBy: string | null;
  readonly outcomes: readonly {
    readonly on: string;
    readonly turnedOut: TurnedOut;
    readonly next: Next;
    readonly due: string | null;
  }[];
  readonly level: Level | null;
  /** How well it was decided, from 0 to 100. */
  readonly how: number | null;
  readonly expects: readonly {
    readonly sure: number | null;
    readonly mine: number | null;
    readonly came: Came | null;
  }[];
}

/** A review that comes within so many days of its day is on time: it waits for the next meeting. */
const A_WEEK_AND_A_DAY = 8;

/** From here on a decision was taken well. */
const WELL_DECIDED = 50;

/** What a team's, or a person's own, decisions teach: counted only from what is known. */
export function learntOf(
  decisions: readonly Known[],
  { whose, today }: { whose: "team" | "you"; today: string },
): Learnt {
  const expects = decisions.flatMap((one) => one.expects);
  const team = forecastsOf(expects.map(({ sure, came }) => ({ sure, came })));
  const mine = forecastsOf(expects.map(({ mine: sure, came }) => ({ sure, came })));
  const days = decided(decisions);
  const usual = usualOf(days.flatMap((one) => (one.days === null ? [] : [one.days])));
  const reviewed = reviewedOf(decisions, today);
  const reversals = reversalsOf(decisions);
  return {
    rightness: rightnessOf(expects, team, whose === "you" ? "you" : "we"),
    mine: rightnessOf(
      expects.filter((one) => one.mine !== null).map((one) => ({ ...one, sure: one.mine })),
      mine,
      "you",
    ),
    calibration: [...(calibration(team)?.points ?? [])],
    ...{ days: usual, decided: days, reviewed, reversals },
    levels: levelsOf(decisions),
    table: tableOf(decisions),
    says: saysOf({ usual, reviewed, reversals, whose }),
  };
}

interface Resolved {
  readonly sure: number | null;
  readonly came: Came | null;
}

/** What can be scored: told by yes or no, and with a probability. */
const forecastsOf = (expects: readonly Resolved[]): Forecast[] =>
  expects.flatMap(({ sure, came }) =>
    sure === null || came === null || came === "void"
      ? []
      : [{ probability: sure / 100, cameTrue: came === "yes" }],
  );

/** How often what was expected came. What could not be told is no trial. */
function rightnessOf(
  expects: readonly Resolved[],
  forecasts: readonly Forecast[],
  who: "we" | "you",
): Rightness {
  const told = expects.filter(({ came }) => came === "yes" || came === "no");
  const right = told.filter(({ came }) => came === "yes").length;
  const score = brier(forecasts);
  const sure = saysHowSure(forecasts, { told: told.length, who });
  return {
    ...{ right, of: told.length, interval: wilson(right, told.length) },
    brier: score === null ? null : { score, of: forecasts.length },
    says:
      told.length === 0
        ? `Nothing that ${who} expected has come due yet.`
        : `${right} of ${told.length} came as ${who} expected${sure}.`,
  };
}

/** Of those alone that say so: beside all that were told it would be held against the wrong share. */
function saysHowSure(forecasts: readonly Forecast[], { told, who }: { told: number; who: string }): string {
  const n = forecasts.length;
  if (n === 0) return "";
  const said = Math.round((100 * sum(forecasts.map((one) => one.probability))) / n);
  if (n === told) return `; ${who} had been ${said} % sure in the mean`;
  const came = forecasts.filter(({ cameTrue }) => cameTrue).length;
  return `; of the ${n} for which ${who} said how sure, ${came} came, and ${who} had been ${said} % sure in the mean`;
}

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

const settled = new Set<Status | null>(["accepted", "rejected", "deprecated", "superseded"]);

/** Those that were decided, the oldest first; `days` from the first proposal on, where both are known. */
function decided(decisions: readonly Known[]): Learnt["decided"] {
  return decisions
    .flatMap(({ id, title, status, proposedOn, decidedOn }) =>
      settled.has(status) && decidedOn !== null
        ? [
            {
              id,
              title,
              on: decidedOn,
              days: proposedOn === null || proposedOn > decidedOn ? null : daysBetween(proposedOn, decidedOn),
            },
          ]
        : [],
    )
    .sort((one, other) => one.on.localeCompare(other.on));
}

/** Of those whose day has come, how many were looked at in time. */
function reviewedOf(decisions: readonly Known[], today: string): Learnt["reviewed"] {
  const due = decisions.flatMap(({ outcomes, reviewBy, status }) => [
    ...outcomes.flatMap(({ due: day, on }) =>
      day === null || day > on ? [] : [daysBetween(day, on) <= A_WEEK_AND_A_DAY],
    ),
    // It waits still, and longer than till the next meeting.
    ...(status === "accepted" && reviewBy !== null && daysBetween(reviewBy, today) > A_WEEK_AND_A_DAY
      ? [false]
      : []),
  ]);
  const onTime = due.filter(Boolean).length;
  return { onTime, of: due.length, interval: wilson(onTime, due.length) };
}

/** Of all that were agreed on, how many were taken back, and after how many days in the median. */
function reversalsOf(decisions: readonly Known[]): Learnt["reversals"] {
  const agreed = decisions.filter(({ status, decidedOn }) => decidedOn !== null && status !== "rejected");
  const days = agreed
    .flatMap(({ decidedOn, outcomes }) => {
      const back = outcomes.find(({ next }) => next === "reversed");
      return back === undefined || decidedOn === null ? [] : [daysBetween(decidedOn, back.on)];
    })
    .sort((one, other) => one - other);
  const [low = null, high = null] = [
    days[Math.floor((days.length - 1) / 2)],
    days[Math.ceil((days.length - 1) / 2)],
  ];
  return { n: days.length, of: agreed.length, days: low === null || high === null ? null : (low + high) / 2 };
}

function levelsOf(decisions: readonly Known[]): Learnt["levels"] {
  const taken = decisions.filter(({ status }) => settled.has(status));
  const count = (level: Level | null) => taken.filter((one) => one.level === level).length;
  return {
    alone: count("alone"),
    advice: count("advice"),
    together: count("together"),
    unknown: count(null),
  };
}

/** Decided well or poorly against turned out well or badly: luck stands apart from care. Mixed and unclear ones are in neither. */
function tableOf(decisions: readonly Known[]): Learnt["table"] {
  const table = { goodWell: 0, goodBadly: 0, poorWell: 0, poorBadly: 0 };
  for (const { how, outcomes } of decisions) {
    const turned = outcomes.findLast(
      ({ turnedOut }) => turnedOut === "well" || turnedOut === "badly",
    )?.turnedOut;
    if (how === null || turned === undefined) continue;
    const cell = `${how >= WELL_DECIDED ? "good" : "poor"}${turned === "well" ? "Well" : "Badly"}` as const;
    table[cell]++;
  }
  return table;
}

interface Said {
  readonly usual: Learnt["days"];
  readonly reviewed: Learnt["reviewed"];
  readonly reversals: Learnt["reversals"];
  readonly whose: "team" | "you";
}

function saysOf({ usual, reviewed, reversals, whose }: Said): string[] {
  const [subject] = whose === "team" ? ["We"] : ["You"];
  return [
    usual === null
      ? "Fewer than five decisions have a proposal and an end: too few to say how long one takes."
      : `Half of ${usual.n} decisions took at most ${dayCount(usual.median)} from the proposal on, and 85 of 100 at most ${dayCount(usual.p85)}.`,
    ...(reviewed.of === 0
      ? []
      : [
          `${subject} looked at ${reviewed.onTime} of ${reviewed.of} again when their day had come, or within ${A_WEEK_AND_A_DAY} days.`,
        ]),
    ...(reversals.n === 0
      ? []
      : [
          `${reversals.n} of ${reversals.of} ${reversals.n === 1 ? "was" : "were"} taken back${
            reversals.days === null ? "" : `, after ${dayCount(reversals.days)} in the median`
          }: whoever notices early pays less.`,
        ]),
  ];
}
