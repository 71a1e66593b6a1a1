import type { AreaContext, MarksAsked } from "../../../core/area.ts";
import type { Mark } from "../../../core/loops/marks.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import { addImpediment, beginFromImpediment, endImpediment, impediments } from "./contract.ts";
import { impedimentMarks, shownImpediment } from "./shown.ts";
import * as store from "./store/impediments.ts";

/** Whose way it is in decides, which the database knows: others do not see that there is anything. */
const everyone = () => true;

/** As many of those that are gone as one looks back at. */
const LATELY = 20;

export const impedimentRoutes: readonly Route<AreaContext>[] = [
  answer(impediments, {
    allow: everyone,
    handle: async (context: AreaContext, { slug }) => {
      const { seen, own } = await context.as((tx) => store.impedimentsOf(tx, slug));
      const shown = seen.map((one) => shownImpediment(one, context.clock.now()));
      return {
        there: shown.filter(({ gone }) => gone === null),
        gone: shown
          .filter(({ gone }) => gone !== null)
          .toSorted((one, other) => ((one.gone?.day ?? "") < (other.gone?.day ?? "") ? 1 : -1))
          .slice(0, LATELY),
        can: { add: own },
      };
    },
  }),
  answer(addImpediment, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      const now = context.clock.now();
      const added = await context.as((tx) =>
        store.addImpediment(tx, context.actor.person, { ...wanted, now: new Date(now) }),
      );
      return shownImpediment(added, now);
    },
  }),
  answer(endImpediment, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      const now = context.clock.now();
      const ended = await context.as((tx) => store.endImpediment(tx, { ...wanted, now: new Date(now) }));
      return shownImpediment(ended, now);
    },
  }),
  answer(beginFromImpediment, {
    allow: everyone,
    handle: async (context: AreaContext, wanted) => {
      const now = context.clock.now();
      const seen = await context.as((tx) => store.addBegun(tx, { ...wanted, now: new Date(now) }));
      return shownImpediment(seen, now);
    },
  }),
];

/** What was in the way of units that the person who asks belongs to. */
export const marksOfImpediments = async (context: AreaContext, within: MarksAsked): Promise<Mark[]> =>
  impedimentMarks(await context.as((tx) => store.impedimentsIn(tx, within.units)), within);
