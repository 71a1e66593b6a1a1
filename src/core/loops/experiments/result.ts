import { Temporal } from "temporal-polyfill";
import type { Every, MeasureAnswer } from "../../measures/contract.ts";
import { sayEffect, sayOdds, sayTooLittle } from "../../measures/effect-words.ts";
import { type Effect, ENOUGH_AFTER, effectOf } from "../../stats/effect.ts";
import { type ScaleName, scales } from "../../stats/scale.ts";
import { limitsOf, type Rule, signalsOf } from "../../stats/xmr.ts";
import type { Direction } from "../contract.ts";
import type { Shows } from "./contract.ts";

/** As many periods before and since are compared at most: longer ago or later, other things changed. */
const MOST: Record<Every, number> = { day: 60, week: 26, month: 12 };

/** Below this many periods before, the limits say more about luck than about the team. */
const ENOUGH_FOR_LIMITS = 12;

/** The days that are looked at for a change on that day, at most until today. */
export function daysAround(begins: string, every: Every, today: string): { from: string; to: string } {
  const day = Temporal.PlainDate.from(begins);
  const away = { [`${every}s`]: MOST[every] + 1 };
  const end = day.add(away);
  const last = Temporal.PlainDate.from(today);
  return {
    from: day.subtract(away).toString(),
    to: (Temporal.PlainDate.compare(end, last) < 0 ? end : last).toString(),
  };
}

/** When there will be enough to say: eight periods after it began, two more than are needed. */
export function whenEnough(begins: string, every: Every): string {
  const periods = every === "day" ? 14 : 8;
  return Temporal.PlainDate.from(begins)
    .add({ [`${every}s`]: periods })
    .toString();
}

/** When there will be more to say, from today on. */
export function whenMore(today: string, every: Every): string {
  return Temporal.PlainDate.from(today)
    .add({ [`${every}s`]: every === "day" ? 7 : 4 })
    .toString();
}

type Answered = Pick<MeasureAnswer, "points" | "partial" | "every" | "definition" | "redrawn">;

/** The known values of complete periods on both sides of a day. The period in which it lies is on neither side. */
export function aroundDay({ points, partial, every, redrawn }: Answered, begins: string) {
  const open = new Set(partial);
  const known = points.flatMap(({ start, value }) =>
    value === null || open.has(start) ? [] : [{ start, value }],
  );
  // What the team says was another process is no part of what was usual before.
  const since = redrawn.findLast(({ day }) => day < begins)?.day ?? "";
  const ends = (start: string) =>
    Temporal.PlainDate.from(start)
      .add({ [`${every}s`]: 1 })
      .toString();
  return {
    before: known.filter(({ start }) => start >= since && ends(start) <= begins).slice(-MOST[every]),
    after: known.filter(({ start }) => start >= begins).slice(0, MOST[every]),
  };
}

/** What a measure shows of a change on a day. */
export function showsOf(answer: Answered, { begins, scale }: { begins: string; scale: ScaleName }): Shows {
  const around = aroundDay(answer, begins);
  const [before, after] = [around.before, around.after].map((some) => some.map(({ value }) => value)) as [
    number[],
    number[],
  ];
  const { every, definition } = answer;
  const known = { before: before.length, after: after.length };
  const effect = effectOf({ before, after, scale });
  const rule = ruleOf({ before, after, scale, every });
  return {
    known: { before: known.before, since: known.after },
    effect: effect && {
      ...{ was: effect.before, is: effect.after, scale, estimate: effect.estimate, sure: effect.sure },
    },
    came: effect && cameOf(effect),
    rule,
    says: [
      ...(effect ? [sayEffect(effect, { unit: definition.unit, every })] : []),
      ...said(rule),
      ...said(effect && sayOdds(effect)),
      ...said(sayTooLittle(known, every)),
    ],
  };
}

const said = (words: string | null): string[] => (words === null ? [] : [words]);

/** The way that it went, where the whole interval lies on that side; else nothing is to be seen. */
function cameOf({ scale, estimate, sure }: Effect): Direction {
  const nothing = scale === "log" ? 1 : 0;
  const [lower, upper] = sure === null ? [estimate, estimate] : [sure.lower, sure.upper];
  if (upper < nothing) return "lower";
  return lower > nothing ? "higher" : "same";
}

interface Sides {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly scale: ScaleName;
  readonly every: Every;
}

/** What the rules of the chart say of the periods since, by the limits from before; `null` where these are not known. */
function ruleOf({ before, after, scale, every }: Sides): string | null {
  if (before.length < ENOUGH_FOR_LIMITS || after.length === 0) return null;
  const { to } = scales[scale];
  const limits = limitsOf(before.map(to));
  const signals = signalsOf(after.map(to), limits);
  const strongest = (["run-of-8", "outside", "three-of-four"] as const).find((rule) =>
    signals.some((signal) => signal.rule === rule),
  );
  return strongest === undefined
    ? `By the limits from before, these are normal ups and downs.`
    : `By the limits from before, this is unusual: ${saidOf[strongest](every)}.`;
}

const saidOf: Record<Rule, (every: Every) => string> = {
  "run-of-8": (every) => `8 ${every}s in a row lie on one side of the middle`,
  outside: (every) => `a ${every} lies outside of them`,
  "three-of-four": (every) => `3 of 4 ${every}s lie nearer to a limit than to the middle`,
};

/** Whether it is time to look at it: its day has come, and there is enough to say, or it has been waited long enough for that. */
export function cameBack(
  { lookAgain, measured, since }: { lookAgain: string; measured: boolean; since: number },
  today: string,
): boolean {
  if (today < lookAgain) return false;
  return (
    !measured || since >= ENOUGH_AFTER || today >= Temporal.PlainDate.from(lookAgain).add(PATIENCE).toString()
  );
}

/** A measure with gaps may never have enough: then it comes back all the same, and says so. */
const PATIENCE = { weeks: 4 };
