import { answer, type Route } from "../../../platform/http/answer.ts";
import { calibration } from "../../stats/calibration.ts";
import type { LoopsContext } from "../context.ts";
import { type Resolved, rightnessOf, turns } from "../rightness.ts";
import { dueForMe } from "../store/mine.ts";
import { due, rightness } from "./contract.ts";

export const mineRoutes: readonly Route<LoopsContext>[] = [
  answer(due, { allow: () => true, handle: dueForMe }),
  answer(rightness, {
    allow: async (context: LoopsContext, { unit }) => (await context.loops.whose(unit)).own,
    handle: async (context: LoopsContext, { unit }) => {
      const who = unit === undefined ? "you" : "team";
      const guesses = await context.loops.resolvedOf(unit);
      const expected = await expectedOf(context, unit);
      const sure = [...guesses, ...expected].flatMap(({ direction, came, sure: percent }) =>
        percent === null || came === null
          ? []
          : [{ probability: percent / 100, cameTrue: came === direction }],
      );
      return {
        guesses: rightnessOf(guesses, who, turns),
        experiments: rightnessOf(expected, who, { one: "experiment", many: "experiments" }),
        calibration: shownCalibration(calibration(sure)),
      };
    },
  }),
];

const shownCalibration = (found: ReturnType<typeof calibration>) =>
  found && { all: found.all, points: [...found.points] };

/** What was expected of experiments, and what the measure showed when they ended. */
async function expectedOf(context: LoopsContext, unit: string | undefined): Promise<Resolved[]> {
  const { experiments } = await context.experiments.of(unit);
  return experiments.flatMap(({ row, conclusions }) => {
    const last = conclusions.at(-1)?.row;
    if (row.direction === null || last === undefined || last.ends === "go-on") return [];
    return [{ direction: row.direction, sure: row.sure, came: last.shows?.came ?? null }];
  });
}
