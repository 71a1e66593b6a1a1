import type { MeasureAnswer } from "../../measures/contract.ts";
import { dayAt } from "../../measures/periods.ts";
import type { LoopsContext } from "../context.ts";
import type { Experiment, Shows } from "../experiments/contract.ts";
import { aroundDay, cameBack, daysAround, showsOf } from "../experiments/result.ts";
import { shownExperiment } from "../experiments/shown.ts";
import type { Mark } from "../marks.ts";
import { movesIn } from "./check-in.ts";
import { type ExperimentSeen, running } from "./experiments.ts";
import { happenings } from "./happenings.ts";
import { answersFor } from "./looking.ts";

/** What the measures of these experiments show around the day on which they began, in their order; `null` where there is none to see. */
export async function aroundOf(
  context: LoopsContext,
  experiments: readonly ExperimentSeen[],
): Promise<(MeasureAnswer | null)[]> {
  const now = context.clock.now();
  const answers = await answersFor(
    context,
    experiments.map(({ row, about, timeZone }) => ({
      slug: about?.slug ?? null,
      measures: row.measure === null ? [] : [row.measure],
      range: { every: row.every, ...daysAround(row.begins, row.every, dayAt(now, timeZone).toString()) },
    })),
  );
  return answers.map(([first]) => first ?? null);
}

/** Experiments as they go out, each with whether it has come back. Only those whose day has come are measured. */
export async function shownExperiments(
  context: LoopsContext,
  experiments: readonly ExperimentSeen[],
): Promise<Experiment[]> {
  const today = ({ timeZone }: ExperimentSeen) => dayAt(context.clock.now(), timeZone).toString();
  const due = experiments.filter((one) => running(one) && one.row.lookAgain <= today(one));
  const answers = await aroundOf(context, due);
  const back = new Set(
    due.flatMap((one, at) => (isBack(one, answers[at] ?? null, today(one)) ? [one.row.id] : [])),
  );
  return experiments.map((one) =>
    shownExperiment(one, { measures: context.measures, back: back.has(one.row.id) }),
  );
}

function isBack({ row }: ExperimentSeen, answer: MeasureAnswer | null, today: string): boolean {
  if (row.kind === "look-back") return true;
  const since = answer === null ? 0 : aroundDay(answer, row.begins).after.length;
  return cameBack({ lookAgain: row.lookAgain, measured: answer !== null, since }, today);
}

/** What the measure shows of an experiment by now. */
export function shownBy(
  context: LoopsContext,
  { row }: ExperimentSeen,
  answer: MeasureAnswer | null,
): Shows | null {
  if (answer === null) return null;
  const scale = context.measures.find(({ id }) => id === row.measure)?.scale ?? "linear";
  return showsOf(answer, { begins: row.begins, scale });
}

/** One experiment with its chart, what it shows, and what else happened in those weeks. */
export async function experimentPage(context: LoopsContext, seen: ExperimentSeen) {
  const [answer = null] = await aroundOf(context, [seen]);
  const [experiment] = await shownExperiments(context, [seen]);
  if (experiment === undefined) throw new Error("The experiment is gone.");
  return {
    experiment,
    answer,
    shows: shownBy(context, seen, answer),
    since: await sinceOf(context, seen, answer),
  };
}

async function sinceOf(
  context: LoopsContext,
  seen: ExperimentSeen,
  answer: MeasureAnswer | null,
): Promise<Mark[]> {
  const { row, about, timeZone } = seen;
  if (about === null) return [];
  const today = dayAt(context.clock.now(), timeZone).toString();
  const { from, to } = daysAround(row.begins, row.every, today);
  const told = await happenings(context, { units: [about.id], from, to });
  const others = told.filter(({ href }) => href !== `/experiments/${row.id}`);
  const moves =
    answer === null ? [] : movesIn([answer], row.area).filter(({ day }) => day >= from && day <= to);
  return [...others, ...moves].sort((a, b) => (a.day < b.day ? -1 : 1));
}
