import { answer, type Route } from "../../platform/http/answer.ts";
import type { Area } from "../area.ts";
import type { Mark } from "../loops/marks.ts";
import { type MeasureContext, unitAsked } from "../measures/context.ts";
import type { MeasureAnswer } from "../measures/contract.ts";
import type { Measure } from "../measures/measure.ts";
import { rangeOf } from "../measures/periods.ts";
import { tookNoTime } from "../measures/sentence.ts";
import { type Asked, answerMeasure, somethingKnown } from "../measures/store/answer.ts";
import { factsOf } from "../measures/store/figures.ts";
import { timeline } from "./contract.ts";
import { staveOf, withHappened } from "./stave.ts";

export interface TimelineContext extends MeasureContext {
  /** The areas in menu order. */
  readonly areas: readonly Area[];
  /** What a unit asks itself, when it looked, and what happened between two days, both included; for those whose it is. */
  readonly told: (asked: { slug: string; from: string; to: string }) => Promise<Told>;
}

export interface Told {
  /** The oldest first. */
  readonly loops: readonly {
    readonly id: string;
    readonly area: string;
    readonly question: string;
    /** The id of what it looks at first; `null` where it is answered in words. */
    readonly measure: string | null;
  }[];
  /** By day. */
  readonly checkIns: readonly { readonly area: string; readonly day: string }[];
  readonly marks: readonly Mark[];
}

export const timelineRoutes: readonly Route<TimelineContext>[] = [
  answer(timeline, {
    allow: () => true,
    handle: async (context: TimelineContext, { slug, weeks }) => {
      const unit = await unitAsked(context, { slug, pointer: "/slug", measures: context.measures });
      const now = context.clock.now();
      const range = { every: "week", back: weeks } as const;
      const { from, to } = rangeOf(range, { now, first: null, timeZone: unit.timeZone });
      const [facts, told] = await Promise.all([
        factsOf(context.events, unit.all),
        context.told({ slug, from, to }),
      ]);
      const asked: Asked = { unit, range, now, facts };
      const answering = once((measure: Measure) => answerMeasure(context.events, measure, asked));
      const rows = await Promise.all(
        context.areas.map(async (area) => {
          const happened = happenedIn(told, area.id);
          const asks = told.loops.find((loop) => loop.area === area.id && loop.measure !== null);
          const measures = inOrder(area.plugs?.stave ?? [], context.measures, asks?.measure ?? null);
          const answered = await firstKnown(measures, asked, answering);
          const used = answered !== null || happened.loop !== null || happened.marks.length > 0;
          return { area, stave: used ? withHappened(staveOf(area, answered), happened) : null };
        }),
      );
      return {
        ...{ from, to },
        staves: rows.flatMap(({ stave }) => stave ?? []),
        questions: rows
          .filter(({ stave }) => stave === null)
          .map(({ area: { id, title, question, starters } }) => ({
            ...{ area: id, title, question },
            own: starters.length > 0 && starters.every(({ own }) => own === true),
          })),
      };
    },
  }),
];

function happenedIn({ loops, checkIns, marks }: Told, area: string) {
  return {
    loop: loops.find((loop) => loop.area === area) ?? null,
    checkIns: checkIns.filter((one) => one.area === area).map(({ day }) => day),
    marks: marks.filter((mark) => mark.area === area),
  };
}

type Answering = (measure: Measure) => Promise<MeasureAnswer>;

/** Several rows may look at one measure, which is answered once. */
function once(answer: Answering): Answering {
  const answers = new Map<string, Promise<MeasureAnswer>>();
  return (measure) => {
    const answered = answers.get(measure.id) ?? answer(measure);
    answers.set(measure.id, answered);
    return answered;
  };
}

/**
 * The first measure of an area's row that says something about these weeks, else the first of which anything is known;
 * `null` where the area is not used yet.
 */
async function firstKnown(
  measures: readonly Measure[],
  asked: Asked,
  answering: Answering,
): Promise<MeasureAnswer | null> {
  let first: MeasureAnswer | null = null;
  for (const measure of measures) {
    if (!somethingKnown(measure, asked)) continue;
    const answered = await answering(measure);
    if (!answered.points.some(({ value }) => value !== null)) continue;
    if (!tookNoTime(measure, answered.summary)) return answered;
    first ??= answered;
  }
  return first;
}

/** What the unit's own question looks at goes first. */
function inOrder(stave: readonly Measure[], all: readonly Measure[], asks: string | null): Measure[] {
  const first = all.filter(({ id }) => id === asks);
  return [...first, ...stave.filter(({ id }) => id !== asks)];
}
