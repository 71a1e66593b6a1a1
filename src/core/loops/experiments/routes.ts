import { failField } from "../../../platform/errors.ts";
import { answer, type Route } from "../../../platform/http/answer.ts";
import { dayAt } from "../../measures/periods.ts";
import type { LoopsContext } from "../context.ts";
import { mustBeOpen } from "../store/check-in.ts";
import { aroundOf, experimentPage, shownBy, shownExperiments } from "../store/experiment-page.ts";
import type { ExperimentSeen } from "../store/experiments.ts";
import {
  beginExperiment,
  changeExperiment,
  concludeExperiment,
  experiment,
  experiments,
  lookBack,
} from "./contract.ts";
import { whenEnough, whenMore } from "./result.ts";

/** Whose it is decides, which the database knows: others do not see that it is there. */
const everyone = () => true;

const owners = async (context: LoopsContext, { unit }: { unit?: string | undefined }): Promise<boolean> =>
  (await context.experiments.of(unit)).own;

export const experimentRoutes: readonly Route<LoopsContext>[] = [
  answer(experiments, {
    allow: everyone,
    handle: async (context: LoopsContext, { unit }) => {
      const { experiments: seen, own } = await context.experiments.of(unit);
      return { experiments: await shownExperiments(context, seen), can: { add: own } };
    },
  }),
  answer(beginExperiment, {
    allow: owners,
    handle: async (context: LoopsContext, { from, ...wanted }) => {
      mustBe(context, wanted);
      if (wanted.measure !== undefined && wanted.direction === undefined)
        failField("/direction", "Say what is expected of the measure: lower, same or higher.");
      const { today } = await context.experiments.of(wanted.unit);
      const begins = wanted.begins ?? today;
      if (begins > whenMore(whenEnough(today, "week"), "week"))
        failField(
          "/begins",
          "Name a day within the next weeks: what is expected should not be forgotten by then.",
        );
      if (from !== undefined) await mustBeTaken(context, from);
      const added = await context.experiments.add({
        ...{ ...nothingSaid, ...wanted, kind: "experiment" as const, begins, unit: wanted.unit },
        measure: wanted.measure ?? null,
        direction: wanted.direction ?? null,
        lookAgain: lookAgainOf(wanted.lookAgain, { begins, every: wanted.every }),
        now: new Date(context.clock.now()),
      });
      if (from !== undefined) await context.followed(from, { kind: "experiment", id: added.row.id });
      return shownOne(context, added);
    },
  }),
  answer(lookBack, {
    allow: owners,
    handle: async (context: LoopsContext, wanted) => {
      mustBe(context, wanted);
      const { today } = await context.experiments.of(wanted.unit);
      if (wanted.begins >= today)
        failField("/begins", "A look back is at something in the past: name a day before today.");
      const added = await context.experiments.add({
        ...{ ...nothingSaid, ...wanted, kind: "look-back" as const, unit: wanted.unit },
        lookAgain: today,
        now: new Date(context.clock.now()),
      });
      return shownOne(context, added);
    },
  }),
  answer(experiment, {
    allow: everyone,
    handle: async (context: LoopsContext, { id }) =>
      experimentPage(context, await context.experiments.one(id)),
  }),
  answer(changeExperiment, {
    allow: everyone,
    handle: async (context: LoopsContext, { id, ...set }) => {
      mustRun(await context.experiments.one(id));
      const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
      return shownOne(context, await context.experiments.change(id, given));
    },
  }),
  answer(concludeExperiment, {
    allow: everyone,
    handle: async (context: LoopsContext, { id, lookAgain, ...wanted }) => {
      const seen = await context.experiments.one(id);
      mustRun(seen);
      if (wanted.ends === "abandoned" && wanted.words === "")
        failField("/words", "Say why it was abandoned: the next ones learn from it.");
      const [around = null] = await aroundOf(context, [seen]);
      const shows = shownBy(context, seen, around);
      const came = shows?.came ?? null;
      const now = context.clock.now();
      const today = dayAt(now, seen.timeZone).toString();
      const again = wanted.ends === "go-on" ? (lookAgain ?? whenMore(today, seen.row.every)) : null;
      if (again !== null && again <= today) failField("/lookAgain", "Name a day after today.");
      const concluded = await context.experiments.conclude({
        ...{ ...wanted, id, shows, lookAgain: again, now: new Date(now) },
        asExpected: came === null || seen.row.direction === null ? null : came === seen.row.direction,
      });
      return shownOne(context, concluded);
    },
  }),
];

/** The turn from which it begins is one that was begun, or that can be taken now. */
async function mustBeTaken(
  context: LoopsContext,
  { loop: id, due }: { loop: string; due: string },
): Promise<void> {
  const seen = await context.loops.own(id);
  if ((await context.loops.turn({ id, due })) === null) mustBeOpen(seen, due, context.clock.now());
}

const nothingSaid = { why: "" };

interface Wanted {
  readonly area: string;
  readonly measure?: string | undefined;
}

function mustBe({ areas, measures }: LoopsContext, { area, measure }: Wanted): void {
  if (!areas.some(({ id }) => id === area))
    failField("/area", `There is no area “${area}”. There is: ${areas.map(({ id }) => id).join(", ")}.`);
  if (measure !== undefined && !measures.some(({ id }) => id === measure))
    failField("/measure", `There is no measure “${measure}”. See septet measures.`);
}

function mustRun({ conclusions }: ExperimentSeen): void {
  if (conclusions.some(({ row }) => row.ends !== "go-on"))
    failField("/id", "It has ended already. Begin another one.", "conflict");
}

function lookAgainOf(
  wanted: string | undefined,
  { begins, every }: { begins: string; every: Parameters<typeof whenEnough>[1] },
): string {
  if (wanted === undefined) return whenEnough(begins, every);
  return wanted > begins ? wanted : failField("/lookAgain", `Name a day after it begins (${begins}).`);
}

async function shownOne(context: LoopsContext, seen: ExperimentSeen) {
  const [shown] = await shownExperiments(context, [seen]);
  if (shown === undefined) throw new Error("The experiment is gone.");
  context.changed(seen.unit?.id ?? null);
  return shown;
}
