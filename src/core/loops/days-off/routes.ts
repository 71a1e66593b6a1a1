import { answer, type Route } from "../../../platform/http/answer.ts";
import { dayAt } from "../../measures/periods.ts";
import { may } from "../../org/policy.ts";
import { briefOf } from "../../org/tree.ts";
import type { LoopsContext } from "../context.ts";
import { addDaysOff, daysOff, removeDayOff } from "./contract.ts";
import { readDaysOff } from "./read.ts";

/** Days off are no secret inside; those who may change a unit's name may change them. */
export const daysOffRoutes: readonly Route<LoopsContext>[] = [
  answer(daysOff, {
    allow: () => true,
    handle: async (context: LoopsContext, { slug }) => {
      const { days, standing, timeZone } = await context.daysOff.of(slug);
      const today = dayAt(context.clock.now(), timeZone).toString();
      return {
        days: days
          .filter(({ to }) => to >= today)
          .map(({ id, from, to, name, unit }) => ({ id, from, to, name, unit: briefOf(unit) })),
        can: { change: may.settings(context.actor, standing) },
      };
    },
  }),
  answer(addDaysOff, {
    allow: async (context: LoopsContext, { slug }) =>
      may.settings(context.actor, (await context.daysOff.of(slug)).standing),
    handle: async (context: LoopsContext, { slug, text, apply }) => {
      const { timeZone } = await context.daysOff.of(slug);
      const read = readDaysOff(text, dayAt(context.clock.now(), timeZone).toString());
      if (apply) await context.daysOff.add(slug, read.days);
      return { days: [...read.days], problems: [...read.problems] };
    },
  }),
  answer(removeDayOff, {
    // Whose it is decides, which the database knows.
    allow: () => true,
    handle: async (context: LoopsContext, { id }) => {
      await context.daysOff.remove(id);
      return {};
    },
  }),
];
