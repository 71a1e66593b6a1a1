import type { LoopsContext } from "../context.ts";
import type { Due } from "../marks.ts";
import { roundsForMe } from "../pulse/store/due.ts";
import { dueOf, nextOf } from "../shown.ts";
import { todayOf } from "./check-in.ts";
import { shownExperiments } from "./experiment-page.ts";
import type { ExperimentSeen } from "./experiments.ts";
import { running } from "./experiments.ts";
import type { LoopSeen } from "./loops.ts";

/** All that is due for the person who asks, the oldest first, and what comes next. */
export async function dueForMe(context: LoopsContext): Promise<{ due: Due[]; coming: Due[] }> {
  const now = context.clock.now();
  const loops = await context.loops.all();
  const experiments = await context.experiments.all();
  const told = await Promise.all(context.areas.map(async ({ plugs }) => (await plugs?.due?.(context)) ?? []));
  return {
    due: byDay([
      ...checkIns(loops, (seen) => dueOf(seen, now), "Look at it"),
      ...(await comeBack(context, experiments)),
      ...told.flat(),
      ...(await roundsForMe(context)),
    ]),
    coming: byDay([
      ...checkIns(loops, (seen) => (dueOf(seen, now) === null ? nextOf(seen, now) : null), "Comes next"),
      ...experiments.filter((one) => running(one) && one.row.lookAgain > todayOf(one, now)).map(willComeBack),
    ]),
  };
}

const byDay = (due: readonly Due[]): Due[] =>
  due.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

type When = { day: string; at: number } | null;

/** One for each unit, whatever its questions are: they are looked at together. */
function checkIns(loops: readonly LoopSeen[], when: (seen: LoopSeen) => When, action: string): Due[] {
  const waiting = loops.flatMap((seen) => {
    const turn = when(seen);
    return turn === null ? [] : [{ seen, turn }];
  });
  return [...Map.groupBy(waiting, ({ seen, turn }) => `${seen.row.unit ?? ""} ${turn.day}`).values()].flatMap(
    (some) => {
      const [first] = some;
      if (first === undefined) return [];
      const { unit } = first.seen;
      const at = Math.min(...some.map(({ turn }) => turn.at));
      return {
        ...{ kind: "check-in", action, of: unit?.name ?? null, day: first.turn.day },
        unit: unit?.slug ?? null,
        title: some.length === 1 ? first.seen.row.question : `${some.length} questions`,
        at: new Date(at).toISOString(),
        href: unit === null ? "/check-in" : `/units/${unit.slug}/check-in`,
      };
    },
  );
}

async function comeBack(context: LoopsContext, experiments: readonly ExperimentSeen[]): Promise<Due[]> {
  const shown = await shownExperiments(context, experiments.filter(running));
  return shown
    .filter(({ state }) => state === "back")
    .map(({ id, kind, title, unit, lookAgain, measure }) => ({
      ...{ kind, title, of: unit?.name ?? null, day: lookAgain, at: null, href: `/experiments/${id}` },
      unit: unit?.slug ?? null,
      action: measure === null ? "Say what came of it" : "See what the measure shows",
    }));
}

const willComeBack = ({ row, unit }: ExperimentSeen): Due => ({
  ...{ kind: "experiment", title: row.title, of: unit?.name ?? null, day: row.lookAgain, at: null },
  unit: unit?.slug ?? null,
  ...{ action: "Comes back", href: `/experiments/${row.id}` },
});
