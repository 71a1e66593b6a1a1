import { failField } from "../../platform/errors.ts";
import { answer, type Route } from "../../platform/http/answer.ts";
import { briefOf } from "../org/tree.ts";
import { cadenceProblem } from "./cadence.ts";
import { checkInRoutes } from "./check-in/routes.ts";
import type { LoopsContext } from "./context.ts";
import { addLoop, changeLoop, loop, loops, starters } from "./contract.ts";
import { daysOffRoutes } from "./days-off/routes.ts";
import { experimentRoutes } from "./experiments/routes.ts";
import { mineRoutes } from "./mine/routes.ts";
import { offerRoutes } from "./pulse/offers/routes.ts";
import { pulseRoutes } from "./pulse/routes.ts";
import { shownLoop, shownReading } from "./shown.ts";
import { loopPage } from "./store/loop-page.ts";

/** What is not for the person who asks, the database leaves out; and what they may not change, it does not let them. */
const everyone = () => true;

const own: readonly Route<LoopsContext>[] = [
  answer(starters, {
    allow: everyone,
    handle: ({ areas }: LoopsContext) => ({
      areas: areas.map(({ id, title, question, starters: some }) => ({
        ...{ area: id, title, question },
        starters: some.map((one) => ({ ...one, measures: [...one.measures], own: one.own ?? false })),
      })),
    }),
  }),
  answer(loops, {
    allow: everyone,
    handle: async (context: LoopsContext, asked) => {
      const { loops: seen, shown, own: mine, audiences } = await context.loops.list(asked);
      const at = { now: context.clock.now(), measures: context.measures };
      return {
        loops: seen.map((one) => shownLoop(one, at)),
        shown: shown.map(shownReading),
        can: { add: mine },
        audiences: audiences.map(briefOf),
      };
    },
  }),
  answer(addLoop, {
    allow: async (context: LoopsContext, { unit }) => (await context.loops.whose(unit)).own,
    handle: async (context: LoopsContext, wanted) => {
      mustBe(context, wanted);
      const now = context.clock.now();
      return shownLoop(await context.loops.add({ ...wanted, now }), { now, measures: context.measures });
    },
  }),
  answer(changeLoop, {
    allow: everyone,
    handle: async (context: LoopsContext, { id, audience, ended, ...set }) => {
      mustBe(context, set);
      const now = context.clock.now();
      const changed = await context.loops.change({
        id,
        set: given(set),
        audience,
        ended,
        now: new Date(now),
      });
      return shownLoop(changed, { now, measures: context.measures });
    },
  }),
  answer(loop, {
    allow: everyone,
    handle: (context: LoopsContext, asked) => loopPage(context, asked),
  }),
];

export const loopsRoutes: readonly Route<LoopsContext>[] = [
  ...own,
  ...checkInRoutes,
  ...experimentRoutes,
  ...mineRoutes,
  ...daysOffRoutes,
  ...pulseRoutes,
  ...offerRoutes,
];

interface Wanted {
  readonly area?: string;
  readonly rule?: string | undefined;
  readonly measures?: readonly string[] | undefined;
}

function mustBe({ areas, measures }: LoopsContext, { area, rule, measures: ids = [] }: Wanted): void {
  if (area !== undefined && !areas.some(({ id }) => id === area))
    failField("/area", `There is no area “${area}”. There is: ${areas.map(({ id }) => id).join(", ")}.`);
  for (const [place, id] of ids.entries())
    if (!measures.some((one) => one.id === id))
      failField(`/measures/${place}`, `There is no measure “${id}”. See septet measures.`);
  const problem = rule === undefined ? null : cadenceProblem(rule);
  if (problem !== null) failField("/rule", problem);
}

/** Only what was given. */
const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
