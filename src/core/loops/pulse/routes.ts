import { fail, failField } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import { dayAt } from "../../measures/periods.ts";
import { cadenceProblem } from "../cadence.ts";
import type { LoopsContext } from "../context.ts";
import { plusDays } from "../iso-day.ts";
import { keptAnswers } from "./answering.ts";
import {
  answerRound,
  beginPulse,
  changePulse,
  closeRound,
  loopPulse,
  openRound,
  round,
  takeWordsBack,
  unitPulses,
} from "./contract.ts";
import { readyPulses } from "./ready.ts";
import { askedIn, shownPage, shownPulse, shownRound } from "./shown.ts";
import { addPulse, changePulse as change } from "./store/beginning.ts";
import { closeByHand, openByHand, type RoundPlace, roundAt } from "./store/by-hand.ts";
import { type PulseSeen, pulseAt, pulseOfLoop, pulsesOfUnit } from "./store/pulses.ts";
import { closeIfAll, putAnswers, takeBack } from "./store/rounds.ts";

/** Whose it is decides, which the database knows: others do not see that it is there. */
const everyone = () => true;

/** Those who belong to the unit. */
const members = async ({ as, actor }: LoopsContext, { slug }: { slug: string }): Promise<boolean> =>
  (await as((tx) => pulsesOfUnit(tx, actor.person, slug))).own;

export const pulseRoutes: readonly Route<LoopsContext>[] = [
  answer(unitPulses, {
    allow: members,
    handle: async ({ as, actor }: LoopsContext, { slug }) => {
      const { pulses } = await as((tx) => pulsesOfUnit(tx, actor.person, slug));
      return { pulses: pulses.map(shown), ready: [...readyPulses] };
    },
  }),
  answer(loopPulse, {
    allow: everyone,
    handle: async ({ as, actor }: LoopsContext, { id }) => {
      const found = await as((tx) => pulseOfLoop(tx, actor.person, id));
      return { pulse: found && shown(found) };
    },
  }),
  answer(beginPulse, {
    allow: members,
    handle: async ({ as, actor, areas, clock }: LoopsContext, wanted) => {
      if (!areas.some(({ id }) => id === wanted.area))
        failField(
          "/area",
          `There is no area “${wanted.area}”. There is: ${areas.map(({ id }) => id).join(", ")}.`,
        );
      const problem = cadenceProblem(wanted.rule);
      if (problem !== null) failField("/rule", problem);
      return shown(await as((tx) => addPulse(tx, actor.person, { ...wanted, now: clock.now() })));
    },
  }),
  answer(changePulse, {
    allow: everyone,
    handle: async ({ as, actor, clock }: LoopsContext, wanted) =>
      shown(await as((tx) => change(tx, actor.person, { ...wanted, now: clock.now() }))),
  }),
  answer(openRound, {
    allow: everyone,
    handle: async (context: LoopsContext, { id, until }) => {
      const { as, actor, clock } = context;
      const seen = await as((tx) => pulseAt(tx, actor.person, id));
      const last = lastDay(seen, until, clock.now());
      const opened = await as((tx) =>
        openByHand(tx, actor.person, { pulse: seen, until: last, now: clock.now() }),
      );
      context.changed(seen.unit.id);
      return shownRound(opened.pulse, opened.round, dayIn(opened.pulse));
    },
  }),
  answer(round, {
    allow: everyone,
    handle: async (context: LoopsContext, { id }) => page(await placeOf(context, id)),
  }),
  answer(answerRound, {
    allow: everyone,
    handle: async (context: LoopsContext, { id, answers }) => {
      const { as, actor, clock } = context;
      const place = await placeOf(context, id);
      mustTake(place, clock.now());
      const kept = keptAnswers(answers, askedIn(place.pulse, place.round));
      const all = await as(async (tx) => {
        await putAnswers(tx, actor.person, { round: id, answers: kept });
        return closeIfAll(tx, id, clock.now());
      });
      // That somebody answered is told to nobody; that it closed is.
      if (all) context.changed(place.pulse.unit.id);
      return page(await placeOf(context, id));
    },
  }),
  answer(closeRound, {
    allow: everyone,
    handle: async (context: LoopsContext, { id }) => {
      const { as, actor, clock } = context;
      const { pulse } = await placeOf(context, id);
      await as((tx) => closeByHand(tx, actor.person, { pulse, round: id, now: clock.now() }));
      context.changed(pulse.unit.id);
      return page(await placeOf(context, id));
    },
  }),
  answer(takeWordsBack, {
    allow: everyone,
    handle: async ({ as }: LoopsContext, { id, question }) => {
      if (!(await as((tx) => takeBack(tx, id, question))))
        fail("not_found", "There are no words of yours that others read.");
      return {};
    },
  }),
];

const placeOf = ({ as, actor }: LoopsContext, id: string): Promise<RoundPlace> =>
  as((tx) => roundAt(tx, actor.person, id));

const dayIn =
  ({ loop: { timeZone } }: PulseSeen) =>
  (moment: Date): string =>
    dayAt(moment.getTime(), timeZone).toString();

const shown = (seen: PulseSeen) => shownPulse(seen, dayIn(seen));
const page = ({ pulse, round: one }: RoundPlace) => shownPage(pulse, one, dayIn(pulse));

/** As long as anybody remembers what was asked. */
const LONGEST = 31;
const USUAL = 7;

function lastDay(seen: PulseSeen, until: string | undefined, now: number): string {
  const today = dayAt(now, seen.loop.timeZone).toString();
  const last = until ?? plusDays(today, USUAL);
  if (last < today || last > plusDays(today, LONGEST))
    failField("/until", `Name a day from today (${today}) on, at most ${LONGEST} days later.`);
  return last;
}

function mustTake({ pulse, round: { row, asksMe } }: RoundPlace, now: number): void {
  if (!asksMe)
    fail(
      "not_allowed",
      "This round asks those who belonged to the team when it opened. The next one asks you too.",
    );
  if (row.closedAt !== null || row.until < dayAt(now, pulse.loop.timeZone).toString())
    fail("conflict", "This round is closed. What you answered before is counted.");
}
