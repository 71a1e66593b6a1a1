import { failField } from "../../../../platform/errors.ts";
import { answer, type Route } from "../../../../platform/http/answer.ts";
import { dayAt } from "../../../measures/periods.ts";
import { cadenceProblem } from "../../cadence.ts";
import type { LoopsContext } from "../../context.ts";
import { plusDays } from "../../iso-day.ts";
import { shownPulse } from "../shown.ts";
import * as store from "../store/offers.ts";
import { addOffer, adoptOffer, openGathering, openPulse, unitOffers } from "./contract.ts";
import { shownGathering, shownOffer } from "./shown.ts";

/** Whose it is decides, which the database knows: others do not see that it is there. */
const everyone = () => true;
/** Those who belong to the unit. */
const members = async ({ as, actor }: LoopsContext, { slug }: { slug: string }): Promise<boolean> =>
  (await as((tx) => store.offersOfUnit(tx, actor.person, slug))).own;

/** As long as teams need to find an hour for it. */
const LONGEST = 62;

export const offerRoutes: readonly Route<LoopsContext>[] = [
  answer(unitOffers, {
    allow: everyone,
    handle: async ({ as, actor }: LoopsContext, { slug }) => {
      const { unit, own, offers } = await as((tx) => store.offersOfUnit(tx, actor.person, slug));
      return {
        offers: offers.map((one) => shownOffer(one, { dayOf: dayIn(one.timeZone), mine: own, of: unit.id })),
        can: { offer: own && unit.kind !== "team" },
      };
    },
  }),
  answer(addOffer, {
    allow: members,
    handle: async ({ as, actor, clock }: LoopsContext, wanted) => {
      const seen = await as((tx) => store.addOffer(tx, actor.person, { ...wanted, now: clock.now() }));
      return shownOffer(seen, { dayOf: dayIn(seen.timeZone), mine: true, of: seen.unit.id });
    },
  }),
  answer(adoptOffer, {
    allow: members,
    handle: async ({ as, actor, areas, clock }: LoopsContext, wanted) => {
      if (!areas.some(({ id }) => id === wanted.area))
        failField("/area", `There is no area “${wanted.area}”.`);
      const problem = cadenceProblem(wanted.rule);
      if (problem !== null) failField("/rule", problem);
      const seen = await as((tx) => store.adoptOffer(tx, actor.person, { ...wanted, now: clock.now() }));
      return shownPulse(seen, dayIn(seen.loop.timeZone));
    },
  }),
  answer(openPulse, {
    allow: everyone,
    handle: async ({ as, actor, clock }: LoopsContext, { id, open }) => {
      await as((tx) => store.openToGroup(tx, actor.person, { id, open, now: clock.now() }));
      return { opened: open };
    },
  }),
  answer(openGathering, {
    allow: everyone,
    handle: async ({ as, actor, clock }: LoopsContext, { id, until }) => {
      const now = clock.now();
      const { timeZone } = await as((tx) => store.offerAt(tx, actor.person, id));
      const today = dayAt(now, timeZone).toString();
      if (until < today || until > plusDays(today, LONGEST))
        failField("/until", `Name a day from today (${today}) on, at most ${LONGEST} days later.`);
      const opened = await as((tx) => store.addGathering(tx, actor.person, { id, until, now }));
      return shownGathering(opened.offer, opened.gathering, dayIn(timeZone));
    },
  }),
];

const dayIn =
  (timeZone: string) =>
  (moment: Date): string =>
    dayAt(moment.getTime(), timeZone).toString();
